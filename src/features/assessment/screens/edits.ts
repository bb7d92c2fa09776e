import type { IsoDate } from '../../../core/content/verification.ts';
import { mergePatch, withoutFields } from '../../../core/profile/merge-patch.ts';
import {
  applyPatch,
  ratingFields,
  stillToSay,
  tidyPatch,
  type RatingField,
  type RatingPatch,
  type RatingState,
} from '../../../core/profile/rating-state.ts';
import type { Failure } from '../../../web/client/ask.ts';
import type { Rating } from '../../../web/client/assessment.ts';

/** What stops a change: somebody else changed the same part, or the server will not have it. */
export type Problem =
  | { readonly kind: 'conflict'; readonly fields: readonly RatingField[]; readonly theirs: Rating }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** A change that the server has not confirmed: what its author saw, and what they changed in it. */
export type Edit = {
  readonly id: string;
  readonly base: Rating;
  readonly patch: RatingPatch;
  readonly problem: Problem | null;
};

/** One more change of the same safeguard. Whatever was refused before is tried again. */
export function edited(edit: Edit | undefined, base: Rating, patch: RatingPatch): Edit {
  const before = edit ?? { id: base.id, base, patch: {}, problem: null };
  return {
    ...before,
    patch: withReason({ ...before.patch, ...patch }),
    problem: before.problem?.kind === 'refused' ? null : before.problem,
  };
}

/** Only what does not apply has a reason. */
const withReason = (patch: RatingPatch): RatingPatch =>
  patch.rating === undefined || patch.rating === 'not_applicable' ? patch : withoutFields(patch, ['reason']);

/** After the server confirmed: what was changed meanwhile is still to be said, on what stands there now. */
export function confirmed(edit: Edit, stored: Rating): Edit | null {
  const patch = openPart(edit.patch, stored.state);
  return isNothing(patch) ? null : { ...edit, base: stored, patch };
}

/** Texts count as the server will keep them; what is still to be said stays as it was typed. */
function openPart(patch: RatingPatch, state: RatingState): RatingPatch {
  const open = stillToSay(tidyPatch(patch), state);
  return withoutFields(
    patch,
    ratingFields.filter((field) => open[field] === undefined),
  );
}

const isNothing = (patch: RatingPatch): boolean => Object.keys(patch).length === 0;

/** After the server said that someone else was first: put together what goes together, and ask about the rest. */
export function collided(edit: Edit, theirs: Rating): Edit | null {
  const { patch, conflicts } = mergePatch({
    base: edit.base.state,
    mine: tidyPatch(edit.patch),
    theirs: theirs.state,
  });
  if (isNothing(patch)) return null;
  if (conflicts.length === 0) return { ...edit, base: theirs, patch, problem: null };
  return { ...edit, patch, problem: { kind: 'conflict', fields: conflicts, theirs } };
}

/** A person has chosen: their own values on what stands there now, or what stands there. */
export function decided(edit: Edit, whose: 'mine' | 'theirs'): Edit | null {
  if (edit.problem?.kind !== 'conflict') return edit;
  const { fields, theirs } = edit.problem;
  const patch = whose === 'mine' ? edit.patch : withoutFields(edit.patch, fields);
  return isNothing(patch) ? null : { ...edit, base: theirs, patch, problem: null };
}

/** What a page shows: what is stored with what was changed. The day of a judgement comes from the server. */
export const shownState = (stored: RatingState, edit: Edit | undefined): RatingState =>
  edit === undefined ? stored : applyPatch(stored, edit.patch, (stored.ratedOn ?? '') as IsoDate);
