/** What one organisation may see and do: its own rows, on both engines, whatever the query says. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditEntry } from '../../src/platform/audit.ts';
import type { Database, OrgId, Writer } from '../../src/platform/db/database.ts';
import { json } from '../../src/platform/db/tables.ts';
import { openOrThrow } from '../support/database.ts';
import { forEachEngine } from './engines.ts';

const AT = new Date('2026-03-01T10:00:00Z');
const A = '00000000-0000-4000-8000-00000000000a' as OrgId;
const B = '00000000-0000-4000-8000-00000000000b' as OrgId;

const rating = (id: string) => ({
  safeguard_id: id,
  rating: 'partially' as const,
  reason: null,
  owner: null,
  note: null,
  evidence: json([]),
  rated_on: '2026-02-28',
  version: 1,
  updated_at: AT,
});

const addRating = (db: Writer, id: string) => db.insertInto('rating').values(rating(id)).execute();
const ratedIds = async (db: Writer): Promise<readonly string[]> =>
  (await db.selectFrom('rating').select('safeguard_id').orderBy('safeguard_id').execute()).map(
    (row) => row.safeguard_id,
  );

forEachEngine(({ fresh }) => {
  let database: Database;

  beforeAll(async () => {
    database = await openOrThrow(await fresh());
    await database.inInstallation((db) =>
      db
        .insertInto('organisation')
        .values([A, B].map((id) => ({ id, name: id.slice(-1), country: 'GR', kind: null, created_at: AT })))
        .execute(),
    );
    await database.inOrganisation(A, (db) => addRating(db, 'a-1'));
    await database.inOrganisation(B, (db) => addRating(db, 'b-1'));
  });
  afterAll(() => database.close());

  test('tenancy: each organisation sees its own rows', async () => {
    expect(await database.inOrganisation(A, ratedIds)).toEqual(['a-1']);
    expect(await database.inOrganisation(B, ratedIds)).toEqual(['b-1']);
    const names = await database.inOrganisation(A, (db) => db.selectFrom('organisation').select('name').execute());
    expect(names).toEqual([{ name: 'a' }]);
  });

  test('tenancy: rows of another cannot be inserted, updated, deleted or taken over', async () => {
    const insert = (db: Writer) =>
      db
        .insertInto('rating')
        .values({ ...rating('x'), org_id: B })
        .execute();
    await expect(database.inOrganisation(A, insert)).rejects.toMatchObject({ name: 'StatementError', code: '42501' });
    const changed = await database.inOrganisation(A, (db) =>
      Promise.all([
        db.updateTable('rating').set({ note: 'mine' }).where('safeguard_id', '=', 'b-1').executeTakeFirst(),
        db.deleteFrom('rating').where('org_id', '=', B).executeTakeFirst(),
      ]),
    );
    expect(changed).toMatchObject([{ numUpdatedRows: 0n }, { numDeletedRows: 0n }]);
    const move = (db: Writer) => sql`update rating set org_id = ${B}`.execute(db);
    await expect(database.inOrganisation(A, move)).rejects.toMatchObject({ code: '42501' });
    expect(await database.inOrganisation(B, ratedIds)).toEqual(['b-1']);
  });

  test('tenancy: without an organisation nothing is seen or written', async () => {
    await expect(database.inInstallation(ratedIds)).rejects.toMatchObject({ code: '42501' });
    await expect(database.inOrganisation('' as OrgId, ratedIds)).rejects.toThrow('it is no id of an organisation');
    const injected = `${A}'; drop table rating; --` as OrgId;
    await expect(database.inOrganisation(injected, ratedIds)).rejects.toThrow('it is no id of an organisation');
    const nobody = '00000000-0000-4000-8000-0000000000ff' as OrgId;
    expect(await database.inOrganisation(nobody, ratedIds)).toEqual([]);
    await expect(database.inOrganisation(nobody, (db) => addRating(db, 'x'))).rejects.toMatchObject({ code: '23503' });
  });

  test('tenancy: an organisation renames itself alone, and the list is the installation’s to change', async () => {
    const rename = (db: Writer) => db.updateTable('organisation').set({ name: 'z' }).execute();
    const add = (db: Writer) =>
      db.insertInto('organisation').values({ id: B, name: 'b', country: null, kind: null, created_at: AT }).execute();
    await database.inOrganisation(A, rename);
    await expect(database.inOrganisation(A, add)).rejects.toMatchObject({ code: '42501' });
    const names = (db: Writer) => db.selectFrom('organisation').select('name').orderBy('id').execute();
    expect(await database.inInstallation(names)).toEqual([{ name: 'z' }, { name: 'b' }]);
  });

  const escapes = [
    'reset role',
    'set role postgres',
    'set local app.org to default',
    'commit',
    'rollback; select 1',
    'do $$ begin execute $x$ reset role $x$; end $$',
    "select set_config('role', 'none', true)",
    "with x as (select pg_catalog.SET_CONFIG('app.org', '', true)) select 1",
    'create table loot (a int)',
    'copy rating to stdout',
  ];
  test.each(escapes)('tenancy: a transaction cannot leave its role by %s', async (text) => {
    const escape = (db: Writer) => sql.raw(text).execute(db);
    await expect(database.inOrganisation(A, escape)).rejects.toThrow(/^Cannot run .*wanted a statement on rows$/);
  });

  test('tenancy: two statements in one text are refused by the protocol', async () => {
    const two = (db: Writer) => sql.raw('select 1; reset role').execute(db);
    await expect(database.inOrganisation(A, two)).rejects.toMatchObject({ code: '42601' });
  });

  test('audit: an entry is written with its change, and never changed', async () => {
    const entry = {
      at: AT,
      actor: 'someone',
      action: 'ratings.save',
      object: 'safeguard/a-2',
      detail: { to: 'partially' },
    };
    await database.inOrganisation(A, (db) => Promise.all([addRating(db, 'a-2'), auditEntry(db, entry).execute()]));
    const read = (db: Writer) => db.selectFrom('audit_entry').selectAll().execute();
    expect(await database.inOrganisation(A, read)).toEqual([{ ...entry, id: 1, org_id: A }]);
    expect(await database.inOrganisation(B, read)).toEqual([]);
    for (const change of ["update audit_entry set actor = 'x'", 'delete from audit_entry'])
      await expect(database.inOrganisation(A, (db) => sql.raw(change).execute(db))).rejects.toMatchObject({
        code: '42501',
      });
  });
});
