/** Snapshot: how an organisation stood on one day, its sites included, and what changed between two such days. */
import { bySpine } from '../assessment/overview.ts';
import type { Content } from '../content/content.ts';
import type { Safeguard, Tier } from '../content/safeguard.ts';
import type { Profile } from '../profile/profile.ts';
import type { RatingWord } from '../profile/rating-state.ts';
import { concernedOf } from '../ranking/concern.ts';
import type { Ranking } from '../ranking/rank.ts';
import { isInSet } from '../ranking/tier.ts';

/** One safeguard as it stood. Its title is kept, because content comes and goes. */
export type StoodSafeguard = {
  readonly id: string;
  readonly title: string;
  /** Language of the title, where it has been translated. */
  readonly language?: string | undefined;
  /** Domain of the spine. */
  readonly domain: string;
  readonly inMinimumSet: boolean;
  readonly rating: RatingWord;
  /** Why it does not apply; null with every other rating. */
  readonly reason: string | null;
};

/** A site with what is known there; a safeguard that `ratings` does not name is unknown. */
export type StoodSite = {
  readonly id: string;
  readonly name: string;
  readonly ratings: Readonly<Record<string, RatingWord>>;
};

/** A safeguard by its title. */
export type Titled = Pick<StoodSafeguard, 'id' | 'title' | 'language'>;

/** How everything stood on one day. */
export type Standing = {
  readonly tier: Tier;
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  readonly safeguards: readonly StoodSafeguard[];
  readonly sites: readonly StoodSite[];
  /** What the ranking put first, in its order. */
  readonly firstTen: readonly Titled[];
};

/** What a standing is made from. */
export type StandingInput = {
  readonly profile: Profile;
  readonly ranking: Ranking;
  readonly content: Pick<Content, 'frameworks' | 'safeguards'>;
  readonly sites: readonly StoodSite[];
};

/** The standing of now. The organisation's own ratings are what it said itself: nothing of the sites enters them. */
export function standingOf({ profile, ranking, content, sites }: StandingInput): Standing {
  const domains = bySpine(content.frameworks, concernedOf(content.safeguards, ranking));
  const { tier } = ranking.minimumSet;
  return {
    tier,
    domains: domains.map(({ id, title }) => ({ id, title })),
    safeguards: domains.flatMap(({ id: domain, groups }) =>
      groups.flatMap(({ safeguards }) =>
        safeguards.map((safeguard) => {
          const rating = profile.ratings.get(safeguard.id)?.rating;
          return {
            ...titledAs(safeguard),
            domain,
            inMinimumSet: isInSet(safeguard, tier),
            rating: rating?.kind ?? 'unknown',
            reason: rating?.kind === 'not_applicable' ? rating.reason : null,
          };
        }),
      ),
    ),
    sites,
    firstTen: ranking.items.slice(0, 10).map(({ safeguard }) => titledAs(safeguard)),
  };
}

const titledAs = ({ id, title, language }: Pick<Safeguard, 'id' | 'title' | 'language'>): Titled => ({
  id,
  title,
  ...(language === undefined ? {} : { language }),
});

/** The same day with the titles of safeguards as a reader's library has them; what it no longer holds keeps its own. */
export function titledBy(standing: Standing, safeguards: readonly Safeguard[]): Standing {
  const titles = new Map<string, Titled>(safeguards.map((safeguard) => [safeguard.id, titledAs(safeguard)]));
  const titled = <One extends Titled>(one: One): One => ({ ...one, ...titles.get(one.id) });
  return { ...standing, safeguards: standing.safeguards.map(titled), firstTen: standing.firstTen.map(titled) };
}

/** The minimum set, or a domain. */
export type Head<Member> = { readonly id: string; readonly title: string | null; readonly members: readonly Member[] };

/** Names the minimum set among the heads; it has no title of its own. */
export const minimumSetId = 'minimum-set';

/** The heads under which safeguards are counted: the minimum set, then each domain. Those without a safeguard are left out. */
export function headsOf({
  domains,
  safeguards,
}: Pick<Standing, 'domains' | 'safeguards'>): readonly Head<StoodSafeguard>[] {
  const heads = [
    { id: minimumSetId, title: null, members: safeguards.filter(({ inMinimumSet }) => inMinimumSet) },
    ...domains.map(({ id, title }) => ({
      id,
      title,
      members: safeguards.filter(({ domain }) => domain === id),
    })),
  ];
  return heads.filter(({ members }) => members.length > 0);
}
