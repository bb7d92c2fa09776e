/**
 * The JSON schemas that NIST publishes, and the one that we mend. Members stand in the order of the metaschema, which XML
 * needs; apart from that they are as published.
 * @source NIST OSCAL release assets 1.1.3 and 1.2.2 (public domain); defects: usnistgov/OSCAL#2259
 */
import { readFileSync } from 'node:fs';
import type { JsonObject, Model } from '../model.ts';

/** Versions whose schema is at hand. `1.2.2-published` is NIST's own file with its defects. */
export const schemaVersions = ['1.1.3', '1.2.2-published', '1.2.2'] as const;
export type SchemaVersion = (typeof schemaVersions)[number];

/** A part of a JSON schema, as far as this package reads it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
};

type Patch = readonly { readonly op: 'add'; readonly path: string; readonly value: unknown }[];

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const cache = new Map<SchemaVersion, Schema>();

/** A schema, read once. */
export function schemaOf(version: SchemaVersion): Schema {
  const known = cache.get(version);
  if (known !== undefined) return known;
  const published = read(version === '1.1.3' ? './oscal-1.1.3.json' : './oscal-1.2.2.json') as Schema;
  const schema = version === '1.2.2' ? mended(published, read('./repair-1.2.2.json') as Patch) : published;
  cache.set(version, schema);
  return schema;
}

/** Puts back the members that the generator lost: `combine.method`, and `required` of several choices. */
function mended(schema: Schema, patch: Patch): Schema {
  const copy = structuredClone(schema);
  for (const { path, value } of patch) {
    const keys = path.slice(1).split('/');
    const last = keys.pop() ?? '';
    let at = copy as unknown as Record<string, unknown>;
    for (const key of keys) at = at[key] as Record<string, unknown>;
    at[last] = value;
  }
  return copy;
}

/** Where a model stands in the schema; null in a version that does not have it yet. */
export function definitionOf(schema: Schema, model: Model): string | null {
  const branch = schema.oneOf?.find(({ properties }) => properties !== undefined && model in properties);
  return branch?.properties?.[model]?.$ref ?? null;
}

/** The schema for documents of a version; newer content is judged by the newest that we have. */
export const schemaFor = (version: string | null): SchemaVersion =>
  version !== null && /^1\.[01]\b/u.test(version) ? '1.1.3' : '1.2.2';

/** Follows references to what they name. */
export function followed(schema: Schema, root: Schema): Schema {
  let at = schema;
  while (at.$ref !== undefined) {
    const name = at.$ref.replace('#/definitions/', '');
    const next = root.definitions?.[name];
    if (next === undefined) throw new Error(`Cannot follow "${at.$ref}" in the schema`);
    at = next;
  }
  return at;
}

/** An object's own shape, whichever of its alternatives holds. */
export type Members = readonly (readonly [key: string, schema: Schema])[];

/** All members of an object in their order, over its alternatives. */
export function membersOf(schema: Schema, root: Schema): Members {
  const real = followed(schema, root);
  const parts = [real, ...(real.anyOf ?? []), ...(real.oneOf ?? [])].map((part) => followed(part, root));
  const lists = parts.map(({ properties }) => Object.entries(properties ?? {}));
  return lists.reduce(woven, []);
}

/** Two orders as one: what only the second has stands before what follows it there. */
function woven(first: Members, second: Members): Members {
  const known = new Set(first.map(([key]) => key));
  const result = [...first];
  for (const [index, entry] of second.entries()) {
    if (known.has(entry[0])) continue;
    const next = second.slice(index + 1).find(([key]) => known.has(key));
    const at = next === undefined ? -1 : result.findIndex(([key]) => key === next[0]);
    result.splice(at < 0 ? result.length : at, 0, entry);
    known.add(entry[0]);
  }
  return result;
}

/** Whether a document is an object of JSON at all. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
