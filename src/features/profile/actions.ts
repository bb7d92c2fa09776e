import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { profileArgument, profileFromValue } from '../../library/profile-input.ts';
import { factSchemas, profileSchema, ratingOrWord } from '../../library/profile-schema.ts';
import { readYamlAsWritten } from '../../library/yaml.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, CommandIo, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import {
  deleteRatingRows,
  readProfileRow,
  readRatingRows,
  writeProfileRow,
  writeRatingRows,
  type NewRating,
} from './queries.ts';
import { storedProfileValue } from './stored.ts';

const defineAction = actionsOver<Services>();

type Context = ActionContext<Services>;

const empty = z.strictObject({});
const profileView = z.object({ profile: z.record(z.string(), z.unknown()).nullable(), version: z.number().int() });
const savedView = z.object({ version: z.number().int() });
const showJson = (output: unknown): string => JSON.stringify(output, null, 2);
const noArguments = async () => ok({});

export const showProfile = defineAction({
  name: 'profile.show',
  summary: 'The stored profile with its ratings',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/profile',
  needsStore: true,
  input: empty,
  output: profileView,
  command: { usage: 'profile show', example: './theriac profile show --json', toInput: noArguments, print: showJson },
  run: async (context: Context) => {
    const row = await context.store.read(readProfileRow);
    return ok({
      profile: row === undefined ? null : { ...(await storedProfileValue(context)) },
      version: row?.version ?? 0,
    });
  },
});

const stale: Failure = {
  kind: 'conflict',
  message:
    'The profile was changed by someone else in the meantime. Nothing was overwritten: read it again, then repeat your change.',
};

async function saveProfileValue(
  context: Context,
  facts: Readonly<Record<string, unknown>>,
  version: number,
  action: string,
) {
  const saved = await context.store.attempt({ action, object: 'profile', detail: { keys: Object.keys(facts) } }, (db) =>
    writeProfileRow(db, facts, version, context.now()),
  );
  return saved === undefined ? fail(stale) : ok({ version: saved });
}

export const saveProfile = defineAction({
  name: 'profile.save',
  summary: 'Stores a whole profile with its ratings',
  permission: 'contributor',
  kind: 'command',
  method: 'put',
  path: '/api/profile',
  needsStore: true,
  input: z.strictObject({ profile: z.looseObject({ name: z.string() }), version: z.number().int().min(0).optional() }),
  output: savedView,
  command: {
    usage: 'profile save <file>',
    example: './theriac profile save examples/hospital-greece.yaml',
    toInput: async ({ args }, { readText, services }) => {
      const profile = await profileArgument(args[0], readText, services.library);
      return profile.ok ? ok({ profile: profile.value }) : profile;
    },
    print: ({ version }, { library }) => library.words('en').translate('cli.profileSaved', { version }),
  },
  run: async (context: Context, { profile, version }) => {
    const read = profileFromValue(profile, context.services.library);
    if (!read.ok) return read;
    const { ratings, ...facts } = profileSchema.parse(profile);
    const expected = version ?? (await context.store.read(readProfileRow))?.version ?? 0;
    const saved = await saveProfileValue(context, facts, expected, 'profile.save');
    return saved.ok ? storeRatings(context, ratings ?? {}, saved.value) : saved;
  },
});

/** Answers to single questions: null takes an answer back to unknown. */
const answers = z.strictObject({
  name: z.string().trim().min(1).max(400).optional(),
  ...factSchemas,
  capacity: profileSchema.shape.capacity,
  day_rate_eur: profileSchema.shape.day_rate_eur,
});

export const answer = defineAction({
  name: 'profile.answer',
  summary: 'Answers single questions of the profile',
  permission: 'contributor',
  kind: 'command',
  method: 'patch',
  path: '/api/profile',
  needsStore: true,
  input: z.strictObject({ answers, version: z.number().int().min(0).optional() }),
  output: savedView,
  command: {
    usage: 'profile answer <fact> <value>',
    example: './theriac profile answer staff_fte 2400',
    toInput: async ({ args: [fact = '', value = ''] }) => {
      const read = readYamlAsWritten(value);
      return read.ok
        ? ok({ answers: { [fact]: read.value } })
        : fail({ kind: 'invalid_input', message: `Cannot read "${value}": ${read.error.message}` });
    },
    print: ({ version }, { library }) => library.words('en').translate('cli.profileSaved', { version }),
  },
  run: async (context: Context, given) => {
    const row = await context.store.read(readProfileRow);
    const { translate: say } = context.services.library.words('en');
    const merged = { name: say('report.unnamed'), ...row?.facts, ...given.answers };
    const facts = Object.fromEntries(
      Object.entries(merged).filter(([, value]) => value !== null && value !== undefined),
    );
    const read = profileFromValue(facts, context.services.library);
    return read.ok ? saveProfileValue(context, facts, given.version ?? row?.version ?? 0, 'profile.answer') : read;
  },
});

const ratingsInput = z.strictObject({ ratings: z.record(z.string(), ratingOrWord) });
const ratingsView = z.object({
  ratings: z.array(
    z.object({
      id: z.string(),
      rating: z.string(),
      reason: z.string().nullable(),
      owner: z.string().nullable(),
      note: z.string().nullable(),
      ratedOn: z.string().nullable(),
      version: z.number().int(),
    }),
  ),
});

export const listRatings = defineAction({
  name: 'ratings.list',
  summary: 'The stored ratings',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/ratings',
  needsStore: true,
  input: empty,
  output: ratingsView,
  command: {
    usage: 'ratings list',
    example: './theriac ratings list',
    toInput: noArguments,
    print: ({ ratings }, { library }) =>
      ratings.map(({ id, rating }) => `${id}  ${library.words('en').translate(`rating.${rating}`)}`).join('\n'),
  },
  run: async (context: Context) => {
    const rows = await context.store.read(readRatingRows);
    return ok({
      ratings: rows.map((row) => ({
        id: row.safeguard_id,
        rating: row.rating,
        reason: row.reason,
        owner: row.owner,
        note: row.note,
        ratedOn: row.rated_on,
        version: row.version,
      })),
    });
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
  input: ratingsInput,
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
  run: async (context: Context, { ratings }) => storeRatings(context, ratings, { saved: Object.keys(ratings).length }),
});

type WrittenRatings = z.infer<typeof ratingsInput>['ratings'];

/** Checks ratings as a profile would, then writes them in one transaction. */
async function storeRatings<Answer>(context: Context, ratings: WrittenRatings, answer_: Answer) {
  const read = profileFromValue({ name: '-', ratings }, context.services.library);
  if (!read.ok) return fail({ ...read.error, kind: 'invalid_ratings' });
  const rows = [...read.value.ratings].map(([id, { rating, ratedOn, owner, note, evidence }]): NewRating => ({
    safeguard_id: id,
    rating: rating.kind,
    reason: rating.kind === 'not_applicable' ? rating.reason : null,
    owner: owner ?? null,
    note: note ?? null,
    evidence,
    rated_on: ratedOn ?? context.today,
  }));
  const unknown = Object.keys(ratings).filter((id) => !rows.some(({ safeguard_id }) => safeguard_id === id));
  const detail = {
    ratings: Object.fromEntries([
      ...rows.map(({ safeguard_id, rating }) => [safeguard_id, rating]),
      ...unknown.map((id) => [id, 'unknown']),
    ]),
  };
  if (rows.length + unknown.length > 0) {
    await context.store.change({ action: 'ratings.save', object: 'rating', detail }, async (db) => {
      await Promise.all([writeRatingRows(db, rows, context.now()), deleteRatingRows(db, unknown)]);
    });
  }
  return ok(answer_);
}

export const profileActions = [showProfile, saveProfile, answer, listRatings, saveRatings] as const;
