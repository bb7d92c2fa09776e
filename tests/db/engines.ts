/**
 * The same tests on both engines: PGlite, and a throw-away PostgreSQL server, or the one that TEST_DATABASE_URL
 * names, whose user must be able to make databases. Without a server those tests are skipped, or fail where
 * THERIAC_REQUIRE names postgres.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, describe } from 'vitest';
import type { DatabaseOptions } from '../../src/platform/db/database.ts';
import { engineSockets } from '../../src/platform/db/embedded/engine-socket.ts';
import { embeddedPool, endPool, serverPool } from '../../src/platform/db/pool.ts';
import { templateFile } from '../support/database.ts';
import { postgresBin, requires } from '../support/require.ts';
import { joinServer, startServer } from './postgres-server.ts';
import type { TestServer } from './postgres-server.ts';

export type EngineUnderTest = {
  readonly name: 'embedded' | 'postgresql';
  /** A new, empty database: the cheapest kind, which lasts as long as it is open. */
  readonly fresh: () => Promise<DatabaseOptions>;
  /** A new, empty database that can be opened again. */
  readonly freshDurable: () => Promise<DatabaseOptions>;
  /** Bare connections to a new, empty database, and their end. */
  readonly freshPool: () => Promise<{ readonly pool: Pool; readonly end: () => Promise<void> }>;
};

/** Declares a suite once for each engine. What `fresh` makes is gone when the suite has ended. */
export function forEachEngine(suite: (engine: EngineUnderTest) => void): void {
  describe('embedded', () => suite(embedded()));
  const url = process.env['TEST_DATABASE_URL'];
  const bin = url === undefined && requires('postgres') ? postgresBin() : null;
  describe.skipIf(url === undefined && bin === null)('postgresql', () =>
    suite(postgresql(() => (bin === null ? joinServer(url ?? '') : startServer(bin)))),
  );
}

function embedded(): EngineUnderTest {
  return {
    name: 'embedded',
    fresh: async () => ({ memory: true, templateFile }),
    freshDurable: async () => ({ dataFolder: join(temporaryFolder(), 'data'), templateFile }),
    freshPool: async () => {
      const pool = embeddedPool(engineSockets({ memory: true, templateFile }).open);
      return { pool, end: () => endPool(pool) };
    },
  };
}

function postgresql(start: () => Promise<TestServer>): EngineUnderTest {
  let server: Promise<TestServer> | undefined;
  afterAll(async () => (await server)?.stop());
  const freshUrl = async (): Promise<string> => (await (server ??= start())).createDatabase();
  const fresh = async (): Promise<DatabaseOptions> => ({ url: await freshUrl() });
  return {
    name: 'postgresql',
    fresh,
    freshDurable: fresh,
    freshPool: async () => {
      const pool = serverPool(await freshUrl());
      return { pool, end: () => endPool(pool) };
    },
  };
}

/** A folder that goes when the suite has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'theriac-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
