/** Connections, the same for both engines: `pg` with its pipeline, and one way to read each type. */
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Pool, types } from 'pg';
import type { PoolConfig } from 'pg';
import { keepPlans } from './plan-cache.ts';

const CONNECT_MS = 10_000;
const END_MS = 2_000;
const CONNECTIONS = 10;

/** Connections to a server. */
export const serverPool = (url: string): Pool =>
  poolOf({ connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });

/** The one connection to an embedded engine, handed on in the order of asking, and kept. */
export function embeddedPool(openSocket: () => Duplex): Pool {
  // All that `pg` would else take from the environment.
  const address = { host: 'embedded', user: 'postgres', database: 'postgres', ssl: false } as const;
  const pool = poolOf({ ...address, sslnegotiation: 'postgres', stream: openSocket, max: 1, idleTimeoutMillis: 0 });
  pool.on('connect', keepPlans);
  return pool;
}

function poolOf(config: PoolConfig): Pool {
  const pool = new Pool({ ...config, application_name: 'theriac', pipeline: true, types: { getTypeParser } });
  // Whoever waits on a lost connection is told by its own promise; the event, unheard, would end the process.
  pool.on('connect', (client) => void client.on('error', () => {}));
  pool.on('error', (error) => process.emitWarning(`Lost a connection to the database: ${error.message}`));
  return pool;
}

/** Ends all connections, and waits until they are gone, which the pool's own `end` does not; a server that is gone cannot hold us up. */
export async function endPool(pool: Pool): Promise<void> {
  let left = pool.totalCount;
  const gone = Promise.withResolvers<void>();
  pool.on('remove', () => void ((left -= 1) === 0 && gone.resolve()));
  const isOpen = left > 0;
  await pool.end();
  if (isOpen) await Promise.race([gone.promise, wait(END_MS, undefined, { ref: false })]);
}

const { DATE, INT8, NUMERIC } = types.builtins;

/** Counts are numbers and days stay text; the rest is read as `pg` does. */
const readers = new Map<number, (text: string) => unknown>([
  [INT8, readInteger],
  [NUMERIC, Number],
  [DATE, String],
]);

const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format === 'text' || format === undefined ? readers.get(oid) : undefined) ??
  types.getTypeParser(oid, format ?? 'text');

function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`Cannot read "${text}": too large for a number, cast it to text`);
  return value;
}
