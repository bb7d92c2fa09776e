/**
 * Documents that somebody handed over, as the only place where imports are looked for. Nothing is fetched, and no file is
 * opened: what a profile names and nobody gave is answered by the given catalogs, or not at all.
 */
import { fail, ok, type Result } from '../../core/base.ts';
import type { Catalog, Profile } from '../model.ts';
import { readDocument, type Document } from '../read/read.ts';
import type { ResolveError } from './error.ts';
import type { Found, Loader } from './gather.ts';
import { shapeProblem } from './shape.ts';

/** A document with the path under which others name it. */
export type Shelved = { readonly path: string; readonly document: Document };

/** What stands at hand: documents by their path, and catalogs that answer for what has no path here. */
export type Shelf = {
  readonly documents: readonly Shelved[];
  /** Given as an answer to imports that are not found. */
  readonly catalogs: readonly Shelved[];
};

/** Finds imports on a shelf. */
export function shelfLoader(shelf: Shelf): Loader {
  const inside = new Map<string, Answer>();
  return async (reference, from) => {
    if (reference.kind === 'base64') {
      const path = `${from}#${reference.resource}`;
      const known = inside.get(path) ?? embedded(reference.value, path);
      inside.set(path, known);
      return known;
    }
    // Those who hand documents over name them by their paths.
    if (reference.kind === 'uuid') return fail(notFound(reference.uuid, shelf));
    const path = pathOf(reference.href, from);
    const known = path === null ? undefined : shelf.documents.find((each) => each.path === path);
    const found = known ?? inAnotherForm(path, shelf) ?? substitute(reference.href, shelf.catalogs);
    return found === undefined ? fail(notFound(reference.href, shelf)) : foundAs(found);
  };
}

type Answer = Result<Found, Omit<ResolveError, 'pointer'>>;

/** A document as resolution takes it; only catalogs and profiles can be imported, and only if they have the shape of one. */
export function foundAs({ path, document: { model, root } }: Shelved): Answer {
  if (model !== 'catalog' && model !== 'profile')
    return fail({
      kind: 'import_of_another_model',
      message: `Cannot import "${path}": it is a ${model}, and a catalog or a profile was wanted`,
    });
  const problem = shapeProblem(model, root);
  if (problem !== null)
    return fail({ kind: 'import_unreadable', message: `Cannot import "${path}": ${problem}; mend the file` });
  return model === 'catalog'
    ? ok({ kind: model, address: path, catalog: root as unknown as Catalog })
    : ok({ kind: model, address: path, profile: root as unknown as Profile });
}

/** A relative address, from the document that names it; null for one with a scheme or a host. */
export function pathOf(href: string, from: string): string | null {
  const plain = href.replace(/[?#].*$/u, '');
  if (/^[a-z][a-z\d+.-]*:/iu.test(plain) || plain.startsWith('//')) return null;
  const decoded = decodedPath(plain);
  if (decoded.startsWith('/')) return tidy(decoded);
  return tidy(`${from.slice(0, from.lastIndexOf('/') + 1)}${decoded}`);
}

/** Names with spaces come written out or percent-encoded. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return `${path.startsWith('/') ? '/' : ''}${parts.join('/')}`;
}

/** The name of a file without its folders and its form. */
export const baseName = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:json|ya?ml|xml)$/iu, '');

/** The same of an address. */
export const nameIn = (href: string): string => baseName(decodedPath(href.replace(/[?#].*$/u, '')));

/** Profiles often name the XML while only the JSON beside it is at hand: the same document in another form. */
function inAnotherForm(path: string | null, { documents }: Shelf): Shelved | undefined {
  if (path === null) return undefined;
  const stem = path.replace(/\.(?:json|ya?ml|xml)$/iu, '');
  return documents.find((each) => each.path.replace(/\.(?:json|ya?ml|xml)$/iu, '') === stem);
}

/** The only catalog given, else the one of the same base name. No other guess: a wrong catalog resolves without a sound. */
function substitute(href: string, catalogs: readonly Shelved[]): Shelved | undefined {
  if (catalogs.length === 1) return catalogs[0];
  const wanted = nameIn(href);
  return catalogs.find(({ path }) => baseName(path) === wanted);
}

function embedded(value: string, path: string): Answer {
  const read = readDocument(Buffer.from(value, 'base64'));
  if (!read.ok) return fail({ kind: 'import_unreadable', message: `Cannot read "${path}": ${read.error.message}` });
  return foundAs({ path, document: read.value });
}

const notFound = (href: string, { catalogs }: Shelf): Omit<ResolveError, 'pointer'> => ({
  kind: 'import_not_found',
  message: `Cannot find "${href}", and nothing is fetched: hand over the file${catalogs.length > 1 ? `; of the ${catalogs.length} catalogs given, none has that name` : ' as a catalog'}`,
});
