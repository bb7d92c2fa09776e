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
  const roles = withKept(
    'id',
    own.roles,
    imported.map((each) => each.roles),
  );
  const parties = withKept(
    'uuid',
    own.parties,
    imported.map((each) => each.parties),
  );
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

type Entry = NonNullable<Metadata['roles'] | Metadata['parties']>[number];

/** The profile's own, then those of imports that say of themselves to be kept; each once. */
function withKept(
  key: 'id' | 'uuid',
  own: readonly Entry[] = [],
  imported: readonly (readonly Entry[] | undefined)[],
): readonly Entry[] {
  const known = new Set<unknown>(own.map((each) => each[key]));
  const kept = imported
    .flatMap((list) => list ?? [])
    .filter(({ props }) => props !== undefined && isKept({ props }))
    .filter((each) => !known.has(each[key]) && known.add(each[key]));
  return [...own, ...kept];
}

/** The highest version, at most ours; null where first numbers differ. */
function newestOf(versions: readonly string[]): string | null {
  const parsed = versions.map(numbersOf);
  const ours = numbersOf(newestVersion);
  if (parsed.some(([major]) => major !== ours[0])) return null;
  const highest = parsed.reduce((best, each) => (isHigher(each, best) ? each : best));
  return isHigher(highest, ours) ? newestVersion : highest.join('.');
}

/** Three numbers, whatever stands behind them. */
const numbersOf = (version: string): readonly number[] => {
  const found = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(version);
  return [1, 2, 3].map((index) => Number(found?.[index] ?? 0));
};

function isHigher(left: readonly number[], right: readonly number[]): boolean {
  const at = [0, 1, 2].find((index) => (left[index] ?? 0) !== (right[index] ?? 0));
  return at !== undefined && (left[at] ?? 0) > (right[at] ?? 0);
}
