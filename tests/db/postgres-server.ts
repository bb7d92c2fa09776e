/** A PostgreSQL server for one suite, in a temporary folder, reached through a socket in it: no port, nothing left behind. */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

export type TestServer = {
  /** A new database, owned by a user who is no superuser, and its address. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

const START_ATTEMPTS = 200;
const ATTEMPT_MS = 50;
const OWNER = 'theriac_owner';

/** Starts a server. PostgreSQL refuses to run as root, so root lends it the user of Debian's package. */
export async function startServer(bin: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'theriac-pg-'));
  const identity = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const options: SpawnOptions = { ...identity, cwd: folder, stdio: 'ignore' };
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...identity,
    cwd: folder,
    stdio: 'ignore',
  });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'max_connections=50'];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], options);
  const url = addressOf(folder, 'postgres', 'postgres');
  await untilReady(url);
  await run(url, `create role ${OWNER} login createrole`);
  return {
    createDatabase: async () => addressOf(folder, OWNER, await createDatabase(url, OWNER)),
    stop: async () => {
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Uses a server that is there already. Its databases made here are dropped, its roles stay. */
export async function joinServer(url: string): Promise<TestServer> {
  const names: string[] = [];
  return {
    createDatabase: async () => {
      const name = await createDatabase(url, 'current_user');
      names.push(name);
      const address = new URL(url);
      address.pathname = name;
      return address.href;
    },
    stop: async () => {
      for (const name of names) await run(url, `drop database ${name} with (force)`);
    },
  };
}

const idOf = (flag: '-u' | '-g'): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

const addressOf = (folder: string, user: string, database: string): string =>
  `postgresql://${user}@${encodeURIComponent(folder)}/${database}`;

let count = 0;

async function createDatabase(url: string, owner: string): Promise<string> {
  const name = `theriac_${process.pid}_${(count += 1)}`;
  await run(url, `create database ${name} owner ${owner}`);
  return name;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(url, 'select 1');
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
      await wait(ATTEMPT_MS);
    }
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => void server.once('exit', resolve));
  server.kill('SIGINT');
  await exit;
}
