import { fail, ok, type Result } from '../../core/base.ts';
import type { Metadata, Profile } from '../model.ts';
import type { ResolveError } from './error.ts';
import { isKept } from './select.ts';

/** What only the caller knows of a resolution. */
export type Stamp = {
  /** UUID of the new catalog, version 4 or 5. */
  readonly uuid: string;
  /** With a time zone. */
  readonly lastModified: string;
  /** Name and version of the tool. */
  readonly tool: string;
  /** How the catalog names the profile; an address, or the name of a file without the folders that are nobody's business. */
  readonly source: string;
};

/** The newest version of OSCAL that this package writes. */
export const newestVersion = '1.2.2';

/**
 * What the resolved catalog says of itself: the words of the profile, and roles and parties of imports that are kept always.
 * @source OSCAL profile resolution, "Metadata Resolution", [req-meta-uuid] to [req-meta-keep]
 */
export function metadataOf(
  { metadata }: Profile,
  imported: readonly Metadata[],
  stamp: Stamp,
): Result<Metadata, ResolveError> {
  const version = newestOf([metadata, ...imported].map((each) => each['oscal-version']));
  if (version === null)
    return fail({
      kind: 'version_differs',
      pointer: '/profile/metadata/oscal-version',
      message: 'Cannot resolve: profile and imports are of OSCAL versions whose first number differs',
    });
  const { links: _links, props = [], ...own } = metadata;
  const keep = <Item extends { readonly props?: Metadata['props'] }>(lists: readonly (readonly Item[] | undefined)[]) =>
    lists.flatMap((list) => (list ?? []).filter((item) => item.props !== undefined && isKept({ props: item.props })));
  const roles = [...(own.roles ?? []), ...keep(imported.map((each) => each.roles))];
  const parties = [...(own.parties ?? []), ...keep(imported.map((each) => each.parties))];
  return ok({
    ...own,
    'last-modified': stamp.lastModified,
    'oscal-version': version,
    props: [
      ...props.filter(({ name }) => name !== 'resolution-tool' && name !== 'source-profile'),
      { name: 'resolution-tool', value: stamp.tool },
      { name: 'source-profile', value: stamp.source },
    ],
    // The specification asks for a property, and all tools in use read a link: both are written.
    links: [{ href: stamp.source, rel: 'source-profile' }],
    ...(roles.length > 0 ? { roles } : {}),
    ...(parties.length > 0 ? { parties } : {}),
  });
}

/** The highest version, at most ours; null where first numbers differ. */
function newestOf(versions: readonly string[]): string | null {
  const parsed = versions.map((version) => version.split(/[.-]/u).slice(0, 3).map(Number));
  const ours = newestVersion.split('.').map(Number);
  if (parsed.some(([major]) => major !== ours[0])) return null;
  const highest = parsed.reduce((best, each) => (isHigher(each, best) ? each : best));
  return isHigher(highest, ours) ? newestVersion : highest.join('.');
}

function isHigher(left: readonly number[], right: readonly number[]): boolean {
  const at = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0));
  return at !== undefined && (left[at] ?? 0) > (right[at] ?? 0);
}
