/** How far a relation can be relied on, and what a chain of them is worth: no more than its weakest link. */
import type { Rationale, ReviewState } from '../guidance/mapping-set.ts';

/** What a publisher says of how it came to a relation; null where it says nothing. */
export type Trust = {
  readonly review: ReviewState | null;
  readonly rationale: Rationale | null;
  readonly confidence: number | null;
};

/** From strong to weak. Who says nothing may have guessed, so that comes after a draft. */
const reviewRanks: Readonly<Record<ReviewState | 'unsaid', number>> = {
  complete: 0,
  not_complete: 1,
  draft: 2,
  unsaid: 3,
  superseded: 4,
  deprecated: 5,
};
/** The same words have the same meaning, and the same meaning the same effect, but not the other way round. */
const rationaleRanks: Readonly<Record<Rationale | 'unsaid', number>> = {
  syntactic: 0,
  semantic: 1,
  functional: 2,
  unsaid: 3,
};

/** What does not weaken a chain: that a point is part of its section is read off the numbers. */
export const noDoubt: Trust = { review: 'complete', rationale: 'syntactic', confidence: 1 };

/** Whether its author withdrew it. Nothing is concluded from what was withdrawn. */
export const isWithdrawn = ({ review }: Pick<Trust, 'review'>): boolean =>
  review === 'deprecated' || review === 'superseded';

const reviewRank = ({ review }: Trust): number => reviewRanks[review ?? 'unsaid'];
const rationaleRank = ({ rationale }: Trust): number => rationaleRanks[rationale ?? 'unsaid'];
// Unknown is not zero, but a link of unknown confidence leaves that of the chain unknown.
const confidenceOf = ({ confidence }: Trust): number => confidence ?? -1;

/** Below zero where the left is relied on more: by review, then by rationale, then by confidence. */
export const byTrust = (left: Trust, right: Trust): number =>
  reviewRank(left) - reviewRank(right) ||
  rationaleRank(left) - rationaleRank(right) ||
  confidenceOf(right) - confidenceOf(left);

/** The weaker of each: review, rationale and confidence of a chain of the two. */
export const weaker = (left: Trust, right: Trust): Trust => ({
  review: reviewRank(left) > reviewRank(right) ? left.review : right.review,
  rationale: rationaleRank(left) > rationaleRank(right) ? left.rationale : right.rationale,
  confidence: confidenceOf(left) < confidenceOf(right) ? left.confidence : right.confidence,
});
