import { countRatings, type RatingCounts } from '../assessment/overview.ts';
import type { RatingWord } from '../profile/rating-state.ts';
import { headsOf, type Standing, type StoodSafeguard, type StoodSite, type Titled } from './standing.ts';

/** The ratings that say how far, from the lowest to the highest. */
export const levels = ['not_implemented', 'partially', 'largely', 'fully'] as const;
/** One of them. */
export type Level = (typeof levels)[number];

/** How high a rating is; null where it says nothing of it: unknown, or not applicable. */
export const heightOf = (rating: RatingWord): number | null => {
  const height = levels.findIndex((level) => level === rating);
  return height === -1 ? null : height;
};

/** Counts with the lowest and the highest known rating; null where none is known. Unknown is counted, and never a rating. */
export type Spread = { readonly counts: RatingCounts; readonly worst: Level | null; readonly best: Level | null };

/** The spread of some ratings. */
export function spreadOf(ratings: readonly RatingWord[]): Spread {
  const counts = countRatings(ratings);
  return {
    counts,
    worst: levels.find((level) => counts[level] > 0) ?? null,
    best: levels.findLast((level) => counts[level] > 0) ?? null,
  };
}

/** The rating of a safeguard at a site. */
export const ratingAt = ({ ratings }: StoodSite, id: string): RatingWord => ratings[id] ?? 'unknown';

/** The spread of a site over some safeguards. */
export const spreadAt = (site: StoodSite, safeguards: readonly StoodSafeguard[]): Spread =>
  spreadOf(safeguards.map(({ id }) => ratingAt(site, id)));

/** A head with the organisation's own spread and that of each site, in the order of the sites. */
export type MatrixRow = {
  readonly id: string;
  readonly title: string | null;
  readonly organisation: Spread;
  readonly sites: readonly Spread[];
};

/** Sites are rated on the minimum set: each head counts what of it belongs there. */
export function siteMatrix(standing: Standing): readonly MatrixRow[] {
  const safeguards = standing.safeguards.filter(({ inMinimumSet }) => inMinimumSet);
  return headsOf({ ...standing, safeguards }).map(({ id, title, members }) => ({
    id,
    title,
    organisation: spreadOf(members.map(({ rating }) => rating)),
    sites: standing.sites.map((site) => spreadAt(site, members)),
  }));
}

/** The worst known rating of one safeguard over all sites, where it is, and whether it differs from the organisation's own. */
export type WorstSite = Titled & {
  readonly organisation: RatingWord;
  readonly worst: Level;
  /** Names of the sites that have it. */
  readonly sites: readonly string[];
  readonly isDifferent: boolean;
};

/** The worst site of each safeguard that some site rates. */
export function worstSites({ safeguards, sites }: Standing): readonly WorstSite[] {
  return safeguards.flatMap(({ id, title, language, rating: organisation }) => {
    const { worst, counts } = spreadOf(sites.map((site) => ratingAt(site, id)));
    if (worst === null) return [];
    return [
      {
        id,
        title,
        ...(language === undefined ? {} : { language }),
        organisation,
        worst,
        sites: sites.filter((site) => ratingAt(site, id) === worst).map(({ name }) => name),
        isDifferent: differs(organisation, worst, counts.unknown),
      },
    ];
  });
}

/** A higher worst site says nothing while some site is unknown: that one may be as low as the organisation says. */
function differs(organisation: RatingWord, worst: Level, unknownSites: number): boolean {
  const [own, lowest] = [heightOf(organisation), levels.indexOf(worst)];
  return own === null || lowest < own || (lowest > own && unknownSites === 0);
}

/** More than there are safeguards: one that is lower weighs more than all that are higher. */
const tooMany = 1_000_000;

/** The sites with the lowest known rating; of those, the ones that have it most often. */
export function laggingSites(sites: readonly Spread[]): readonly number[] {
  const depth = ({ worst, counts }: Spread): number =>
    worst === null ? -Infinity : counts[worst] - levels.indexOf(worst) * tooMany;
  const deepest = Math.max(...sites.map(depth));
  if (deepest === -Infinity) return [];
  return sites.flatMap((site, index) => (depth(site) === deepest ? [index] : []));
}
