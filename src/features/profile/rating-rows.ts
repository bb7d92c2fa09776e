import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { unrated, type RatingState } from '../../core/profile/rating-state.ts';
import { profileFromValue } from '../../library/profile-input.ts';
import type { ProfileFile } from '../../library/profile-schema.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';

export type RatingRows = {
  /** By safeguard, everything that was given. */
  readonly states: ReadonlyMap<string, RatingState>;
  /** What the audit entry says. */
  readonly detail: { readonly ratings: Readonly<Record<string, string>> };
};

type Written = NonNullable<ProfileFile['ratings']>[string];

/** Ratings as files write them, checked as those of a profile, and as states. */
export function ratingRows(
  { services, today }: ActionContext<Services>,
  ratings: NonNullable<ProfileFile['ratings']>,
): Result<RatingRows, Failure> {
  const read = profileFromValue({ name: '-', ratings }, services.library);
  if (!read.ok) return fail({ ...read.error, kind: 'invalid_ratings' });
  const states = new Map(Object.entries(ratings).map(([id, written]) => [id, stateOf(written, today as IsoDate)]));
  return ok({
    states,
    detail: { ratings: Object.fromEntries([...states].map(([id, { rating }]) => [id, rating])) },
  });
}

function stateOf(written: Written, today: IsoDate): RatingState {
  if (typeof written === 'string')
    return { ...unrated, rating: written, ratedOn: written === 'unknown' ? null : today };
  const { rating, reason, rated_on, owner, due, note, evidence } = written;
  return {
    rating,
    reason: rating === 'not_applicable' ? (reason ?? null) : null,
    ratedOn: rating === 'unknown' ? null : ((rated_on as IsoDate | undefined) ?? today),
    owner: owner ?? null,
    due: (due as IsoDate | undefined) ?? null,
    note: note ?? null,
    evidence: (evidence ?? []) as RatingState['evidence'],
  };
}

/** A state as a profile file writes it. */
export const ratingValue = ({ rating, reason, ratedOn, owner, due, note, evidence }: RatingState) => ({
  rating,
  ...(reason === null ? {} : { reason }),
  ...(note === null ? {} : { note }),
  ...(owner === null ? {} : { owner }),
  ...(due === null ? {} : { due }),
  ...(ratedOn === null ? {} : { rated_on: ratedOn }),
  evidence,
});
