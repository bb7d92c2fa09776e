import type { Relation } from '../content/safeguard.ts';
import type { AnswerState } from '../guidance/answer-terms.ts';
import type { GivenAnswer } from '../guidance/sheet-answers.ts';
import type { Way } from '../mapping/ways-to-safeguards.ts';
import type { RatingWord } from '../profile/rating-state.ts';

/** What an answer lets one conclude of a safeguard; a bound says that it is that far at least. */
export type Conclusion = {
  readonly rating: Exclude<RatingWord, 'unknown'>;
  readonly bound: 'is' | 'at_least';
};

/** From an answer to a safeguard, with every step between. Nothing is rated by it: people do, by the safeguard's own steps. */
export type AnswerSuggestion = {
  readonly answer: GivenAnswer;
  readonly way: Way;
  /** Of the safeguard to the requirement; null where only a way leads from the one to the other, and nothing follows. */
  readonly relation: Relation | null;
  /** Null where the relation says only that they touch: then it is a hint where to look. */
  readonly concluded: Conclusion | null;
};

/** Whether an answer says how far a requirement is; that it applies, or was not assessed, says nothing of that. */
export const saysHowFar = ({ state, said, maturity }: GivenAnswer): boolean =>
  state === null ? said !== '' || maturity !== null : state !== 'not_assessed';

/**
 * Answers to requirements as suggestions for the safeguards to which ways lead. Those from which something follows come
 * first; the rest keeps the order of the answers.
 */
export function suggestFromAnswers(
  answers: readonly GivenAnswer[],
  waysFrom: (requirement: string) => readonly Way[],
): readonly AnswerSuggestion[] {
  const all = answers.filter(saysHowFar).flatMap((answer) =>
    waysFrom(answer.requirement).map((way): AnswerSuggestion => {
      const relation = relationOf(way);
      return { answer, way, relation, concluded: relation === null ? null : concludedFrom(answer, relation) };
    }),
  );
  return [...all.filter(({ concluded }) => concluded !== null), ...all.filter(({ concluded }) => concluded === null)];
}

/** A way is read from the requirement to the safeguard; content says how the safeguard stands to the requirement. */
function relationOf({ conclusion }: Way): Relation | null {
  if (conclusion.kind === 'no_conclusion') return null;
  if (conclusion.kind === 'overlap') return 'intersects-with';
  switch (conclusion.relation) {
    case 'equal':
    case 'equivalent':
      return 'equal';
    case 'subset':
      return 'superset-of';
    case 'superset':
      return 'subset-of';
    case 'intersects':
      return 'intersects-with';
    case 'none':
      return null;
  }
}

/** Requirements that were answered and from which no way leads to a safeguard. */
export function untouchedAnswers(
  answers: readonly GivenAnswer[],
  suggestions: readonly AnswerSuggestion[],
): readonly GivenAnswer[] {
  const reached = new Set(suggestions.map(({ answer }) => answer.requirement));
  return answers.filter((answer) => saysHowFar(answer) && !reached.has(answer.requirement));
}

const ratingOf: Partial<Readonly<Record<AnswerState, Conclusion['rating']>>> = {
  implemented: 'fully',
  partly: 'partially',
  planned: 'not_implemented',
  not_implemented: 'not_implemented',
};

/**
 * What follows for a safeguard from how far a requirement is. Of an equal one, the same. Of one that is part of the
 * requirement, only what holds of all its parts. Of one that contains it, that a part at least is there. Of one that
 * merely intersects, nothing. A maturity is on a scale of others and says nothing on ours.
 * @source NIST IR 8477, section 4.3: what holds of a set holds of its subsets, and not the other way round
 */
export function concludedFrom(
  { state, reason }: Pick<GivenAnswer, 'state' | 'reason'>,
  relation: Relation,
): Conclusion | null {
  if (state === null || state === 'not_assessed' || relation === 'intersects-with') return null;
  if (state === 'not_applicable')
    return reason !== null && relation !== 'superset-of' ? { rating: 'not_applicable', bound: 'is' } : null;
  if (relation === 'equal') {
    const rating = ratingOf[state];
    return rating === undefined ? null : { rating, bound: 'is' };
  }
  if (state !== 'implemented') return null;
  return relation === 'subset-of' ? { rating: 'fully', bound: 'is' } : { rating: 'partially', bound: 'at_least' };
}
