/** What only the embedded engine has to promise: one process per folder, a start that may be cut short, a thread that may die. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Pool, PoolClient } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/platform/db/database.ts';
import type { Database, OrgId, Writer } from '../../src/platform/db/database.ts';
import { engineSockets } from '../../src/platform/db/embedded/engine-socket.ts';
import type { EnginePlace } from '../../src/platform/db/embedded/engine-worker.ts';
import { maintain } from '../../src/platform/db/embedded/maintenance.ts';
import { startFolder } from '../../src/platform/db/embedded/start-folder.ts';
import { embeddedPool } from '../../src/platform/db/pool.ts';
import { migrationsFolder, openOrThrow, templateFile } from '../support/database.ts';
import { temporaryFolder } from './engines.ts';

const ORG = '00000000-0000-4000-8000-00000000000a' as OrgId;
const newFolder = (): string => join(temporaryFolder(), 'data');

const addOrganisation = (database: Database) =>
  database.inInstallation((db) =>
    db
      .insertInto('organisation')
      .values({ id: ORG, name: 'A', country: null, kind: null, created_at: new Date(0) })
      .execute(),
  );
const names = (db: Writer) => db.selectFrom('organisation').select('name').execute();

/** A process that opens the folder; it is killed when the test has ended. */
function startChild(...args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['--liftoff-only', join(import.meta.dirname, 'open-child.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function answerOf({ stdout }: ChildProcess): Promise<unknown> {
  if (stdout === null) throw new Error('Cannot read what the child says');
  for await (const line of createInterface(stdout)) return JSON.parse(line);
  throw new Error('The child said nothing');
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => void child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}

test('lock: a second opener is refused by name, in another process and in this one', async () => {
  const dataFolder = newFolder();
  const database = await openOrThrow({ dataFolder, templateFile });
  const locked = { ok: false, error: { kind: 'locked', folder: dataFolder, pid: process.pid } };
  expect(await answerOf(startChild(dataFolder))).toMatchObject(locked);
  const again = await openDatabase({ dataFolder }, migrationsFolder);
  expect(again).toMatchObject(locked);
  expect(again.ok ? '' : again.error.message).toContain(`process ${process.pid} uses it, wanted it stopped first`);
  await database.close();
  await (await openOrThrow({ dataFolder })).close();
});

test('lock: what a killed process held is free, and what it committed is there', async () => {
  const dataFolder = newFolder();
  const first = await openOrThrow({ dataFolder, templateFile });
  await addOrganisation(first);
  await first.close();
  const child = startChild(dataFolder);
  expect(await answerOf(child)).toEqual({ ok: true, pid: child.pid });
  expect(await openDatabase({ dataFolder }, migrationsFolder)).toMatchObject({
    error: { kind: 'locked', pid: child.pid },
  });
  await kill(child);
  const database = await openOrThrow({ dataFolder });
  expect(await database.inInstallation(names)).toEqual([{ name: 'A' }]);
  await database.close();
});

const moments = [
  { moment: 'before anything is written', reached: (folder: string) => existsSync(join(folder, 'lock')), args: [] },
  {
    moment: 'while files are written',
    reached: (folder: string) => existsSync(join(folder, 'pg.tmp/PG_VERSION')),
    args: [templateFile],
  },
  {
    moment: 'once the folder has its name',
    reached: (folder: string) => existsSync(join(folder, 'pg')),
    args: [templateFile],
  },
];
test.each(moments)('first start: killed $moment, the folder starts', async ({ reached, args }) => {
  const dataFolder = newFolder();
  const child = startChild(dataFolder, ...args);
  while (!reached(dataFolder) && child.exitCode === null) await wait(1);
  await kill(child);
  const database = await openOrThrow({ dataFolder, templateFile });
  await addOrganisation(database);
  await database.close();
  expect(readdirSync(dataFolder).toSorted()).toEqual(['lock', 'pg']);
});

test('openDatabase: says which folder cannot be used, and which is damaged', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(await openDatabase({ dataFolder: file }, migrationsFolder)).toMatchObject({
    error: { kind: 'folder', folder: file },
  });
  const damaged = newFolder();
  mkdirSync(join(damaged, 'pg'), { recursive: true });
  for (const { version, reason } of [
    { version: null, reason: '"pg/PG_VERSION" is missing' },
    { version: '17', reason: 'could not access the server configuration file' },
  ]) {
    if (version !== null) writeFileSync(join(damaged, 'pg/PG_VERSION'), `${version}\n`);
    const error = { kind: 'corrupt', folder: damaged, message: expect.stringContaining(reason) };
    expect(await openDatabase({ dataFolder: damaged }, migrationsFolder)).toMatchObject({ ok: false, error });
  }
});

test('openDatabase: says which server does not answer, and keeps its password', async () => {
  const opened = await openDatabase({ url: 'postgresql://user:secret@127.0.0.1:1/theriac' }, migrationsFolder);
  expect(opened).toMatchObject({
    error: { kind: 'unreachable', message: expect.stringContaining('"127.0.0.1:1/theriac"') },
  });
  expect(JSON.stringify(opened)).not.toContain('secret');
});

function engineAt(place: EnginePlace): Pool {
  const sockets = engineSockets(place);
  const pool = embeddedPool(sockets.open);
  onTestFinished(async () => {
    await pool.end();
    await sockets.ended();
  });
  return pool;
}

/** A connection, and the thread that it opened. */
async function connectTo(pool: Pool): Promise<{ readonly client: PoolClient; readonly thread: Worker }> {
  const started = new Promise<Worker>((resolve) => void process.once('worker', resolve));
  const client = await pool.connect();
  return { client, thread: await started };
}

test('engine: when its thread dies all that waits is rejected, and the next connection recovers', async () => {
  const dataFolder = newFolder();
  mkdirSync(dataFolder);
  const pool = engineAt({ folder: await startFolder(dataFolder, templateFile) });
  const { client, thread } = await connectTo(pool);
  await client.query('create table kept (a integer); insert into kept values (1)');
  const endless = 'select count(*) from generate_series(1, 2000000000)';
  await client.query('begin; insert into kept values (2)');
  const waiting = [endless, 'commit'].map((text) => client.query(text));
  void thread.terminate();
  const queued = pool.query('select count(*) from kept');
  const outcomes = await Promise.allSettled(waiting);
  const lost = { reason: { message: expect.stringContaining('its thread stopped') } };
  expect(outcomes).toMatchObject([lost, lost]);
  client.release(true);
  expect((await queued).rows).toEqual([{ count: 1 }]);
});

test('engine: memory does not come back as an empty database', async () => {
  const pool = engineAt({ memory: true, templateFile });
  const { client, thread } = await connectTo(pool);
  await thread.terminate();
  await expect(client.query('select 1')).rejects.toThrow('connection error');
  client.release(true);
  await expect(pool.query('select 1')).rejects.toThrow('it was in memory, and is lost');
});

test('upkeep: many changed rows bring a checkpoint and a vacuum, without holding up the end', async () => {
  const pool = engineAt({ memory: true, templateFile });
  const state = async () => {
    const { rows } = await pool.query<{ lsn: string; vacuumed: boolean }>(
      `select checkpoint_lsn::text as lsn, (select relallvisible > 0 from pg_class where relname = 't') as vacuumed from pg_control_checkpoint()`,
    );
    return rows[0];
  };
  await pool.query('create table t (a integer); insert into t select generate_series(1, 1000)');
  const before = await state();
  const upkeep = maintain(pool, 20_000);
  upkeep.noteChange(1);
  upkeep.noteChange(20_000);
  await upkeep.finish();
  const after = await state();
  expect(before?.vacuumed).toBe(false);
  expect(after).toEqual({ lsn: expect.not.stringMatching(`^${before?.lsn}$`), vacuumed: true });
});
