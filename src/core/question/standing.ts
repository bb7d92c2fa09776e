import type { RatingWord } from '../profile/rating-state.ts';

/** What became of a proposal. */
export type Decision = 'accepted' | 'declined';

/** What came back for one safeguard: null where it was not answered, `unknown` where the colleague does not know. */
export type Answered = { readonly answer: RatingWord | null; readonly decision: Decision | null };

/** Only what says how far something is can be accepted; that somebody does not know proposes nothing. */
export const isProposal = ({ answer }: Answered): boolean => answer !== null && answer !== 'unknown';

/** Whether a proposal waits for somebody to accept or decline it. */
export const isPending = (answered: Answered): boolean => isProposal(answered) && answered.decision === null;

/** Instants as ISO texts of one zone. */
export type QuestionFacts = {
  readonly endsAt: string;
  readonly sentAt: string | null;
  readonly withdrawnAt: string | null;
  readonly items: readonly Answered[];
};

/** Where a question stands: the colleague may still answer; the answer waits; or it is over, and how. */
export const standings = ['open', 'answered', 'decided', 'withdrawn', 'expired'] as const;
export type Standing = (typeof standings)[number];

/** Where a question stands at an instant. */
export function standingOf({ endsAt, sentAt, withdrawnAt, items }: QuestionFacts, now: string): Standing {
  if (sentAt !== null) return items.some(isPending) ? 'answered' : 'decided';
  if (withdrawnAt !== null) return 'withdrawn';
  return endsAt <= now ? 'expired' : 'open';
}
