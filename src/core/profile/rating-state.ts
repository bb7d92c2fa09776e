import type { IsoDate } from '../content/verification.ts';
import type { Evidence, Rating } from './profile.ts';

/** A rating in a word; `unknown` where nobody has judged yet. */
export type RatingWord = Rating['kind'] | 'unknown';

/** All that is said of one safeguard, rated or not: someone may own what nobody has judged. */
export type RatingState = {
  readonly rating: RatingWord;
  /** Why it does not apply; null with every other rating. */
  readonly reason: string | null;
  readonly ratedOn: IsoDate | null;
  readonly owner: string | null;
  readonly due: IsoDate | null;
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
};

/** What is said of a safeguard that nobody has looked at. */
export const unrated: RatingState = {
  rating: 'unknown',
  reason: null,
  ratedOn: null,
  owner: null,
  due: null,
  note: null,
  evidence: [],
};

/** The parts that people change; the day of the rating follows from them. */
export type RatingField = Exclude<keyof RatingState, 'ratedOn'>;
/** In the order in which they are shown. */
export const ratingFields = ['rating', 'reason', 'owner', 'due', 'note', 'evidence'] as const;

/** A change: what is absent stays as it is, null takes away. */
export type RatingPatch = { readonly [Field in RatingField]?: RatingState[Field] | undefined };

/** The state after a change. Only what does not apply has a reason, and a judgement carries the day on which it was made. */
export function applyPatch(state: RatingState, patch: RatingPatch, today: IsoDate): RatingState {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as RatingPatch;
  const next: RatingState = { ...state, ...(given as Partial<RatingState>) };
  const ratedOn = given.rating === undefined ? state.ratedOn : today;
  return {
    ...next,
    reason: next.rating === 'not_applicable' ? next.reason : null,
    ratedOn: next.rating === 'unknown' ? null : ratedOn,
  };
}

/** Texts without spaces around them; an empty one is none. */
export function tidyPatch(patch: RatingPatch): RatingPatch {
  const tidied = Object.entries(patch).map(([field, value]): [string, unknown] =>
    typeof value === 'string' ? [field, value.trim() === '' ? null : value.trim()] : [field, value],
  );
  return Object.fromEntries(tidied) as RatingPatch;
}

/** One piece of evidence as a text that is equal exactly where the evidence is. */
export const evidenceText = ({ what, dated, owner, expires, link, file }: Evidence): string =>
  JSON.stringify([what, dated ?? null, owner ?? null, expires ?? null, link ?? null, file ?? null]);

const valueText = (state: RatingPatch, field: RatingField): string =>
  field === 'evidence'
    ? JSON.stringify((state.evidence ?? []).map(evidenceText))
    : JSON.stringify(state[field] ?? null);

/** Whether two states say the same in one part. */
export const isSame = (left: RatingPatch, right: RatingPatch, field: RatingField): boolean =>
  valueText(left, field) === valueText(right, field);

/** Whether two states are equal in everything, the day of the rating included. */
export const isEqual = (left: RatingState, right: RatingState): boolean =>
  left.ratedOn === right.ratedOn && ratingFields.every((field) => isSame(left, right, field));

/** Whether nothing at all is said: not rated, and nothing else known. */
export const isBlank = (state: RatingState): boolean => isEqual(state, unrated);

/** The part of a change that a state does not say yet. */
export function stillToSay(patch: RatingPatch, state: RatingState): RatingPatch {
  const open = ratingFields.filter((field) => patch[field] !== undefined && !isSame(patch, state, field));
  // A reason without its rating says nothing.
  const withRating = open.includes('reason') && patch.rating !== undefined ? [...open, 'rating' as const] : open;
  return Object.fromEntries(withRating.map((field) => [field, patch[field]])) as RatingPatch;
}

/** Evidence that names a stored file is never dropped by the way: it stays unless someone takes it out of the list. */
export function keepFiles(before: readonly Evidence[], after: readonly Evidence[]): readonly Evidence[] {
  const named = new Set(after.map(({ file }) => file));
  return [...after, ...before.filter(({ file }) => file !== undefined && !named.has(file))];
}
