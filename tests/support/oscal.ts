/** Others' OSCAL documents, where they are at hand, and a way to resolve and compare them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Json, JsonObject } from '../../src/oscal/model.ts';
import { readDocument, type Document } from '../../src/oscal/read/read.ts';
import { gather } from '../../src/oscal/resolve/gather.ts';
import { resolve, type Resolved } from '../../src/oscal/resolve/resolve.ts';
import type { ResolveError } from '../../src/oscal/resolve/error.ts';
import { foundAs, shelfLoader, type Shelf, type Shelved } from '../../src/oscal/resolve/shelf.ts';
import type { MergeOptions } from '../../src/oscal/resolve/merge.ts';
import type { Stamp } from '../../src/oscal/resolve/metadata.ts';
import type { Result } from '../../src/core/base.ts';
import { testdata } from './require.ts';

/** The folder with OSCAL test data; nothing where it is absent. */
export function oscalData(): string | null {
  const folder = testdata();
  const path = folder === null ? null : join(folder, 'oscal');
  return path !== null && existsSync(path) ? path : null;
}

/** Files below a folder, with "/" between the parts of their paths. */
export const filesBelow = (folder: string, end: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && end.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();

export const jsonIn = (folder: string, path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));

/** A document that a test expects to be readable. */
export function documentIn(folder: string, path: string): Document {
  const read = readDocument(readFileSync(join(folder, path)));
  if (!read.ok) throw new Error(`Cannot read "${path}": ${read.error.message}`);
  return read.value;
}

/** All documents of a folder that can be read, under the paths by which they name each other. */
export const shelfOf = (folder: string, end: RegExp): readonly Shelved[] =>
  filesBelow(folder, end).flatMap((path) => {
    const read = readDocument(readFileSync(join(folder, path)));
    return read.ok ? [{ path, document: read.value }] : [];
  });

export const stamp: Stamp = {
  uuid: '5c6b8a0e-7f43-4d57-9d0a-6f2f1f0f7a11',
  lastModified: '2026-11-25T08:00:00Z',
  tool: 'theriac 0',
  source: 'profile.json',
};

/** The catalog of a profile on a shelf. */
export async function resolved(
  shelf: Shelf,
  path: string,
  options?: MergeOptions,
): Promise<Result<Resolved, ResolveError>> {
  const root = shelf.documents.find((each) => each.path === path);
  if (root === undefined) throw new Error(`Cannot find "${path}" on the shelf`);
  const found = foundAs(root);
  if (!found.ok) return { ok: false, error: { pointer: '', ...found.error } };
  const source = await gather(found.value, shelfLoader(shelf));
  return source.ok ? resolve(source.value, stamp, options) : source;
}

/** The same, where a test expects that it works. */
export async function resolvedOrThrow(shelf: Shelf, path: string, options?: MergeOptions): Promise<Resolved> {
  const result = await resolved(shelf, path, options);
  if (!result.ok) throw new Error(`Cannot resolve "${path}": ${result.error.kind}, ${result.error.message}`);
  return result.value;
}

/** A catalog without what differs from run to run, white space as one space, members by name. */
export function comparable(catalog: object): Json {
  const { uuid: _uuid, metadata: _metadata, $schema: _schema, ...rest } = catalog as JsonObject;
  return evened(rest);
}

function evened(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) return (value as readonly Json[]).map(evened);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject).map(([key, inner]) => [key, evened(inner)] as const);
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Pointers at which two values differ, the first few. */
export function differences(left: Json | undefined, right: Json | undefined, at = ''): readonly string[] {
  if (Object.is(left, right)) return [];
  const [one, other] = [left, right].map((value) => (typeof value === 'object' && value !== null ? value : null));
  if (one === null || other === null || one === undefined || other === undefined)
    return [`${at}: ${told(left)} is not ${told(right)}`];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const [first, second] = [one as JsonObject, other as JsonObject];
  return [...keys].flatMap((key) => differences(first[key], second[key], `${at}/${key}`)).slice(0, 20);
}

const told = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 160);
