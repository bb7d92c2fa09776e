import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Evidence } from '../../core/profile/profile.ts';
import { isBlank, type RatingPatch } from '../../core/profile/rating-state.ts';
import { evidenceEntry, mostEvidence, ratingOrWord, ratingTexts, ratingWords } from '../../library/profile-schema.ts';
import { safeguardId, versionInput } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { readYamlAsWritten } from '../../library/yaml.ts';
import type { ActionContext, CommandIo, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { largestUploadBytes } from '../../platform/files/accept-file.ts';
import { fileArgument } from '../../platform/files/file-argument.ts';
import { readNames } from '../../platform/identity/who.ts';
import { changeRating, noSafeguard } from './change-rating.ts';
import { attachmentOf, uploadInput } from './evidence-actions.ts';
import { readFileFacts } from './evidence-queries.ts';
import { printHistory, printRating } from './print-ratings.ts';
import { readChanges, readRatings, writeRatings } from './rating-queries.ts';
import { ratingRows } from './rating-rows.ts';
import { changeView, ratingView, viewChange, viewRating } from './rating-view.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

export const listRatings = defineAction({
  name: 'ratings.list',
  summary: 'The stored ratings',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/ratings',
  needsStore: true,
  input: z.strictObject({}),
  output: z.object({ ratings: z.array(ratingView) }),
  command: {
    usage: 'ratings list',
    example: './theriac ratings list',
    toInput: async () => ok({}),
    print: ({ ratings }, { library }) =>
      ratings.map(({ id, rating }) => `${id}  ${library.words('en').translate(`rating.${rating}`)}`).join('\n'),
  },
  run: async ({ store }: Context) => {
    const [rows, around] = await store.read(async (db) => {
      const stored = (await readRatings(db)).filter(({ state }) => !isBlank(state));
      const names = await readNames(
        db,
        stored.flatMap(({ changedBy }) => changedBy ?? []),
      );
      return [stored, { names, files: await readFileFacts(db) }] as const;
    });
    return ok({ ratings: rows.map((row) => viewRating(row, around)) });
  },
});

export const saveRatings = defineAction({
  name: 'ratings.save',
  summary: 'Stores ratings, one or many at once',
  permission: 'contributor',
  kind: 'command',
  method: 'put',
  path: '/api/ratings',
  needsStore: true,
  input: z.strictObject({ ratings: z.record(z.string(), ratingOrWord) }),
  sample: { ratings: { 'S-071': 'partially' } },
  output: z.object({ saved: z.number().int() }),
  command: {
    usage: 'ratings save <file>',
    example: './theriac ratings save ratings.yaml',
    toInput: async ({ args: [path = '-'] }, { readText }) => {
      const text = await readText(path);
      if (!text.ok) return text;
      const read = readYamlAsWritten(text.value);
      return read.ok
        ? ok({ ratings: (read.value as { ratings?: unknown } | null)?.ratings ?? read.value })
        : fail({
            kind: 'invalid_ratings',
            message: `Cannot read ${path}: ${read.error.message}`,
            details: [{ file: path, line: read.error.line, path: '', message: read.error.message }],
          });
    },
    print: ({ saved }, { library }) => library.words('en').translate('cli.ratingsSaved', { saved }),
  },
  run: async (context: Context, { ratings }) => {
    const read = ratingRows(context, ratings);
    if (!read.ok) return read;
    const { states, detail } = read.value;
    const note = { at: context.now(), actor: context.actor, action: 'ratings.save' };
    if (states.size > 0)
      await context.store.change({ action: 'ratings.save', object: 'rating', detail }, (db) =>
        writeRatings(db, { states, isWhole: false }, note),
      );
    return ok({ saved: Object.keys(ratings).length });
  },
});

/** Null takes away; what is left out stays. */
const rateInput = z.strictObject({
  id: safeguardId,
  version: versionInput.optional(),
  rating: z.enum(ratingWords).optional(),
  reason: ratingTexts.reason.nullish(),
  owner: ratingTexts.owner.nullish(),
  due: ratingTexts.due.nullish(),
  note: ratingTexts.note.nullish(),
  evidence: z.array(evidenceEntry).max(mostEvidence).optional(),
  attach: uploadInput.optional(),
});

export const rateSafeguard = defineAction({
  name: 'ratings.rate',
  summary: 'Rates one safeguard, or changes its note, owner, due date or evidence',
  permission: 'contributor',
  kind: 'command',
  method: 'patch',
  path: '/api/ratings/{id}',
  needsStore: true,
  largestBodyBytes: largestUploadBytes,
  input: rateInput,
  sample: { id: 'S-071', rating: 'largely', note: 'Restored on two of three sites' },
  output: ratingView,
  command: {
    usage: 'ratings rate <safeguard> [rating]',
    options: [
      { flags: '--reason <text>', description: 'why it does not apply' },
      { flags: '--note <text>', description: 'what to know about the rating; "" takes it away' },
      { flags: '--owner <name>', description: 'who sees to it; "" takes it away' },
      { flags: '--due <date>', description: 'by when more is due, YYYY-MM-DD; "" takes it away' },
      { flags: '--evidence <file>', description: 'a file that proves it' },
      { flags: '--if-version <number>', description: 'refuse if someone changed it since this version' },
    ],
    example: './theriac ratings rate S-041 largely --note "Laboratory suppliers follow in May" --due 2027-05-31',
    toInput: rateArguments,
    print: printRating,
  },
  run: async (context: Context, { id, version, attach, ...patch }) => {
    const attached = attach === undefined ? ok(undefined) : attachmentOf(attach);
    if (!attached.ok) return attached;
    return changeRating(context, {
      id,
      action: 'ratings.rate',
      expected: version,
      patch: patch as RatingPatch & { readonly evidence?: readonly Evidence[] },
      attach: attached.value,
    });
  },
});

const flagged = ['reason', 'note', 'owner', 'due'] as const;

/** An empty text takes away, as null does in a request. */
async function rateArguments(
  { args: [id, rating], options }: Given,
  io: CommandIo<Services>,
): Promise<Result<unknown, Failure>> {
  const texts = flagged.flatMap((name) =>
    options[name] === undefined ? [] : [[name, options[name] === '' ? null : options[name]]],
  );
  const attach = await fileArgument(options['evidence'], io);
  if (!attach.ok) return attach;
  return ok({
    id,
    ...(rating === undefined ? {} : { rating }),
    ...Object.fromEntries(texts),
    ...(options['ifVersion'] === undefined ? {} : { version: Number(options['ifVersion']) }),
    ...(attach.value === undefined ? {} : { attach: attach.value }),
  });
}

export const ratingHistory = defineAction({
  name: 'ratings.history',
  summary: 'Every change of one rating, latest first, with both values and who made it',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/ratings/{id}/history',
  needsStore: true,
  input: z.strictObject({ id: safeguardId }),
  sample: { id: 'S-071' },
  output: z.object({ id: z.string(), changes: z.array(changeView) }),
  command: {
    usage: 'ratings history <safeguard>',
    example: './theriac ratings history S-041',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: printHistory,
  },
  run: async ({ store, services }: Context, { id }) => {
    if (!services.library.safeguardIds.includes(id)) return fail(noSafeguard(id));
    const [changes, around] = await store.read(async (db) => {
      const found = await readChanges(db, id);
      const names = await readNames(
        db,
        found.map(({ actor }) => actor),
      );
      return [found, { names, files: await readFileFacts(db, id) }] as const;
    });
    return ok({ id, changes: changes.map((change) => viewChange(change, around)) });
  },
});

export const ratingActions = [listRatings, saveRatings, rateSafeguard, ratingHistory] as const;
