import type { Force } from '../../../core/content/obligation-rule.ts';
import type { FactName } from '../../../core/profile/facts.ts';
import type { Duty, Obligations } from '../../../web/client/obligations.ts';

/** What is only recalled is never shown among what is known. */
export const isConfirmed = ({ verification }: Duty): boolean => verification.status !== 'recall';

/** Confirmed duties of a force, sooner first, else in the order of content. */
export const dutiesOf = ({ obligations }: Obligations, force: Force): readonly Duty[] =>
  obligations
    .filter((duty) => duty.force === force && isConfirmed(duty))
    .toSorted((left, right) => (force === 'binding_from' ? (left.from ?? '').localeCompare(right.from ?? '') : 0));

export const unconfirmedDuties = ({ obligations }: Obligations): readonly Duty[] =>
  obligations.filter((duty) => !isConfirmed(duty));

/** A question with the duties that it decides. A duty that hangs on several questions stands under the first. */
export type QuestionBlock = {
  readonly fact: FactName;
  readonly decidesClass: boolean;
  readonly duties: readonly Duty[];
};

/** Questions that decide a confirmed duty or the class; duties that name no question come last, under none. */
export function questionBlocks(view: Obligations): {
  readonly blocks: readonly QuestionBlock[];
  readonly others: readonly Duty[];
} {
  const waiting = dutiesOf(view, 'needs_answer');
  const placed = new Set<string>();
  const blocks = view.questions.flatMap(({ fact, decidesClass }) => {
    const duties = waiting.filter(({ id, ask }) => ask.includes(fact) && !placed.has(id));
    for (const { id } of duties) placed.add(id);
    return duties.length > 0 || decidesClass ? [{ fact, decidesClass, duties }] : [];
  });
  return { blocks, others: waiting.filter(({ id }) => !placed.has(id)) };
}
