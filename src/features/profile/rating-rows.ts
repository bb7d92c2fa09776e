import { fail, ok, type Result } from '../../core/base.ts';
import { profileFromValue } from '../../library/profile-input.ts';
import type { ProfileFile } from '../../library/profile-schema.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import type { NewRating } from './queries.ts';

export type RatingRows = {
  readonly rows: readonly NewRating[];
  /** Rated "unknown": their rows go. */
  readonly unknown: readonly string[];
  /** What the audit entry says. */
  readonly detail: { readonly ratings: Readonly<Record<string, string>> };
};

/** Ratings as files write them, checked as those of a profile, and as rows. */
export function ratingRows(
  { services, today }: ActionContext<Services>,
  ratings: NonNullable<ProfileFile['ratings']>,
): Result<RatingRows, Failure> {
  const read = profileFromValue({ name: '-', ratings }, services.library);
  if (!read.ok) return fail({ ...read.error, kind: 'invalid_ratings' });
  const rows = [...read.value.ratings].map(([id, { rating, ratedOn, owner, note, evidence }]): NewRating => ({
    safeguard_id: id,
    rating: rating.kind,
    reason: rating.kind === 'not_applicable' ? rating.reason : null,
    owner: owner ?? null,
    note: note ?? null,
    evidence,
    rated_on: ratedOn ?? today,
  }));
  const rated = new Map(rows.map(({ safeguard_id, rating }) => [safeguard_id, rating]));
  const words = Object.keys(ratings).map((id) => [id, rated.get(id) ?? 'unknown'] as const);
  return ok({
    rows,
    unknown: words.flatMap(([id, word]) => (word === 'unknown' ? [id] : [])),
    detail: { ratings: Object.fromEntries(words) },
  });
}
