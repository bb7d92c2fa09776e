/** Assessment: how far an organisation is, by the spine of the safeguards. It counts and orders; what to do first is ranking's. */
import type { Framework } from '../content/framework.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { RatingWord } from '../profile/rating-state.ts';

/** A sub-domain of the spine with the safeguards that serve it. */
export type SpineGroup = {
  readonly id: string;
  readonly title: string;
  readonly safeguards: readonly Safeguard[];
};

/** A domain of the spine with its sub-domains. */
export type SpineDomain = { readonly id: string; readonly title: string; readonly groups: readonly SpineGroup[] };

const spineId = 'nis-cg-2018';

/** Safeguards in the order of the spine; domains and sub-domains that no safeguard serves are left out. */
export function bySpine(frameworks: readonly Framework[], safeguards: readonly Safeguard[]): readonly SpineDomain[] {
  const spine = frameworks.find(({ id }) => id === spineId)?.requirements ?? [];
  const groups = (domain: string): readonly SpineGroup[] =>
    spine
      .filter(({ parent }) => parent === domain)
      .map(({ id, title }) => ({ id, title, safeguards: inOrder(safeguards, id) }))
      .filter((group) => group.safeguards.length > 0);
  return spine
    .filter(({ parent }) => parent === undefined)
    .map(({ id, title }) => ({ id, title, groups: groups(id) }))
    .filter((domain) => domain.groups.length > 0);
}

/** By the last number of the place on the spine, then by id. */
function inOrder(safeguards: readonly Safeguard[], group: string): readonly Safeguard[] {
  const lastOf = ({ spine }: Safeguard): number => Number(spine.slice(group.length + 1));
  return safeguards
    .filter(({ spine }) => spine.startsWith(`${group}.`))
    .toSorted((left, right) => lastOf(left) - lastOf(right) || (left.id < right.id ? -1 : 1));
}

/** How many safeguards have which rating. */
export type RatingCounts = Readonly<Record<RatingWord, number>>;

/** Counts ratings; what nobody has judged counts as unknown, never as zero. */
export function countRatings(ratings: readonly RatingWord[]): RatingCounts {
  const counts = { fully: 0, largely: 0, partially: 0, not_implemented: 0, unknown: 0, not_applicable: 0 };
  for (const rating of ratings) counts[rating] += 1;
  return counts;
}
