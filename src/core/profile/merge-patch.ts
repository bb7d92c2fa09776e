import type { Evidence } from './profile.ts';
import {
  evidenceText,
  isSame,
  ratingFields,
  stillToSay,
  type RatingField,
  type RatingPatch,
  type RatingState,
} from './rating-state.ts';

/** What someone saw, what they changed in it, and what stands there by now. */
export type MergeInput = {
  readonly base: RatingState;
  readonly mine: RatingPatch;
  readonly theirs: RatingState;
};

/** The change as it can be made on what stands there now, and the parts that two people changed differently. */
export type Merge = { readonly patch: RatingPatch; readonly conflicts: readonly RatingField[] };

/**
 * Two changes of one safeguard at once. Changes of different parts go together, equal ones are one, evidence that either
 * added or took out is added or taken out. Only the same part changed differently is for people to decide; it stays in
 * the patch, and `conflicts` names it.
 */
export function mergePatch({ base, mine, theirs }: MergeInput): Merge {
  const merged =
    mine.evidence === undefined
      ? mine
      : { ...mine, evidence: mergeEvidence(base.evidence, mine.evidence, theirs.evidence) };
  const patch = stillToSay(merged, theirs);
  const conflicts = ratingFields.filter(
    (field) => field !== 'evidence' && patch[field] !== undefined && !isSame(base, theirs, field),
  );
  return { patch, conflicts: withItsReason(conflicts, patch) };
}

/** Rating and reason are one judgement: a conflict about the reason is one about the rating. */
function withItsReason(conflicts: readonly RatingField[], patch: RatingPatch): readonly RatingField[] {
  if (!conflicts.includes('reason') || conflicts.includes('rating') || patch.rating === undefined) return conflicts;
  return ['rating', ...conflicts];
}

function mergeEvidence(
  base: readonly Evidence[],
  mine: readonly Evidence[],
  theirs: readonly Evidence[],
): readonly Evidence[] {
  const inBase = new Set(base.map(evidenceText));
  const inMine = new Set(mine.map(evidenceText));
  const inTheirs = new Set(theirs.map(evidenceText));
  const kept = theirs.filter((one) => inMine.has(evidenceText(one)) || !inBase.has(evidenceText(one)));
  const added = mine.filter((one) => !inBase.has(evidenceText(one)) && !inTheirs.has(evidenceText(one)));
  return [...kept, ...added];
}

/** The change without the parts that its author gives up. */
export const withoutFields = (patch: RatingPatch, fields: readonly RatingField[]): RatingPatch =>
  Object.fromEntries(Object.entries(patch).filter(([field]) => !fields.includes(field as RatingField))) as RatingPatch;
