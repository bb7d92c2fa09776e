import { z } from 'zod';
import { saysHowFar, suggestFromAnswers, untouchedAnswers } from '../../core/assessment/answers-from-framework.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import { answerRoles, type AnswerRole } from '../../core/guidance/column-names.ts';
import type { Translate } from '../../core/report/words.ts';
import { readAnswers, type AnswersProblem, type ReadAnswers } from '../../library/guidance/answers.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { guidanceLimits } from '../../library/sheet/limits.ts';
import { actionsOver, type ActionContext, type CommandIo, type Failure, type Given } from '../../platform/action.ts';
import { bytesOfBase64, largestUploadBytes, plainName } from '../../platform/files/accept-file.ts';
import { fileArgument } from './evidence-actions.ts';
import { answersView, printAnswers, viewColumn, viewSuggestion } from './suggest-view.ts';

const defineAction = actionsOver<Services>();

const mostLetters = Math.ceil(guidanceLimits.bytes / 3) * 4;
const head = z.string().min(1).max(400);

export const suggestAnswers = defineAction({
  name: 'answers.suggest',
  summary: 'What answers given to a framework say of our safeguards: hints with their path; stores nothing',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/answers/suggest',
  largestBodyBytes: largestUploadBytes,
  needsStore: false,
  input: z.strictObject({
    file: z.strictObject({
      name: z.string().min(1).max(400),
      content: z.string().max(mostLetters).describe('A CSV, XLSX or ODS file in base64, at most 10 MB of it'),
    }),
    framework: z.string().min(1).max(100).describe('Id of a framework of the library, such as iso27001-2022'),
    columns: z
      .partialRecord(z.enum(answerRoles), z.array(head).max(10))
      .optional()
      .describe('Columns by head or letter, where they are not recognised by their heads'),
    language: languageInput,
  }),
  sample: {
    file: { name: 'statement.csv', content: 'Q29udHJvbCBJRDtTdGF0dXMKQS44LjEzO0ltcGxlbWVudGVkCg==' },
    framework: 'iso27001-2022',
  },
  output: answersView,
  command: {
    usage: 'answers suggest <file>',
    options: [
      { flags: '--framework <id>', description: 'what was answered, such as iso27001-2022', required: true },
      { flags: '--columns <list>', description: 'columns by head, such as "number=Control;state=Status"' },
      languageOption,
    ],
    example: './theriac answers suggest statement.xlsx --framework iso27001-2022',
    toInput: suggestArguments,
    print: (view, { library }, given) => printAnswers(view, library.words(languageGiven(given)).translate),
  },
  run: async ({ services }: ActionContext<Services>, { file, framework: id, columns, language }) => {
    const spoken = libraryIn(services, language);
    if (!spoken.ok) return spoken;
    const { content, words } = spoken.value;
    const say = words(language).translate;
    const framework = content.frameworks.find((one) => one.id === id);
    if (framework === undefined) {
      const frameworks = content.frameworks.map((one) => one.id).join(', ');
      return fail({ kind: 'not_found', message: say('answersFrom.unknownFramework', { framework: id, frameworks }) });
    }
    const name = plainName(file.name);
    const bytes = bytesOfBase64(file.content);
    if (bytes === null)
      return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
    const read = await readAnswers(bytes, framework, columns);
    if (!read.ok) return fail(refusalOf(read.error, name, say));
    const titles = new Map(content.safeguards.map((one) => [one.id as string, one.title]));
    return ok({ file: name, framework: id, ...answerOf(read.value, framework, content.safeguards, titles, say) });
  },
});

function answerOf(
  { answers, unanswered, findings, columns }: ReadAnswers,
  framework: Parameters<typeof suggestFromAnswers>[1],
  safeguards: Parameters<typeof suggestFromAnswers>[2],
  titles: ReadonlyMap<string, string>,
  say: Translate,
) {
  const suggestions = suggestFromAnswers(answers, framework, safeguards);
  const answered = answers.filter(saysHowFar).length;
  return {
    answered,
    unanswered: unanswered + answers.length - answered,
    suggestions: suggestions.map((one) => viewSuggestion(one, titles, say)),
    untouched: untouchedAnswers(answers, suggestions).map(({ requirement }) => requirement),
    findings: findings.map(({ code, at, message }) => ({ code, at, message })),
    columns: columns.filter(({ head: named, samples }) => named !== '' || samples.length > 0).map(viewColumn),
    ignored: columns.filter(({ role, head: named }) => role === null && named !== '').map(({ head: named }) => named),
  };
}

function refusalOf(problem: AnswersProblem, file: string, say: Translate): Failure {
  const kind = 'unread_answers';
  if (problem.kind === 'unreadable') {
    const { why } = problem;
    // Limits are those of guidance here, all else is refused in the same words as a sheet of ratings.
    const key = why === 'too_large' || why === 'too_many_rows' ? 'answersFrom.refusal' : 'sheet.import.refusal';
    return { kind, message: say('answersFrom.unreadable', { file, why: say(`${key}.${why}`) }) };
  }
  if (problem.kind === 'no_column')
    return {
      kind,
      message: say('answersFrom.unknownColumn', { file, heads: problem.heads.join(', '), column: problem.named }),
    };
  const columns = problem.columns.filter(({ head: named, samples }) => named !== '' || samples.length > 0);
  const heads = columns.flatMap(({ head: named }) => (named === '' ? [] : [named]));
  return {
    kind,
    message: say('answersFrom.noColumn', { file, heads: heads.join(', '), example: heads[0] ?? 'A' }),
    // Whoever has to choose one wants to see what stands in them.
    details: columns.map(({ letter, head: named, samples }) => ({
      path: letter,
      message: [named, ...samples].filter((text) => text !== '').join(' · '),
    })),
  };
}

async function suggestArguments(
  { args: [path = '-'], options: { framework, columns, language } }: Given,
  io: CommandIo<Services>,
): Promise<Result<unknown, Failure>> {
  const file = await fileArgument(path, io);
  if (!file.ok) return file;
  const named = typeof columns === 'string' ? { columns: columnsIn(columns) } : {};
  return ok({ file: file.value, framework, language, ...named });
}

/** `number=Control;state=Status`: what is no role is refused where input is checked. */
const columnsIn = (list: string): Partial<Record<AnswerRole, readonly string[]>> =>
  Object.fromEntries(
    list.split(';').map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [part.trim(), []] : [part.slice(0, at).trim(), [part.slice(at + 1).trim()]];
    }),
  );
