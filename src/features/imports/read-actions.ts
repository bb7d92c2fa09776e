import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import type { ImportDetail } from '../../core/guidance/import-view.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, levels, type ActionContext, type Failure, type Permission } from '../../platform/action.ts';
import { isStatementError } from '../../platform/db/statement-error.ts';
import { readNames } from '../../platform/identity/who.ts';
import { printImport, printImports } from './print.ts';
import { readEditions, readImport, readImports, readOriginal } from './queries.ts';
import { deleteImport, readDependents } from './store-queries.ts';
import { findingSchema, lossSchema, partSchema } from './stored.ts';
import { importDetail, importList, sheetReading, viewImport } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const byId = z.strictObject({ id: z.uuid() });
const sample = { id: '0b1c3c9e-0000-4000-8000-000000000001' };

const may = ({ level }: Context, wanted: Permission): boolean => levels.indexOf(level) >= levels.indexOf(wanted);

export const noImport = (id: string): Failure => ({
  kind: 'not_found',
  message: `There is no import "${id}". "theriac imports list" names them.`,
});

const listImports = defineAction({
  name: 'imports.list',
  summary: 'Files of guidance that were loaded, the latest first',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/imports',
  needsStore: true,
  input: z.strictObject({}),
  output: importList,
  command: {
    usage: 'imports list',
    example: './theriac imports list',
    toInput: async () => ok({}),
    print: printImports,
  },
  run: async (context: Context) =>
    context.store.read(async (db) => {
      const rows = await readImports(db);
      const names = await readNames(
        db,
        rows.map(({ actor }) => actor),
      );
      return ok({
        imports: rows.map((row) => viewImport(row, names)),
        mayLoad: may(context, 'contributor'),
        mayRemove: may(context, 'administrator'),
      });
    }),
});

const rowsAtOnce = 100;
const place = z.coerce.number().int().min(0).max(2_000_000_000).default(0);

const showImport = defineAction({
  name: 'imports.show',
  summary: 'One import: where it is from, what it brought, and its findings and losses, a hundred at once',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/imports/{id}',
  needsStore: true,
  input: byId.extend({
    findingsFrom: place.describe('After how many findings to begin'),
    lossesFrom: place.describe('After how many losses to begin'),
  }),
  sample,
  output: importDetail,
  command: {
    usage: 'imports show <id>',
    options: [
      { flags: '--findings-from <number>', description: 'after how many findings to begin' },
      { flags: '--losses-from <number>', description: 'after how many losses to begin' },
    ],
    example: './theriac imports show 0b1c3c9e-0000-4000-8000-000000000001',
    toInput: async ({ args: [id], options: { findingsFrom, lossesFrom } }) =>
      ok({
        id,
        ...(findingsFrom === undefined ? {} : { findingsFrom }),
        ...(lossesFrom === undefined ? {} : { lossesFrom }),
      }),
    print: printImport,
  },
  run: async (context: Context, { id, findingsFrom, lossesFrom }) =>
    context.store.read(async (db) => {
      const row = await readImport(db, id, { findingsFrom, lossesFrom, count: rowsAtOnce });
      if (row === undefined) return fail(noImport(id));
      const [names, editions] = [await readNames(db, [row.actor]), await readEditions(db)];
      const ids = new Map(editions.map((one) => [`${one.urn} ${one.edition}`, one.id]));
      const detail: ImportDetail = {
        ...viewImport(row, names),
        sheet: row.sheet === null ? null : sheetReading.parse(row.sheet),
        needs: z.array(z.string()).parse(row.needs),
        parts: z
          .array(partSchema)
          .parse(row.parts)
          .map((part) => ({ ...part, id: ids.get(`${part.urn} ${part.edition}`) ?? null })),
        findings: { from: findingsFrom, total: row.findingCount, rows: z.array(findingSchema).parse(row.findings) },
        losses: { from: lossesFrom, total: row.lossCount, rows: z.array(lossSchema).parse(row.losses) },
        mayRemove: may(context, 'administrator'),
      };
      return ok(detail);
    }),
});

const fetchOriginal = defineAction({
  name: 'imports.original',
  summary: 'The file of an import, byte by byte as it came',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/imports/{id}/original',
  needsStore: true,
  input: byId,
  sample,
  output: 'bytes',
  command: {
    usage: 'imports original <id>',
    example: './theriac imports original 0b1c3c9e-0000-4000-8000-000000000001 --out framework.yaml',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: () => '',
  },
  run: async ({ store }: Context, { id }) => {
    const found = await store.read((db) => readOriginal(db, id));
    return found === undefined
      ? fail(noImport(id))
      : ok({
          bytes: found.bytes,
          mediaType: 'application/octet-stream',
          fileName: found.file_name,
          isDownload: true,
        });
  },
});

const keptBy = (titles: readonly string[]): Failure => ({
  kind: 'conflict',
  message: `Cannot take the import away: ${titles.length === 0 ? 'something rests on a framework that it brought' : `${titles.map((title) => `"${title}"`).join(', ')} brought the same edition, and holds it too`}. Nothing was changed.`,
});

const foreignKeyBreach = '23503';

const removeImport = defineAction({
  name: 'imports.remove',
  summary: 'Takes an import away with all that it brought; refused where something rests on it',
  permission: 'administrator',
  kind: 'command',
  method: 'delete',
  path: '/api/imports/{id}',
  needsStore: true,
  input: byId,
  sample,
  output: z.object({ removed: z.string() }),
  command: {
    usage: 'imports remove <id>',
    example: './theriac imports remove 0b1c3c9e-0000-4000-8000-000000000001',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: ({ removed }, { library }) => library.words('en').translate('imports.removed', { title: removed }),
  },
  run: async ({ store }: Context, { id }) => {
    const found = await store.read(async (db) => ({
      row: await readImport(db, id, { findingsFrom: 0, lossesFrom: 0, count: 0 }),
      dependents: await readDependents(db, id),
    }));
    const { row, dependents } = found;
    if (row === undefined) return fail(noImport(id));
    if (dependents.length > 0) return fail(keptBy(dependents.map(({ title }) => title)));
    const note = { action: 'imports.remove', object: `import/${id}`, detail: { digest: row.digest } };
    try {
      await store.attempt(note, (db) => deleteImport(db, id));
      return ok({ removed: row.title });
    } catch (error) {
      // Whatever comes to rest on an edition refers to it, and the database keeps it.
      if (isStatementError(error) && error.code === foreignKeyBreach) return fail(keptBy([]));
      throw error;
    }
  },
});

export const readActions = [listImports, showImport, fetchOriginal, removeImport] as const;
