/** How tables come about, on both engines: each file once, in order, never changed, and by one process at a time. */
import { cpSync, readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/platform/db/database.ts';
import type { Writer } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { ensureRoles } from '../../src/platform/db/roles.ts';
import { migrationsFolder, openOrThrow } from '../support/database.ts';
import { forEachEngine, temporaryFolder } from './engines.ts';

const copiedMigrations = (): string => changed(migrationsFolder, {});

const appliedNames = async (pool: Pool): Promise<readonly string[]> =>
  (await pool.query<{ name: string }>('select name from migration order by name')).rows.map(({ name }) => name);

const shipped = readdirSync(migrationsFolder).toSorted();

const breaches = [
  {
    breach: 'a file changed after it was applied',
    file: '0001-init.sql',
    says: 'it was changed',
    change: { '0001-init.sql': 'select 1' },
  },
  { breach: 'a missing file', file: '9002-more.sql', says: 'the folder has not', change: { '9002-more.sql': null } },
  {
    breach: 'a number too late',
    file: '0000-before.sql',
    says: 'it comes before "0001-init.sql"',
    change: { '0000-before.sql': 'select 1' },
  },
  { breach: 'an odd name', file: 'more.sql', says: 'its name is odd', change: { 'more.sql': 'select 1' } },
  {
    breach: 'a number used twice',
    file: '9002-other.sql',
    says: 'each number once',
    change: { '9002-other.sql': 'select 1' },
  },
  {
    breach: 'a script that fails',
    file: '9003-wrong.sql',
    says: 'relation "missing" does not exist',
    change: { '9003-wrong.sql': 'create table half (a integer); select * from missing' },
  },
] as const;

forEachEngine(({ fresh, freshPool, name }) => {
  test('migrate: a second run applies nothing, a new file is applied, ends of lines are no change', async () => {
    const { pool, end } = await freshPool();
    const folder = copiedMigrations();
    await ensureRoles(pool);
    for (const { more, applied } of [
      { more: undefined, applied: shipped },
      { more: undefined, applied: shipped },
      { more: 'create table more (a integer); create index on more (a);', applied: [...shipped, '9002-more.sql'] },
    ]) {
      if (more !== undefined) writeFileSync(join(folder, '9002-more.sql'), more);
      expect(await migrate(pool, folder)).toEqual({ ok: true });
      expect(await appliedNames(pool)).toEqual(applied);
    }
    const file = join(folder, '0001-init.sql');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    expect(await migrate(pool, folder)).toEqual({ ok: true });
    await end();
  });

  test('migrate: what does not fit is refused by name and leaves nothing half done', async () => {
    const { pool, end } = await freshPool();
    const base = copiedMigrations();
    writeFileSync(join(base, '9002-more.sql'), 'create table more (a integer)');
    await ensureRoles(pool);
    await migrate(pool, base);
    for (const { breach, file, says, change } of breaches) {
      const result = await migrate(pool, changed(base, change));
      const error = { kind: 'migration', file, message: expect.stringContaining(says) };
      expect({ breach, result }).toMatchObject({ breach, result: { ok: false, error } });
    }
    expect(await migrate(pool, changed(base, { '9003-wrong.sql': 'create table half (a integer)' }))).toEqual({
      ok: true,
    });
    await end();
  });

  test('openDatabase: names the migration that is at fault', async () => {
    const folder = changed(copiedMigrations(), { '9002-wrong.sql': 'create tabel x ()' });
    const opened = await openDatabase(await fresh(), folder);
    expect(opened).toMatchObject({ ok: false, error: { kind: 'migration', file: '9002-wrong.sql' } });
  });

  // Embedded, the second process is refused before it comes to this.
  if (name === 'embedded') return;

  test('migrate: of processes that start at once each finds its tables', async () => {
    const options = await fresh();
    const databases = await Promise.all(Array.from({ length: 4 }, () => openOrThrow(options)));
    const read = (db: Writer) => db.selectFrom('organisation').select('id').execute();
    expect(await Promise.all(databases.map((database) => database.inInstallation(read)))).toEqual([[], [], [], []]);
    await Promise.all(databases.map((database) => database.close()));
  });
});

/** A copy of a folder with some files written, or removed. */
function changed(base: string, change: Readonly<Record<string, string | null>>): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(base, folder, { recursive: true });
  for (const [file, text] of Object.entries(change)) {
    if (text === null) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
  return folder;
}
