/**
 * How each object of OSCAL looks in XML. Derived from the JSON schema, whose members stand in the order of the metaschema:
 * attributes first. What cannot be derived stands in the tables below.
 * @source NIST OSCAL metaschema 1.2: `use-name`, `group-as`, `json-value-key`, `in-xml` of the eight models
 */
import type { Model } from '../model.ts';
import { definitionOf, followed, membersOf, schemaOf, type Schema } from '../schema/schemas.ts';

/** What the text of an element is. */
export type Text = 'text' | 'number' | 'boolean' | 'line' | 'prose';

/** One member of an object: an attribute, the text of the element, elements, or prose without an element around it. */
export type Member = {
  readonly key: string;
  readonly name: string;
  readonly as: 'attribute' | 'value' | 'element' | 'unwrapped';
  readonly isList: boolean;
  /** An element around the list. */
  readonly around: string | null;
  readonly content: Text | Form;
};

/** An object: its members, by the name of their element or attribute. Made when first asked for, since forms nest without end. */
export type Form = { readonly members: () => readonly Member[] };

/** Read when the first document in XML asks for it: 200 kB of JSON. */
const root = (): Schema => schemaOf('1.2.2');

/** Members that are the text of their element. */
const values: Readonly<Record<string, string>> = {
  'oscal-metadata:hash': 'value',
  'oscal-metadata:document-id': 'identifier',
  'oscal-metadata:telephone-number': 'number',
  'oscal-implementation-common:system-id': 'id',
  'oscal-assessment-common:threat-id': 'id',
};
/** The same for objects that have no name of their own, by the member that holds them. */
const valuesOf: Readonly<Record<string, string>> = { hashes: 'value', base64: 'value', 'external-ids': 'id' };

/** Elements whose plural, or whose name, follows no rule. */
const singulars: Readonly<Record<string, string>> = {
  revisions: 'revision',
  remediations: 'response',
  'related-risks': 'associated-risk',
  'incorporates-components': 'incorporates-component',
  'uses-components': 'uses-component',
  'functions-performed': 'function-performed',
  statuses: 'status',
};
/** Lists whose elements are called like the list. */
const sameName = new Set([
  'matching',
  'insert-controls',
  'choice',
  'relevant-evidence',
  'objectives-and-methods',
  'inherited',
  'satisfied',
]);
/** Lists with an element around them. */
const surrounded = new Set(['revisions']);
/** Texts that are elements although nothing before them is. */
const elements: Readonly<Record<string, ReadonlySet<string>>> = {
  parties: new Set(['name', 'short-name']),
  'security-impact-level': new Set([
    'security-objective-confidentiality',
    'security-objective-integrity',
    'security-objective-availability',
  ]),
  provenance: new Set(['method', 'matching-rationale', 'status']),
  maps: new Set(['matching-rationale', 'relationship']),
  mappings: new Set(['method', 'matching-rationale', 'status']),
  'confidence-score': new Set(['category', 'percentage']),
  coverage: new Set(['target-coverage']),
};

/** The form of a document's root element, which is called like the model. */
export function formOf(model: Model): Form {
  const $ref = definitionOf(root(), model);
  if ($ref === null) throw new Error(`Cannot find "${model}" in the newest schema`);
  return objectForm({ $ref }, model);
}

const forms = new Map<string, Form>();

function objectForm(schema: Schema, key: string): Form {
  const name = schema.$ref;
  const known = name === undefined ? undefined : forms.get(`${name} ${key}`);
  if (known !== undefined) return known;
  let members: readonly Member[] | null = null;
  const form: Form = { members: () => (members ??= membersIn(schema, key)) };
  if (name !== undefined) forms.set(`${name} ${key}`, form);
  return form;
}

function membersIn(schema: Schema, holder: string): readonly Member[] {
  const value = valueKey(schema, holder);
  let areAttributes = true;
  return membersOf(schema, root()).map(([key, inner]) => {
    const content = contentOf(inner, key);
    const isList = listIn(inner) !== null;
    const isAttribute = areAttributes && isAttributeLike(inner, key, holder, content, isList);
    areAttributes = isAttribute || (areAttributes && key === value);
    const as = key === value ? 'value' : key === 'prose' ? 'unwrapped' : isAttribute ? 'attribute' : 'element';
    const name = isList ? singularOf(key, holder) : key;
    return { key, name, as, isList, around: surrounded.has(key) ? key : null, content };
  });
}

const valueKey = ({ $ref }: Schema, holder: string): string | undefined =>
  $ref === undefined ? valuesOf[holder] : values[$ref.replace('#/definitions/oscal-complete-', '')];

/** Simple texts before the first element are attributes, but for those that the tables name and those with a name of their own. */
function isAttributeLike(schema: Schema, key: string, holder: string, content: Text | Form, isList: boolean): boolean {
  const isSimple = typeof content === 'string' && content !== 'line' && content !== 'prose' && !isList;
  if (!isSimple || elements[holder]?.has(key) === true) return false;
  return schema.$ref === undefined || schema.$ref.endsWith('Datatype');
}

/** What a list holds; null for what is no list. A mapping collection may hold one mapping without a list around it. */
function listIn(schema: Schema): Schema | null {
  const real = followed(schema, root());
  const list = real.type === 'array' ? real : real.anyOf?.find(({ type }) => type === 'array');
  return list?.items ?? null;
}

function contentOf(schema: Schema, key: string): Text | Form {
  const list = listIn(schema);
  if (list !== null) return contentOf(list, key);
  const real = followed(schema, root());
  if (real.type === 'object' || real.properties !== undefined || real.anyOf?.some(({ properties }) => properties))
    return objectForm(schema, key);
  return textOf(schema, key);
}

function textOf(schema: Schema, key: string): Text {
  if (key === 'remarks') return 'prose';
  const names = [schema.$ref, ...(schema.allOf ?? schema.anyOf ?? []).map(({ $ref }) => $ref)].join(' ');
  if (names.includes('MarkupMultiline')) return 'prose';
  if (names.includes('MarkupLine')) return 'line';
  if (names.includes('Boolean')) return 'boolean';
  return /Integer|Decimal/u.test(names) ? 'number' : 'text';
}

/** In a profile `include-controls` is the element; in an assessment plan it is the list of `include-control`. */
function singularOf(key: string, holder: string): string {
  if (sameName.has(key)) return key;
  if (/^(?:include|exclude)-controls$/u.test(key)) return holder === 'control-selections' ? key.slice(0, -1) : key;
  return singulars[key] ?? regular(key);
}

const regular = (key: string): string => {
  if (key.endsWith('ies')) return `${key.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes)$/u.test(key)) return key.slice(0, -2);
  return key.endsWith('s') ? key.slice(0, -1) : key;
};
