/**
 * Brings the tables up to date: `migrations/NNNN-name.sql`, plain SQL, each file once, in order, in a transaction of its own.
 *
 * Not Kysely's migrator: it knows a migration by its name alone, and the promise here is that a file that was applied is
 * never changed. Its digest is kept, and a changed or missing file stops the start before anything is touched.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { fail, ok } from '../../core/base.ts';
import type { Result } from '../../core/base.ts';
import type { MigrationError } from './database-error.ts';
import { withSession } from './session.ts';

type Migration = { readonly name: string; readonly script: string; readonly digest: string };
type Applied = { readonly name: string; readonly digest: string };

const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
/** Any number, as long as it is always the same: two processes that start at once take turns by it. */
const LOCK = 7_437_422;

const OPEN = `begin; select pg_advisory_xact_lock(${LOCK});
  create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null)`;

/** Applies what is not applied yet. */
export async function migrate(pool: Pool, folder: string): Promise<Result<void, MigrationError>> {
  const files = readMigrations(folder);
  if (!files.ok) return files;
  for (let isDone = false; !isDone;) {
    const step = await withSession(pool, (session) => applyNext(session, files.value));
    if (!step.ok) return step;
    isDone = step.value === 'done';
  }
  return ok(undefined);
}

function readMigrations(folder: string): Result<readonly Migration[], MigrationError> {
  const names = readdirSync(folder).toSorted();
  const odd = names.find((name, index) => !FILE_NAME.test(name) || numberOf(name) === numberOf(names[index - 1] ?? ''));
  if (odd !== undefined) return refuse(odd, 'its name is odd', 'wanted NNNN-name.sql and each number once');
  return ok(names.map((name) => readMigration(folder, name)));
}

const numberOf = (name: string): string => name.slice(0, 4);

function readMigration(folder: string, name: string): Migration {
  // Git may have changed the ends of lines, which changes nothing in the statements.
  const script = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return { name, script, digest: createHash('sha256').update(script).digest('hex') };
}

/** One turn: under the lock, looks at what is applied, by whomever, and applies the next. */
async function applyNext(
  session: PoolClient,
  files: readonly Migration[],
): Promise<Result<'more' | 'done', MigrationError>> {
  await session.query(OPEN);
  const { rows: applied } = await session.query<Applied>('select name, digest from migration order by name');
  const breach = breachOf(applied, files);
  const next = files[applied.length];
  if (breach.ok && next !== undefined) return apply(session, next);
  await session.query('commit');
  return breach.ok ? ok('done') : breach;
}

async function apply(
  session: PoolClient,
  { name, script, digest }: Migration,
): Promise<Result<'more', MigrationError>> {
  try {
    await session.query(script);
    await session.query('insert into migration (name, digest, applied_at) values ($1, $2, now())', [name, digest]);
    await session.query('commit');
    return ok('more');
  } catch (error) {
    await session.query('rollback');
    return refuse(
      name,
      `the database refused it (${error instanceof Error ? error.message : String(error)})`,
      'wanted SQL of PostgreSQL 15',
    );
  }
}

/** What is applied must be the beginning of what is there, unchanged. */
function breachOf(applied: readonly Applied[], files: readonly Migration[]): Result<void, MigrationError> {
  for (const [index, { name, digest }] of applied.entries()) {
    const file = files[index];
    if (!files.some((other) => other.name === name))
      return refuse(
        name,
        'the database has it, the folder has not',
        'wanted the file back, or a newer version of the program',
      );
    if (file?.name !== name)
      return refuse(file?.name ?? name, `it comes before "${name}", which is applied`, 'wanted a higher number');
    if (file.digest !== digest)
      return refuse(name, 'it was changed after it was applied', 'wanted it as it was, and the change in a new file');
  }
  return ok(undefined);
}

const refuse = (file: string, actual: string, wanted: string) =>
  fail<MigrationError>({ kind: 'migration', file, message: `Cannot apply migration "${file}": ${actual}, ${wanted}` });
