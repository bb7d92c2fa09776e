/** Whether a document is valid: first its shape by the schema, then what a schema cannot say. */
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { constraintFindings } from './constraints/constraints.ts';
import type { Finding } from './finding.ts';
import type { Json, JsonObject, Model } from './model.ts';
import type { Document } from './read/read.ts';
import { definitionOf, schemaFor, schemaOf, type Schema, type SchemaVersion } from './schema/schemas.ts';

/** What was found, and by which schema. */
export type Validity = {
  readonly isValid: boolean;
  readonly schema: SchemaVersion;
  readonly findings: readonly Finding[];
};

/** Judges a document by the schema of its version, or by the one that is asked for. */
export function validate({ model, root, version }: Document, schema: SchemaVersion = schemaFor(version)): Validity {
  const shape = shapeFindings(model, root, schema);
  // Constraints are about members that a broken shape may not have.
  const findings = shape.length > 0 ? shape : constraintFindings(model, root);
  return { isValid: findings.every(({ severity }) => severity !== 'error'), schema, findings };
}

type Compiled = { readonly ajv: Ajv; readonly validators: Map<string, ValidateFunction> };
const compiled = new Map<string, Compiled>();

/** Whether all mistakes are wanted, or the first alone, which takes no memory. */
type Extent = 'all' | 'first';

/** Only what a model needs is compiled, when it is first needed: all of it takes half a second. */
function validatorOf(version: SchemaVersion, ref: string, extent: Extent): ValidateFunction {
  const key = `${version} ${extent}`;
  const known = compiled.get(key) ?? { ajv: compilerOf(version, extent), validators: new Map() };
  compiled.set(key, known);
  const validator = known.validators.get(ref) ?? known.ajv.compile({ $ref: `${version}${ref}` });
  known.validators.set(ref, validator);
  return validator;
}

function compilerOf(version: SchemaVersion, extent: Extent): Ajv {
  const ajv = new Ajv({
    strict: false,
    unicodeRegExp: true,
    allErrors: extent === 'all',
    // Errors then hold the part of the schema that they are about; the path that they name starts nowhere.
    verbose: true,
    code: { regExp: expressionOf, process: (code) => code.replaceAll(joining, joiningSome) },
  });
  formats.default(ajv);
  for (const name of ['uri', 'uri-reference', 'email'] as const) ajv.addFormat(name, shorter(ajv.formats[name]));
  ajv.addSchema({ ...schemaOf(version), $id: version });
  return ajv;
}

/**
 * The code that Ajv makes copies all errors so far each time that it adds some, so that 20,000 mistakes take a minute. Beyond some
 * thousands none are added, which is more than are told.
 */
const joining = /vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/gu;
const joiningSome = 'vErrors === null ? $1.errors : vErrors.length > 5000 ? vErrors : vErrors.concat($1.errors)';

type RegExpEngine = NonNullable<NonNullable<Options['code']>['regExp']>;

/** The pattern of tokens as published goes from letter to letter, and runs out of stack on a text of millions. */
const expressionOf: RegExpEngine = Object.assign(
  (pattern: string, flags: string) =>
    new RegExp(pattern.replace(String.raw`(\p{L}|\p{N}|[.\-_])*`, String.raw`[\p{L}\p{N}.\-_]*`), flags),
  { code: 'expressionOf' },
);

/** The expressions of these formats run out of stack likewise; no address is as long. */
const longestAddress = 100_000;
function shorter(format: Ajv['formats'][string]): (text: string) => boolean {
  const test =
    format instanceof RegExp ? (text: string) => format.test(text) : typeof format === 'function' ? format : null;
  if (test === null) throw new Error('Cannot narrow a format that is neither an expression nor a function');
  return (text) => text.length <= longestAddress && test(text) === true;
}

/** What is told at most: whoever made more mistakes mends the first ones first. */
const mostFindings = 200;
/** In larger documents only the first mistake is looked for: hostile ones have millions, each of which takes memory. */
const mostValues = 250_000;

/** Errors of the schema, each mistake once. */
export function shapeFindings(model: Model, root: JsonObject, version: SchemaVersion): readonly Finding[] {
  const { $schema: _, ...content } = root;
  const ref = definitionOf(schemaOf(version), model);
  if (ref === null) return [unknownModel(model, version)];
  if (validatorOf(version, ref, 'first')(content)) return [];
  const extent = valuesIn(content, mostValues) > mostValues ? 'first' : 'all';
  const errors = eachOnce(errorsOf({ version, extent }, ref, content, ''));
  const told = errors.slice(0, mostFindings).map((error): Finding => ({
    severity: 'error',
    rule: `schema:${error.keyword}`,
    pointer: `/${model}${error.instancePath}`,
    message: messageOf(error),
  }));
  return extent === 'all' && errors.length <= mostFindings ? told : [...told, more(model, extent)];
}

/** A date that breaks the pattern breaks the format as well; an error of a choice may stand in several branches. */
function eachOnce(errors: readonly Problem[]): readonly Problem[] {
  const patterns = new Set(errors.flatMap((error) => (error.keyword === 'pattern' ? [error.instancePath] : [])));
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (error.keyword === 'format' && patterns.has(error.instancePath)) return false;
    const key = `${error.instancePath} ${messageOf(error)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Values of a document, counted until there are more than enough. */
function valuesIn(value: Json, enough: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Object.values(value as Readonly<Record<string, Json>>)) {
    count += valuesIn(inner, enough - count);
    if (count > enough) break;
  }
  return count;
}

const more = (model: Model, extent: Extent): Finding => ({
  severity: 'note',
  rule: 'schema:more',
  pointer: `/${model}`,
  message:
    extent === 'first'
      ? 'The document is large, and only its first mistake is told; mend it and look again'
      : `Only the first ${mostFindings} mistakes are told; mend them and look again`,
});

const unknownModel = (model: Model, version: SchemaVersion): Finding => ({
  severity: 'error',
  rule: 'schema:model',
  pointer: `/${model}/metadata/oscal-version`,
  message: `OSCAL ${version} has no ${model}; the document states a version that is too low`,
});

type Problem = Pick<ErrorObject, 'keyword' | 'instancePath' | 'message' | 'params'>;

type Judge = { readonly version: SchemaVersion; readonly extent: Extent };

/**
 * A choice that fails gives the errors of all its branches, some 20 for one mistake. Only those of the branch are told that
 * the author most likely meant.
 */
function errorsOf(judge: Judge, ref: string, value: Json, pointer: string): readonly Problem[] {
  const validator = validatorOf(judge.version, ref, judge.extent);
  if (validator(value)) return [];
  const errors = (validator.errors ?? []).map((error) => ({ ...error }));
  const choices = outermost(errors.filter(isChoice));
  const plain = errors.filter((error) => !isCovered(error, choices));
  const meant: Problem[] = [];
  for (const [path, choice] of choices) {
    if (meant.length > mostFindings) break;
    meant.push(...nearestBranch(judge, choice, valueAt(value, path), pointer + path));
  }
  return [...plain.map((error) => ({ ...error, instancePath: pointer + error.instancePath })), ...meant];
}

/** Choices between shapes; those of a text between patterns are told as they are. */
const isChoice = ({ keyword, parentSchema }: ErrorObject): boolean =>
  (keyword === 'anyOf' || keyword === 'oneOf') &&
  ((parentSchema?.[keyword] ?? []) as readonly Schema[]).some((branch) => branch.properties !== undefined);

type Choices = ReadonlyMap<string, ErrorObject>;

/** Choices by their place, without those inside another one. */
function outermost(choices: readonly ErrorObject[]): Choices {
  const byPlace = new Map(choices.map((choice) => [choice.instancePath, choice]));
  return new Map([...byPlace].filter(([path]) => !around(path).some((outer) => byPlace.has(outer))));
}

/** The pointers of what a value stands in, from the inside out. */
function around(path: string): readonly string[] {
  const paths: string[] = [];
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    paths.push(path.slice(0, end));
    if (end === 0) break;
  }
  return paths;
}

/** Whether an error is a choice, of a choice's own branches, or of something inside what the choice is about. */
function isCovered({ instancePath, schemaPath }: ErrorObject, choices: Choices): boolean {
  if (choices.size === 0) return false;
  const same = choices.get(instancePath);
  if (same !== undefined && schemaPath.startsWith(same.schemaPath)) return true;
  return around(instancePath).some((path) => choices.has(path));
}

function nearestBranch(judge: Judge, choice: ErrorObject, value: Json, pointer: string): readonly Problem[] {
  const path = pathsIn(judge.version).get(choice.schema as object);
  if (path === undefined) throw new Error(`Cannot find the choice at "${pointer}" in the schema`);
  const count = (choice.schema as readonly Schema[]).length;
  const branches = Array.from({ length: count }, (_, index) => errorsOf(judge, `${path}/${index}`, value, pointer));
  return branches.reduce((best, branch) => (isNearer(branch, best, pointer) ? branch : best));
}

/** A branch that knows the members of the value is nearer than one that has fewer errors because it looks at none of them. */
function isNearer(branch: readonly Problem[], best: readonly Problem[], pointer: string): boolean {
  const own = (errors: readonly Problem[]): number => errors.filter((each) => each.instancePath === pointer).length;
  const difference = own(branch) - own(best);
  return difference < 0 || (difference === 0 && branch.length < best.length);
}

const paths = new Map<SchemaVersion, ReadonlyMap<object, string>>();

/** Where each list of choices stands in a schema. */
function pathsIn(version: SchemaVersion): ReadonlyMap<object, string> {
  const known = paths.get(version);
  if (known !== undefined) return known;
  const found = new Map<object, string>();
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) found.set(value, path);
    for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
  };
  look(schemaOf(version), '#');
  paths.set(version, found);
  return found;
}

function valueAt(value: Json, pointer: string): Json {
  let at: unknown = value;
  for (const key of pointer.split('/').slice(1))
    at = (at as Readonly<Record<string, unknown>>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  return at as Json;
}

/** Patterns of the OSCAL data types, by what they hold, in words. */
const patternWords: readonly (readonly [part: string, words: string])[] = [
  ['[45][0-9A-Fa-f]{3}-', 'The text is no UUID of version 4 or 5; make a new one'],
  [
    String.raw`(\p{L}|_)`,
    'The text is no token: a letter or "_", then letters, digits, ".", "-" and "_"; take out the rest',
  ],
  ['^[^\n]+$', 'The text is empty or has a line end; write it in one line'],
  [String.raw`^\S(.*\S)?$`, 'The text is empty, has a line end, or a space at its start or end; take them out'],
  [
    '-02-29)',
    'The text is no date as OSCAL wants it; write 2026-11-25, or 2026-11-25T08:00:00Z where a time belongs to it',
  ],
];

const patternMessage = (pattern: string): string =>
  patternWords.find(([part]) => pattern.includes(part))?.[1] ??
  `The text does not have the form wanted: ${pattern.slice(0, 120)}`;

/** What is wrong, with the name of what is wrong. */
function messageOf({ keyword, message = '', params }: Problem): string {
  if (keyword === 'additionalProperties')
    return `OSCAL knows no "${String(params['additionalProperty']).slice(0, 80)}" here; take it out`;
  if (keyword === 'required') return `"${String(params['missingProperty'])}" is missing; add it`;
  if (keyword === 'enum')
    return `Allowed are ${(params['allowedValues'] as readonly unknown[]).map(String).join(', ')}`;
  if (keyword === 'minItems') return 'The list is empty; leave it out';
  if (keyword === 'pattern') return patternMessage(String(params['pattern']));
  if (keyword === 'format') return `The text is no ${String(params['format'])}`;
  return message.slice(0, 200);
}
