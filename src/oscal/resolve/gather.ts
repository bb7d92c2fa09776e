/** Finding what a profile imports, and what that imports in turn. The only part of resolution that reads. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { Catalog, Profile } from '../model.ts';
import type { ResolveError } from './error.ts';

/** A document that was found. `address` is the same however it was referred to. */
export type Found =
  | { readonly kind: 'catalog'; readonly address: string; readonly catalog: Catalog }
  | { readonly kind: 'profile'; readonly address: string; readonly profile: Profile };

/** What an import leads to. */
export type Reference =
  | { readonly kind: 'href'; readonly href: string }
  /** The name of a resource, which may be that of the document itself. */
  | { readonly kind: 'uuid'; readonly uuid: string }
  | { readonly kind: 'base64'; readonly value: string; readonly resource: string };

/** Finds what a document refers to. It decides what may be read: nothing here opens a file or a connection. */
export type Loader = (reference: Reference, from: string) => Promise<Result<Found, Omit<ResolveError, 'pointer'>>>;

/** A document with all that it imports. */
export type Source =
  | { readonly kind: 'catalog'; readonly address: string; readonly catalog: Catalog }
  | {
      readonly kind: 'profile';
      readonly address: string;
      readonly profile: Profile;
      readonly imports: readonly Source[];
    };

/** More documents than any real chain has; a chain that is longer is made to take forever. */
const mostDocuments = 1000;
const mostImports = 10_000;

/**
 * A profile with everything below it. Two ways to one document are fine; a way back to a document that is being read is
 * not.
 * @source OSCAL profile resolution, [req-uri-error], [req-circular-error], [req-resolve-profile]
 */
export async function gather(root: Found, load: Loader): Promise<Result<Source, ResolveError>> {
  const done = new Map<string, Source>();
  let [count, followed] = [0, 0];

  const visit = async (found: Found, above: readonly string[]): Promise<Result<Source, ResolveError>> => {
    const known = done.get(found.address);
    if (known !== undefined) return ok(known);
    count += 1;
    if (count > mostDocuments) return fail(tooMany(found.address, `${mostDocuments} documents are imported`));
    if (found.kind === 'catalog') return remember(found);
    const imports: Source[] = [];
    const path = [...above, found.address];
    followed += found.profile.imports.length;
    if (followed > mostImports) return fail(tooMany(found.address, `${mostImports} imports are made`));
    for (const [index, { href }] of found.profile.imports.entries()) {
      const pointer = `/profile/imports/${index}/href`;
      const next = await follow(found, href, load);
      if (!next.ok) return fail({ document: found.address, pointer, ...next.error });
      if (path.includes(next.value.address)) return fail(circular(found.address, next.value.address, pointer));
      const source = await visit(next.value, path);
      if (!source.ok) return source;
      imports.push(source.value);
    }
    return remember({ ...found, imports });
  };
  const remember = (source: Source): Result<Source, ResolveError> => {
    done.set(source.address, source);
    return ok(source);
  };
  return visit(root, []);
}

const tooMany = (document: string, what: string): ResolveError => ({
  kind: 'too_many_imports',
  document,
  pointer: '/profile/imports',
  message: `Cannot resolve: more than ${what}`,
});

const circular = (document: string, target: string, pointer: string): ResolveError => ({
  kind: 'circular_import',
  document,
  pointer,
  message: `Cannot import "${target}": the import is circular; take out one of the imports that lead back`,
});

type Followed = Result<Found, Omit<ResolveError, 'pointer'>>;

/** `#uuid` leads to the document of that name, or to a resource of the profile: to one of its addresses, JSON first, or to what it holds. */
async function follow(
  { address, profile }: Found & { kind: 'profile' },
  href: string,
  load: Loader,
): Promise<Followed> {
  if (!href.startsWith('#')) return load({ kind: 'href', href }, address);
  const named = await load({ kind: 'uuid', uuid: href.slice(1).toLowerCase() }, address);
  if (named.ok) return named;
  const resource = profile['back-matter']?.resources?.find(({ uuid }) => uuid === href.slice(1));
  if (resource === undefined)
    return fail({ kind: 'resource_not_found', message: `Cannot find the resource "${href}" in the back matter` });
  const links = (resource.rlinks ?? []).toSorted((left, right) => preference(left) - preference(right));
  let last: Followed | null = null;
  for (const link of links) {
    last = await load({ kind: 'href', href: link.href }, address);
    if (last.ok) return last;
  }
  if (resource.base64 !== undefined)
    return load({ kind: 'base64', value: resource.base64.value, resource: resource.uuid }, address);
  return last ?? fail({ kind: 'resource_not_found', message: `Resource "${href}" has neither an address nor content` });
}

/** JSON before YAML before XML before the unknown: all are read, and the first is read fastest. */
function preference({
  href,
  'media-type': type = '',
}: {
  readonly href: string;
  readonly 'media-type'?: string;
}): number {
  const form = ['json', 'yaml', 'xml'].findIndex((name) => type.includes(name) || (type === '' && href.endsWith(name)));
  return form < 0 ? 3 : form;
}
