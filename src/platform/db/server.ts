/** A PostgreSQL server, which has its own upkeep and outlives us. */
import { fail, ok } from '../../core/base.ts';
import type { Result } from '../../core/base.ts';
import type { Unreachable } from './database-error.ts';
import type { Engine } from './engine.ts';
import { endPool, serverPool } from './pool.ts';
import { withSession } from './session.ts';

const OLDEST = 150_000;

/** Connects to a server. */
export async function openServer(url: string): Promise<Result<Engine, Unreachable>> {
  const unusable = (error: unknown): Unreachable => ({
    kind: 'unreachable',
    message: `Cannot use the database server ${placeOf(url)}: ${messageOf(error)}`,
  });
  try {
    const pool = serverPool(url);
    const engine: Engine = { kind: 'postgresql', pool, noteChange: () => {}, unusable, close: () => endPool(pool) };
    return (await isRecent(engine)) ? ok(engine) : closeOld(engine);
  } catch (error) {
    return fail(unusable(error));
  }
}

const isRecent = ({ pool }: Engine): Promise<boolean> =>
  withSession(pool, async (session) => {
    const { rows } = await session.query<{ version: number }>(
      `select current_setting('server_version_num')::integer as version`,
    );
    return (rows[0]?.version ?? 0) >= OLDEST;
  });

async function closeOld(engine: Engine): Promise<Result<Engine, Unreachable>> {
  await engine.close();
  return fail({
    kind: 'unreachable',
    message: 'Cannot use the database server: it is too old, wanted PostgreSQL 15 or later',
  });
}

/** Several addresses of one name fail as one error without a message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** Never the whole address: it may hold a password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = URL.parse(url) ?? {};
  return hostname === undefined ? 'of the address given' : `"${hostname}${port ? `:${port}` : ''}${pathname}"`;
}
