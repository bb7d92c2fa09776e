import { z } from 'zod';
import type { AnswerSuggestion } from '../../core/assessment/answers-from-framework.ts';
import { answerStates } from '../../core/guidance/answer-terms.ts';
import { answerRoles } from '../../core/guidance/column-names.ts';
import type { ProposedColumn } from '../../core/guidance/columns.ts';
import type { GivenAnswer } from '../../core/guidance/sheet-answers.ts';
import { ratings } from '../../core/profile/profile.ts';
import type { Translate } from '../../core/report/words.ts';

const suggestion = z.object({
  safeguard: z.object({ id: z.string(), title: z.string() }),
  /** How the answer leads to the safeguard. */
  path: z.object({
    framework: z.string(),
    requirement: z.string(),
    relation: z.enum(['equal', 'subset-of', 'superset-of', 'intersects-with']),
    because: z.string(),
  }),
  answer: z.object({
    row: z.number().int(),
    state: z.enum(answerStates).nullable(),
    said: z.string(),
    maturity: z.string().nullable(),
    reason: z.string().nullable(),
    evidence: z.string().nullable(),
    note: z.string().nullable(),
  }),
  concluded: z
    .object({ rating: z.enum(ratings), bound: z.enum(['is', 'at_least']) })
    .nullable()
    .describe('Null: they only touch, and nothing follows'),
  sentence: z.string(),
  caution: z.string(),
});

export const answersView = z.object({
  file: z.string(),
  framework: z.string(),
  answered: z.number().int(),
  unanswered: z.number().int(),
  suggestions: z.array(suggestion),
  /** Answered requirements that no safeguard is mapped to. */
  untouched: z.array(z.string()),
  findings: z.array(z.object({ code: z.string(), at: z.string(), message: z.string() })),
  /** Every column of the sheet that was read, with what it was taken for. */
  columns: z.array(
    z.object({
      letter: z.string(),
      head: z.string(),
      samples: z.array(z.string()),
      role: z.enum(answerRoles).nullable(),
    }),
  ),
  /** Columns that were not read. */
  ignored: z.array(z.string()),
});
export type AnswersView = z.infer<typeof answersView>;

/** A column as people know it again: its letter, its head and the first cells that hold something. */
export const viewColumn = ({ letter, head, samples, role }: ProposedColumn): AnswersView['columns'][number] => ({
  letter,
  head,
  samples: [...samples],
  role: answerRoles.find((one) => one === role) ?? null,
});

/** One suggestion with its sentence and what to beware of. */
export function viewSuggestion(
  { safeguard: id, path, answer, concluded }: AnswerSuggestion,
  titles: ReadonlyMap<string, string>,
  say: Translate,
): z.infer<typeof suggestion> {
  const { row, state, said, maturity, reason, evidence, note } = answer;
  const values = { row, requirement: path.requirement, id, says: saysOf(answer, say) };
  return {
    safeguard: { id, title: titles.get(id) ?? id },
    path,
    answer: { row, state, said, maturity, reason, evidence, note },
    concluded,
    ...(concluded === null
      ? { sentence: say('answersFrom.hint', values), caution: say('answersFrom.caution.touches') }
      : concluded.bound === 'at_least'
        ? { sentence: say('answersFrom.atLeast', values), caution: say('answersFrom.caution.atLeast') }
        : {
            sentence: say('answersFrom.conclusion', {
              ...values,
              relation: say(`answersFrom.relation.${path.relation}`),
              rating: say(`rating.${concluded.rating}`),
            }),
            caution: say('answersFrom.caution.asStated'),
          }),
  };
}

/** The answer in its own words where it has some, else in ours. */
function saysOf({ said, state, maturity }: GivenAnswer, say: Translate): string {
  const ours = state === null ? (maturity ?? '') : say(`answersFrom.state.${state}`);
  return say('answersFrom.said', { said: said === '' ? ours : said });
}

/** For people: what was found, a line each, and that nothing was stored. */
export function printAnswers(view: AnswersView, say: Translate): string {
  const { suggestions, untouched, findings, ignored, answered, unanswered, framework } = view;
  const concluded = suggestions.filter((one) => one.concluded !== null).length;
  return [
    say('answersFrom.found', { answered, framework, concluded, hints: suggestions.length - concluded }),
    ...(unanswered === 0 ? [] : [say('answersFrom.unanswered', { count: unanswered })]),
    '',
    ...suggestions.map(({ sentence, safeguard }) => `${sentence} (${safeguard.title})`),
    ...(untouched.length === 0 ? [] : ['', say('answersFrom.untouched', { requirements: untouched.join(', ') })]),
    ...(findings.length === 0 ? [] : ['', say('answersFrom.findings', { count: findings.length })]),
    ...findings.map(({ at, message }) => `${at}: ${message}`),
    ...(ignored.length === 0 ? [] : ['', say('answersFrom.ignored', { columns: ignored.join(', ') })]),
    '',
    say('answersFrom.notStored'),
  ].join('\n');
}
