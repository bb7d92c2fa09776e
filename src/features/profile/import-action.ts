import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { sheetWords } from '../../core/assessment/sheet-words.ts';
import {
  suggestChanges,
  type SheetChange,
  type Suggestions,
  type SheetWorld,
} from '../../core/assessment/suggest-changes.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { applyPatch } from '../../core/profile/rating-state.ts';
import type { Translate } from '../../core/report/words.ts';
import { evidenceEntry, mostEvidence, ratingTexts } from '../../library/profile-schema.ts';
import { safeguardId, versionInput } from '../../library/schema/parts.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Library } from '../../library/library.ts';
import type { Services } from '../../library/services.ts';
import { largestSheetBytes } from '../../library/sheet/limits.ts';
import { nearestWithin } from '../../library/sheet/nearest.ts';
import { readSheet } from '../../library/sheet/read-sheet.ts';
import type { ActionContext, CommandIo, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { bytesOfBase64, plainName } from '../../platform/files/accept-file.ts';
import { fileArgument } from '../../platform/files/file-argument.ts';
import { importView, printImport, viewImport, viewProblem, type ImportView } from './import-view.ts';
import { lockRatings, readRatings, writeChanges, type StoredRating } from './rating-queries.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const base64Letters = Math.ceil(largestSheetBytes / 3) * 4;

/** What people confirmed: all that the file suggests, or some of it as they saw it. */
const acceptInput = z.union([
  z.literal('all'),
  z
    .array(z.strictObject({ id: safeguardId, version: versionInput.optional() }))
    .min(1)
    .max(2000),
]);
type Accepted = z.infer<typeof acceptInput>;

export const importRatings = defineAction({
  name: 'ratings.import',
  summary: 'What a filled sheet would change; stores only what is accepted',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/ratings/import',
  needsStore: true,
  input: z.strictObject({
    file: z.strictObject({
      name: z.string().min(1).max(400),
      content: z.string().max(base64Letters).describe('A CSV or XLSX file in base64, at most 1 MB of it'),
    }),
    language: languageInput,
    accept: acceptInput
      .optional()
      .describe('Left out: nothing is stored. With the version of a suggestion, it is refused where that has passed.'),
  }),
  sample: { file: { name: 'ratings.csv', content: 'SWQ7UmF0aW5nClMtMDcxO0wK' } },
  output: importView,
  command: {
    usage: 'ratings import <file>',
    options: [
      { flags: '--apply', description: 'store all changes; refused while a row cannot be carried over' },
      { flags: '--accept <ids>', description: 'store the changes of these safeguards only, such as S-041,S-071' },
      languageOption,
    ],
    example: './theriac ratings import ratings.xlsx --apply',
    toInput: importArguments,
    print: (view, { library }, given) => {
      const isStoring = given.options['apply'] === true || 'accept' in given.options;
      return printImport(view, library.words(languageGiven(given)).translate, isStoring);
    },
    exitCode: ({ problems }) => (problems.length > 0 ? 1 : 0),
  },
  run: async (context: Context, { file, language, accept }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const name = plainName(file.name);
    const say = library.value.words(language).translate;
    const stored = await context.store.read(readRatings);
    const read = await suggestionsOf(library.value, { name, content: file.content }, stored);
    if (!read.ok) return read;
    const around: Around = { name, say, stored, titles: titlesIn(library.value) };
    if (accept === undefined) return ok(viewOf(read.value, around, 0));
    const chosen = chosenOf(read.value, accept, around);
    if (!chosen.ok) return chosen;
    const outcome = await store(context, chosen.value, around);
    return outcome.ok ? ok(viewOf(read.value, around, chosen.value.length)) : outcome;
  },
});

/** The words and rows that answers are made from. */
type Around = {
  readonly name: string;
  readonly say: Translate;
  readonly stored: readonly StoredRating[];
  readonly titles: ReadonlyMap<string, string>;
};

const titlesIn = ({ content }: Library): Around['titles'] =>
  new Map(content.safeguards.map(({ id, title }) => [id, title]));

async function importArguments(
  { args: [path = '-'], options }: Given,
  io: CommandIo<Services>,
): Promise<Result<unknown, Failure>> {
  const file = await fileArgument(path, io);
  if (!file.ok) return file;
  const ids = options['accept'];
  const accept = typeof ids === 'string' ? ids.split(',').map((id) => ({ id: id.trim() })) : undefined;
  return ok({
    file: file.value,
    language: options['language'],
    ...(options['apply'] === true ? { accept: 'all' } : accept === undefined ? {} : { accept }),
  });
}

/** The limits of a profile, so that what is stored can be read again. */
const lettersOf = ({ maxLength }: { readonly maxLength: number | null }): number => maxLength ?? Infinity;
const letters = {
  reason: lettersOf(ratingTexts.reason),
  note: lettersOf(ratingTexts.note),
  owner: lettersOf(ratingTexts.owner),
  evidence: lettersOf(evidenceEntry.shape.what),
};

/** Reads and compares outside of any transaction. */
async function suggestionsOf(
  library: Library,
  { name, content }: { readonly name: string; readonly content: string },
  stored: readonly StoredRating[],
): Promise<Result<Suggestions, Failure>> {
  // A sheet may be in any language; what is wrong with it is said in the reader's.
  const languages = library.languages.map((language) => library.words(language).translate);
  const say = library.words(library.language).translate;
  const unreadable = (why: string): Failure => ({
    kind: 'invalid_ratings',
    message: say('sheet.import.unreadable', { file: name, why }),
  });
  const bytes = bytesOfBase64(content);
  if (bytes === null)
    return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
  const rows = await readSheet(bytes);
  if (!rows.ok) return fail(unreadable(say(`sheet.import.refusal.${rows.error}`)));
  const world: SheetWorld = {
    words: sheetWords(languages),
    ids: library.safeguardIds,
    stored: new Map(stored.map(({ id, state }) => [id, state])),
    limits: { letters, evidence: mostEvidence },
    nearest: nearestWithin,
  };
  const suggested = suggestChanges(rows.value, world);
  return suggested.ok ? suggested : fail(unreadable(noHead(say)));
}

const noHead = (say: Translate): string => {
  const heads = ['rating', 'reason', 'note', 'owner', 'due', 'evidence'].map((field) =>
    say(`sheet.assessment.heads.${field}`),
  );
  return say('sheet.import.noHead', { id: say('sheet.assessment.heads.id'), heads: heads.join(', ') });
};

type Chosen = SheetChange & { readonly version: number };

/** The suggestions that people took, with the version that each was made for. */
function chosenOf(
  { changes, problems }: Suggestions,
  accept: Accepted,
  { name, say, stored }: Around,
): Result<readonly Chosen[], Failure> {
  const versions = new Map(stored.map(({ id, version }) => [id, version]));
  if (accept === 'all') {
    if (problems.length === 0)
      return ok(changes.map((change) => ({ ...change, version: versions.get(change.id) ?? 0 })));
    return fail({
      kind: 'invalid_ratings',
      message: say('sheet.import.withProblems', { file: name, count: problems.length }),
      details: problems.map((problem) => {
        const { row, message } = viewProblem(problem, name, say);
        return { path: '', file: name, line: row, message };
      }),
    });
  }
  const byId = new Map(changes.map((change) => [change.id, change]));
  const notOffered = accept.filter(({ id }) => !byId.has(id));
  if (notOffered.length > 0) return fail(refusal(say, 'notOffered', notOffered));
  const passed = accept.filter(({ id, version }) => version !== undefined && version !== (versions.get(id) ?? 0));
  if (passed.length > 0) return fail(refusal(say, 'stale', passed));
  return ok(
    accept.flatMap(({ id }) => {
      const change = byId.get(id);
      return change === undefined ? [] : [{ ...change, version: versions.get(id) ?? 0 }];
    }),
  );
}

const refusal = (say: Translate, key: 'notOffered' | 'stale', about: readonly { readonly id: string }[]): Failure => ({
  kind: 'conflict',
  message: say(`sheet.import.${key}`, { ids: about.map(({ id }) => id).join(', ') }),
});

/** All of it in one short transaction, or nothing where someone changed one of them since. */
async function store(context: Context, chosen: readonly Chosen[], { say }: Around): Promise<Result<void, Failure>> {
  if (chosen.length === 0) return ok(undefined);
  const passed: SheetChange[] = [];
  const detail = { fields: Object.fromEntries(chosen.map(({ id, patch }) => [id, Object.keys(patch)])) };
  await context.store.attempt({ action: 'ratings.import', object: 'rating', detail }, async (db) => {
    await lockRatings(db);
    const stored = new Map((await readRatings(db)).map((rating) => [rating.id, rating]));
    passed.push(...chosen.filter(({ id, version }) => version !== (stored.get(id)?.version ?? 0)));
    if (passed.length > 0) return undefined;
    const note = { at: context.now(), actor: context.actor, action: 'ratings.import' };
    const changes = chosen.map(({ id, before, patch }) => ({
      before: stored.get(id) ?? { id, state: before, version: 0, changedAt: null, changedBy: null },
      after: applyPatch(before, patch, context.today as IsoDate),
    }));
    await writeChanges(db, changes, note);
    return true;
  });
  return passed.length === 0 ? ok(undefined) : fail(refusal(say, 'stale', passed));
}

const viewOf = (suggestions: Suggestions, { name, say, stored, titles }: Around, count: number): ImportView =>
  viewImport(suggestions, {
    file: name,
    say,
    titles,
    versions: new Map(stored.map(({ id, version }) => [id, version])),
    stored: count,
  });
