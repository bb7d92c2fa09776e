import type { ObligationId, SafeguardId } from '../content/ids.ts';
import type { Profile } from '../profile/profile.ts';
import type { Ranking } from './rank.ts';

/** A safeguard that touches a duty, and how far it is. */
export type Touch = {
  readonly id: SafeguardId;
  readonly title: string;
  /** Of the title, where it is not English. */
  readonly language?: string | undefined;
  readonly rating: 'not_implemented' | 'partially' | 'largely' | 'fully' | 'not_applicable' | 'unknown';
  /** It discharges the duty by itself. */
  readonly isNamed: boolean;
};

/** For each duty the safeguards that touch it, in the order of the ranking; what is done comes last. */
export function touchesOf(ranking: Ranking, profile: Profile): ReadonlyMap<ObligationId, readonly Touch[]> {
  const touches = [...ranking.items, ...ranking.done].flatMap(({ safeguard, duty }) =>
    duty.touches.map(({ obligation, isNamed }) => ({
      duty: obligation.id,
      touch: {
        id: safeguard.id,
        title: safeguard.title,
        language: safeguard.language,
        rating: profile.ratings.get(safeguard.id)?.rating.kind ?? 'unknown',
        isNamed,
      } satisfies Touch,
    })),
  );
  return new Map(
    [...Map.groupBy(touches, ({ duty }) => duty)].map(([duty, found]) => [duty, found.map(({ touch }) => touch)]),
  );
}
