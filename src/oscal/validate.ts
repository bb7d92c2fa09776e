/** Whether a document is valid: first its shape by the schema, then what a schema cannot say. */
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { constraintFindings } from './constraints/constraints.ts';
import type { Finding } from './finding.ts';
import type { Json, JsonObject, Model } from './model.ts';
import type { Document } from './read/read.ts';
import { definitionOf, schemaFor, schemaOf, type SchemaVersion } from './schema/schemas.ts';

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
const compiled = new Map<SchemaVersion, Compiled>();

/** Only what a model needs is compiled, when it is first needed: all of it takes half a second. */
function validatorOf(version: SchemaVersion, ref: string): ValidateFunction {
  let known = compiled.get(version);
  if (known === undefined) {
    const ajv = new Ajv({ strict: false, unicodeRegExp: true, allErrors: true });
    formats.default(ajv);
    ajv.addSchema({ ...schemaOf(version), $id: version });
    known = { ajv, validators: new Map() };
    compiled.set(version, known);
  }
  const validator = known.validators.get(ref) ?? known.ajv.compile({ $ref: `${version}${ref}` });
  known.validators.set(ref, validator);
  return validator;
}

/** Errors of the schema, each mistake once. */
export function shapeFindings(model: Model, root: JsonObject, version: SchemaVersion): readonly Finding[] {
  const { $schema: _, ...content } = root;
  const ref = definitionOf(schemaOf(version), model);
  if (ref === null) return [unknownModel(model, version)];
  return errorsOf(version, ref, content, '').map((error) => ({
    severity: 'error',
    rule: `schema:${error.keyword}`,
    pointer: `/${model}${error.instancePath}`,
    message: messageOf(error),
  }));
}

const unknownModel = (model: Model, version: SchemaVersion): Finding => ({
  severity: 'error',
  rule: 'schema:model',
  pointer: `/${model}/metadata/oscal-version`,
  message: `OSCAL ${version} has no ${model}; the document states a version that is too low`,
});

type Problem = Pick<ErrorObject, 'keyword' | 'instancePath' | 'message' | 'params'>;

/**
 * A choice that fails gives the errors of all its branches, some 20 for one mistake. Only those of the branch are told that
 * the author most likely meant: the one with the fewest.
 */
function errorsOf(version: SchemaVersion, ref: string, value: Json, pointer: string): readonly Problem[] {
  const validator = validatorOf(version, ref);
  if (validator(value)) return [];
  const errors = (validator.errors ?? []).map((error) => ({ ...error }));
  const choices = errors.filter(isChoice).filter((one, _, all) => !all.some((other) => isAround(other, one)));
  const plain = errors.filter((error) => !choices.some((choice) => choice === error || covers(choice, error)));
  const meant = choices.flatMap((choice) => {
    const at = valueAt(value, choice.instancePath);
    return nearestBranch(version, choice, at, pointer + choice.instancePath);
  });
  return [...plain.map((error) => ({ ...error, instancePath: pointer + error.instancePath })), ...meant];
}

const isChoice = ({ keyword, schemaPath }: ErrorObject): boolean =>
  (keyword === 'anyOf' || keyword === 'oneOf') &&
  schemaPath.startsWith('#/definitions/') &&
  !/Datatype/u.test(schemaPath);

const isAround = (outer: ErrorObject, inner: ErrorObject): boolean =>
  outer !== inner && inner.instancePath.startsWith(`${outer.instancePath}/`);

/** An error of the choice's own branches, or of something inside what it is about. */
const covers = (choice: ErrorObject, error: ErrorObject): boolean =>
  error.instancePath.startsWith(`${choice.instancePath}/`) ||
  (error.instancePath === choice.instancePath && error.schemaPath.startsWith(choice.schemaPath));

function nearestBranch(
  version: SchemaVersion,
  { schemaPath, keyword, params, message }: ErrorObject,
  value: Json,
  pointer: string,
): readonly Problem[] {
  const branches: (readonly Problem[])[] = [];
  for (let index = 0; index < branchCount(version, schemaPath); index += 1)
    branches.push(errorsOf(version, `${schemaPath}/${index}`, value, pointer));
  const [first, ...others] = branches;
  if (first === undefined) return [{ keyword, params, message: message ?? '', instancePath: pointer }];
  return others.reduce((best, branch) => (branch.length < best.length ? branch : best), first);
}

function branchCount(version: SchemaVersion, schemaPath: string): number {
  let at: unknown = schemaOf(version);
  for (const key of schemaPath.slice(2).split('/'))
    at = (at as Readonly<Record<string, unknown>>)[decodeURIComponent(key)];
  return Array.isArray(at) ? at.length : 0;
}

function valueAt(value: Json, pointer: string): Json {
  let at: unknown = value;
  for (const key of pointer.split('/').slice(1))
    at = (at as Readonly<Record<string, unknown>>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  return at as Json;
}

/** What is wrong, with the name of what is wrong. */
function messageOf({ keyword, message = '', params }: Problem): string {
  if (keyword === 'additionalProperties')
    return `OSCAL knows no "${String(params['additionalProperty'])}" here; take it out`;
  if (keyword === 'required') return `"${String(params['missingProperty'])}" is missing; add it`;
  if (keyword === 'enum')
    return `Allowed are ${(params['allowedValues'] as readonly unknown[]).map(String).join(', ')}`;
  if (keyword === 'minItems') return 'The list is empty; leave it out';
  if (keyword === 'pattern')
    return `The text does not have the form wanted: ${String(params['pattern']).slice(0, 120)}`;
  if (keyword === 'format') return `The text is no ${String(params['format'])}`;
  return message.slice(0, 200);
}
