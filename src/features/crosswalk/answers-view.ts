import { z } from 'zod';
import { saysHowFar, untouchedAnswers, type AnswerSuggestion } from '../../core/assessment/answers-from-framework.ts';
import type { Content } from '../../core/content/content.ts';
import type { Compared } from '../../core/crosswalk/compared.ts';
import type { Naming } from '../../core/crosswalk/names.ts';
import { answerStates } from '../../core/guidance/answer-terms.ts';
import { answerRoles } from '../../core/guidance/column-names.ts';
import type { ProposedColumn } from '../../core/guidance/columns.ts';
import { setRelations } from '../../core/guidance/mapping-set.ts';
import type { GivenAnswer } from '../../core/guidance/sheet-answers.ts';
import { voicesOf } from '../../core/mapping/twins.ts';
import type { PathStep } from '../../core/mapping/crosswalk.ts';
import { ratings } from '../../core/profile/profile.ts';
import type { Translate } from '../../core/report/words.ts';
import type { ReadAnswers } from '../../library/guidance/answers.ts';

const suggestion = z.object({
  safeguard: z.object({ id: z.string(), title: z.string() }),
  /** How the answer leads to the safeguard. */
  path: z.object({
    framework: z.string(),
    /** As people cite it. */
    requirement: z.string(),
    relation: z
      .enum(['equal', 'subset-of', 'superset-of', 'intersects-with'])
      .nullable()
      .describe('Of the safeguard to the requirement; null: a way leads there, and nothing follows'),
    because: z.string().nullable(),
    /** Requirements between the two, in order, each with its relation to the one before; none where they are mapped directly. */
    through: z.array(
      z.object({
        framework: z.string(),
        requirement: z.string(),
        relation: z.enum(setRelations),
        /** Who says so; none where a number is a part of another. */
        sources: z.array(z.string()),
      }),
    ),
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
  /** What the framework is called. */
  title: z.string(),
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
const viewColumn = ({ letter, head, samples, role }: ProposedColumn): AnswersView['columns'][number] => ({
  letter,
  head,
  samples: [...samples],
  role: answerRoles.find((one) => one === role) ?? null,
});

/** What the suggestions are shown with: names, and the words of a language. */
type Shown = {
  readonly framework: Pick<Compared, 'id' | 'shortTitle'>;
  readonly naming: Pick<Naming, 'named' | 'placed' | 'twins'>;
  readonly content: Pick<Content, 'safeguards'>;
  readonly say: Translate;
};

/** All that a sheet of answers says, and what of it could not be used. */
export function viewAnswers(
  {
    file,
    read,
    suggestions,
  }: {
    readonly file: string;
    readonly read: ReadAnswers;
    readonly suggestions: readonly AnswerSuggestion[];
  },
  shown: Shown,
): AnswersView {
  const { answers, unanswered, findings, columns } = read;
  const answered = answers.filter(saysHowFar).length;
  const titles = new Map(shown.content.safeguards.map((one) => [one.id as string, one.title]));
  return {
    file,
    framework: shown.framework.id,
    title: shown.framework.shortTitle,
    answered,
    unanswered: unanswered + answers.length - answered,
    suggestions: suggestions.map((one) => viewSuggestion(one, titles, shown)),
    untouched: untouchedAnswers(answers, suggestions).map(({ requirement }) => codeOf(shown, requirement)),
    findings: findings.map(({ code, at, message }) => ({ code, at, message })),
    columns: columns.filter(({ head, samples }) => head !== '' || samples.length > 0).map(viewColumn),
    ignored: columns.filter(({ role, head }) => role === null && head !== '').map(({ head }) => head),
  };
}

const codeOf = ({ naming, framework }: Shown, requirement: string): string =>
  naming.named(framework.id, requirement).code;

/** One suggestion with its sentence and what to beware of. */
function viewSuggestion(
  { way, relation, answer, concluded }: AnswerSuggestion,
  titles: ReadonlyMap<string, string>,
  shown: Shown,
): AnswersView['suggestions'][number] {
  const { say, framework } = shown;
  const { safeguard: id, steps } = way;
  const { row, state, said, maturity, reason, evidence, note } = answer;
  const through = steps.slice(0, -1).map((step) => viewStep(step, shown));
  const requirement = codeOf(shown, answer.requirement);
  const values = {
    row,
    requirement,
    id,
    says: saysOf(answer, say),
    through: through.map(({ name }) => name).join(' → '),
  };
  const because = steps.at(-1)?.sources.find(({ kind }) => kind === 'safeguard')?.note ?? null;
  return {
    safeguard: { id, title: titles.get(id) ?? id },
    path: { framework: framework.id, requirement, relation, because, through: through.map(({ view }) => view) },
    answer: { row, state, said, maturity, reason, evidence, note },
    concluded,
    ...saysWhat({ concluded, relation, isDirect: through.length === 0 }, values, say),
  };
}

/** A requirement on the way, by its name, and who says that the one before has to do with it. */
function viewStep({ to, relation, sources }: PathStep, { naming }: Shown) {
  const { frameworkTitle, code } = naming.placed(to);
  const voices = voicesOf(sources, naming.twins).map(({ source }) => source);
  const by = voices.filter(({ kind }) => kind === 'mapping_set').map(({ title, of }) => title ?? of);
  return {
    name: `${frameworkTitle} ${code}`,
    view: { framework: frameworkTitle, requirement: code, relation, sources: by },
  };
}

type Said = Pick<AnswerSuggestion, 'concluded' | 'relation'> & { readonly isDirect: boolean };

function saysWhat(
  { concluded, relation, isDirect }: Said,
  values: Parameters<Translate>[1],
  say: Translate,
): { readonly sentence: string; readonly caution: string } {
  if (concluded === null)
    return {
      sentence: say(isDirect ? 'answersFrom.hint' : 'answersFrom.hintThrough', values),
      caution: say('answersFrom.caution.touches'),
    };
  const caution = say(`answersFrom.caution.${isDirect ? 'asStated' : 'through'}`, values);
  if (concluded.bound === 'at_least')
    return {
      sentence: say('answersFrom.atLeast', values),
      caution: isDirect ? say('answersFrom.caution.atLeast') : caution,
    };
  return {
    sentence: say('answersFrom.conclusion', {
      ...values,
      relation: say(`answersFrom.relation.${relation ?? 'intersects-with'}`),
      rating: say(`rating.${concluded.rating}`),
    }),
    caution,
  };
}

/** The answer in its own words where it has some, else in ours. */
function saysOf({ said, state, maturity }: GivenAnswer, say: Translate): string {
  const ours = state === null ? (maturity ?? '') : say(`answersFrom.state.${state}`);
  return say('answersFrom.said', { said: said === '' ? ours : said });
}

/** For people: what was found, a line each, and that nothing was stored. */
export function printAnswers(view: AnswersView, say: Translate): string {
  const { suggestions, untouched, findings, ignored, answered, unanswered, title } = view;
  const concluded = suggestions.filter((one) => one.concluded !== null).length;
  return [
    say('answersFrom.found', { answered, framework: title, concluded, hints: suggestions.length - concluded }),
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
