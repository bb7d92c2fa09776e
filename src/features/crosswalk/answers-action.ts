import { z } from 'zod';
import { suggestFromAnswers } from '../../core/assessment/answers-from-framework.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import { answerRoles, type AnswerRole } from '../../core/guidance/column-names.ts';
import { waysToSafeguards } from '../../core/mapping/ways-to-safeguards.ts';
import type { Translate } from '../../core/report/words.ts';
import { readAnswers, type AnswersProblem } from '../../library/guidance/answers.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { guidanceLimits } from '../../library/sheet/limits.ts';
import { actionsOver, type ActionContext, type CommandIo, type Failure, type Given } from '../../platform/action.ts';
import { bytesOfBase64, largestUploadBytes, plainName } from '../../platform/files/accept-file.ts';
import { fileArgument } from '../../platform/files/file-argument.ts';
import { answersView, printAnswers, viewAnswers } from './answers-view.ts';
import { findFramework } from './find.ts';
import { groundFor } from './known.ts';
import { fromInput } from './sides.ts';

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
  needsStore: true,
  worksWithoutData: true,
  input: z.strictObject({
    file: z.strictObject({
      name: z.string().min(1).max(400),
      content: z.string().max(mostLetters).describe('A CSV, XLSX or ODS file in base64, at most 10 MB of it'),
    }),
    framework: fromInput.describe('A framework of the library or an imported one, such as iso27001-2022'),
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
      { flags: '--framework <name>', description: 'what was answered, such as iso27001-2022', required: true },
      { flags: '--columns <list>', description: 'columns by head, such as "number=Control;state=Status"' },
      languageOption,
    ],
    example: './theriac answers suggest statement.xlsx --framework iso27001-2022',
    toInput: suggestArguments,
    print: (view, { library }, given) => printAnswers(view, library.words(languageGiven(given)).translate),
  },
  run: async (context: ActionContext<Services>, { file, framework: asked, columns, language }) => {
    const spoken = libraryIn(context.services, language);
    if (!spoken.ok) return spoken;
    const { content, words } = spoken.value;
    const say = words(language).translate;
    const { all, naming } = await groundFor(context, spoken.value);
    const framework = findFramework(asked, all);
    if (!framework.ok) return framework;
    const { id, shortTitle, tree } = framework.value;
    const name = plainName(file.name);
    const bytes = bytesOfBase64(file.content);
    if (bytes === null)
      return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
    const read = await readAnswers(
      bytes,
      { requirements: tree.map((one) => ({ id: one.id, cite: one.code })) },
      columns,
    );
    if (!read.ok) return fail(refusalOf(read.error, name, say));
    const suggestions = suggestFromAnswers(read.value.answers, (requirement) =>
      waysToSafeguards(naming.graph, id, requirement),
    );
    return ok(
      viewAnswers(
        { file: name, read: read.value, suggestions },
        { framework: { id, shortTitle }, naming, content, say },
      ),
    );
  },
});

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
