import type { Conclusion } from '../../../core/assessment/answers-from-framework.ts';
import type { RatingPatch, RatingState, RatingWord } from '../../../core/profile/rating-state.ts';
import type { AnswerHint } from '../../../web/client/answers.ts';

/** Whether a conclusion can be taken over as a rating: nothing follows, it stands so already, or it is there to accept. */
export type Offer =
  | { readonly kind: 'none' | 'same' }
  | { readonly kind: 'accept'; readonly rating: Conclusion['rating']; readonly isBound: boolean };

const atLeastPartially: ReadonlySet<RatingWord> = new Set<RatingWord>(['partially', 'largely', 'fully']);

/** What can be accepted of a conclusion beside the present rating. A lower bound never lowers one. */
export function offerOf(concluded: Conclusion | null, present: RatingWord): Offer {
  if (concluded === null) return { kind: 'none' };
  const { rating, bound } = concluded;
  const isSame = bound === 'is' ? present === rating : atLeastPartially.has(present);
  return isSame ? { kind: 'same' } : { kind: 'accept', rating, isBound: bound === 'at_least' };
}

/** The rating with where it is from. A note that somebody wrote stays as it is. */
export const patchOf = (
  { answer, sentence }: Pick<AnswerHint, 'answer' | 'sentence'>,
  rating: Conclusion['rating'],
  { note }: Pick<RatingState, 'note'>,
  file: string,
): RatingPatch => ({
  rating,
  ...(rating === 'not_applicable' ? { reason: answer.reason?.slice(0, longestText) ?? null } : {}),
  ...(note === null ? { note: `${file}: ${sentence}`.slice(0, longestText) } : {}),
});

/** As long as what is stored of a rating can be. */
const longestText = 2000;

/** Hints by safeguard, in the order in which the safeguards first appear. */
export const bySafeguard = (hints: readonly AnswerHint[]): readonly (readonly [AnswerHint, ...AnswerHint[]])[] =>
  [...Map.groupBy(hints, ({ safeguard }) => safeguard.id).values()] as [AnswerHint, ...AnswerHint[]][];
