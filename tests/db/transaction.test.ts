/** What a transaction promises, on both engines: all or nothing, its own result, its own types, and a limit. */
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, OrgId, Writer } from '../../src/platform/db/database.ts';
import { json } from '../../src/platform/db/tables.ts';
import { openOrThrow } from '../support/database.ts';
import { forEachEngine } from './engines.ts';

const AT = new Date('2026-03-01T10:00:00.123Z');
const ORG = '00000000-0000-4000-8000-00000000000a' as OrgId;
const LIMIT_MS = 1_000;

const addRating = (db: Writer, id: string) =>
  db
    .insertInto('rating')
    .values({
      safeguard_id: id,
      rating: 'fully',
      reason: null,
      owner: null,
      note: null,
      evidence: json([{ a: 1 }]),
      rated_on: '2026-02-28',
      version: 1,
      updated_at: AT,
    })
    .execute();
const ratedIds = async (db: Writer): Promise<readonly string[]> =>
  (await db.selectFrom('rating').select('safeguard_id').orderBy('safeguard_id').execute()).map(
    (row) => row.safeguard_id,
  );

forEachEngine(({ fresh, freshDurable, name }) => {
  let database: Database;
  const clear = () => database.inOrganisation(ORG, (db) => db.deleteFrom('rating').execute());

  beforeAll(async () => {
    database = await openOrThrow({ ...(await freshDurable()), transactionLimitMs: LIMIT_MS });
    await database.inInstallation((db) =>
      db.insertInto('organisation').values({ id: ORG, name: 'A', country: null, kind: null, created_at: AT }).execute(),
    );
  });
  afterAll(() => database.close());

  test('transaction: what throws leaves nothing', async () => {
    await clear();
    const work = async (db: Writer) => {
      await addRating(db, 'gone');
      throw new Error('changed my mind');
    };
    await expect(database.inOrganisation(ORG, work)).rejects.toThrow('changed my mind');
    expect(await database.inOrganisation(ORG, ratedIds)).toEqual([]);
  });

  test('transaction: of statements sent together the first to fail gives the reason, and none stays', async () => {
    await clear();
    const work = (db: Writer) => Promise.all([addRating(db, 'one'), addRating(db, ''), addRating(db, 'two')]);
    const refused = { name: 'StatementError', code: '23514', constraint: 'rating_safeguard_id_check' };
    await expect(database.inOrganisation(ORG, work)).rejects.toMatchObject(refused);
    expect(await database.inOrganisation(ORG, ratedIds)).toEqual([]);
  });

  test('transaction: a swallowed refusal is not committed in silence', async () => {
    const work = async (db: Writer) => void (await addRating(db, '').catch(() => {}));
    await expect(database.inOrganisation(ORG, work)).rejects.toThrow('its error was caught by the work');
  });

  test('transaction: fifty at once all commit', async () => {
    await clear();
    const ids = Array.from({ length: 50 }, (_, index) => `s-${String(index).padStart(2, '0')}`);
    await Promise.all(ids.map((id) => database.inOrganisation(ORG, (db) => addRating(db, id))));
    expect(await database.inOrganisation(ORG, ratedIds)).toEqual(ids);
  });

  test('transaction: fifty at once that read before they write lose no update', async () => {
    await clear();
    await database.inOrganisation(ORG, (db) => addRating(db, 'count'));
    const raise = async (db: Writer) => {
      const { version } = await db.selectFrom('rating').select('version').forUpdate().executeTakeFirstOrThrow();
      await db
        .updateTable('rating')
        .set({ version: version + 1 })
        .execute();
    };
    await Promise.all(Array.from({ length: 50 }, () => database.inOrganisation(ORG, raise)));
    const row = await database.inOrganisation(ORG, (db) =>
      db.selectFrom('rating').select('version').executeTakeFirst(),
    );
    expect(row).toEqual({ version: 51 });
  });

  test('transaction: values come back in one type on every engine', async () => {
    await clear();
    await database.inOrganisation(ORG, (db) => addRating(db, 'one'));
    const read = (db: Writer) =>
      db
        .selectFrom('rating')
        .select(['evidence', 'rated_on', 'updated_at', 'note'])
        .select([
          sql`count(*) over ()`.as('count'),
          sql`avg(version) over ()`.as('mean'),
          sql`array['a', 'b']`.as('list'),
        ])
        .execute();
    expect(await database.inOrganisation(ORG, read)).toEqual([
      { evidence: [{ a: 1 }], rated_on: '2026-02-28', updated_at: AT, note: null, count: 1, mean: 1, list: ['a', 'b'] },
    ]);
    const large = (db: Writer) => sql`select 9007199254740993::bigint as count`.execute(db);
    await expect(database.inOrganisation(ORG, large)).rejects.toThrow('too large for a number');
  });

  test('transaction: text of any kind and size comes back as it was', async () => {
    const texts = ['', "quote ' and \\ and $1", 'Ελληνικά, ćwiczenie, 🏥', 'x'.repeat(3_000_000)];
    const echo = (db: Writer) =>
      Promise.all(
        texts.map(
          async (text) => (await sql<{ text: string }>`select ${text}::text as text`.execute(db)).rows[0]?.text,
        ),
      );
    expect(await database.inOrganisation(ORG, echo)).toEqual(texts);
  });

  test('transaction: a refusal is a plain error without the engine’s own baggage', async () => {
    const error: unknown = await database
      .inOrganisation(ORG, (db) => addRating(db, ''))
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'StatementError', code: '23514' });
    expect(JSON.stringify(error).length + String((error as Error).stack).length).toBeLessThan(5_000);
  });

  test('transaction: a writer that outlives its transaction refuses to work', async () => {
    const kept = await database.inOrganisation(ORG, async (db) => ({ db }));
    await expect(ratedIds(kept.db)).rejects.toThrow('its transaction is over, it was committed');
  });

  test('transaction: work that idles is rolled back and named, and the next one runs', async () => {
    await clear();
    const dawdle = async (db: Writer) => {
      await addRating(db, 'late');
      await wait(LIMIT_MS * 1.5);
      await addRating(db, 'later');
    };
    await expect(database.inOrganisation(ORG, dawdle)).rejects.toThrow(
      /^Cannot finish the transaction .*transaction\.test\.ts.*: it held its connection for 1000 ms/,
    );
    expect(await database.inOrganisation(ORG, ratedIds)).toEqual([]);
  });

  test('transaction: a statement without end is stopped, and the next one runs', async () => {
    await clear();
    await database.inOrganisation(ORG, (db) => addRating(db, 'kept'));
    const endless = (db: Writer) => sql`select count(*) from generate_series(1, 2000000000)`.execute(db);
    await expect(database.inOrganisation(ORG, endless)).rejects.toThrow(/held its connection|statement timeout/);
    expect(await database.inOrganisation(ORG, ratedIds)).toEqual(['kept']);
  });

  test('close: waits for what runs, refuses what comes, may be called twice', async () => {
    const other = await openOrThrow(await fresh());
    expect(other.engine).toBe(name);
    const running = other.inInstallation((db) => db.selectFrom('organisation').select('id').execute());
    const closed = [other.close(), other.close()];
    await expect(other.inInstallation(async () => 1)).rejects.toThrow('the database is closed');
    expect(await running).toEqual([]);
    await Promise.all(closed);
  });
});
