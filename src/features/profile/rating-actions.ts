import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { ratingOrWord } from '../../library/profile-schema.ts';
import type { Services } from '../../library/services.ts';
import { readYamlAsWritten } from '../../library/yaml.ts';
import type { ActionContext } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { deleteRatingRows, readRatingRows, writeRatingRows } from './queries.ts';
import { ratingRows } from './rating-rows.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

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
  input: z.strictObject({}),
  output: ratingsView,
  command: {
    usage: 'ratings list',
    example: './theriac ratings list',
    toInput: async () => ok({}),
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
  run: async (context: Context, { ratings }) => {
    const read = ratingRows(context, ratings);
    if (!read.ok) return read;
    const { rows, unknown, detail } = read.value;
    if (rows.length + unknown.length > 0) {
      await context.store.change({ action: 'ratings.save', object: 'rating', detail }, async (db) => {
        await Promise.all([writeRatingRows(db, rows, context.now()), deleteRatingRows(db, unknown)]);
      });
    }
    return ok({ saved: Object.keys(ratings).length });
  },
});

export const ratingActions = [listRatings, saveRatings] as const;
