/** Leases of connections: taken, and given back in a known state. What runs here runs as the owner of the tables. */
import type { Pool, PoolClient } from 'pg';

const ROLLBACK_MS = 2_000;

/** Runs work of this folder's own (migrations, upkeep) on a connection, with the owner's rights. */
export async function withSession<Value>(pool: Pool, work: (session: PoolClient) => Promise<Value>): Promise<Value> {
  const session = await pool.connect();
  try {
    const value = await work(session);
    session.release();
    return value;
  } catch (error) {
    await giveBack(session);
    throw error;
  }
}

/** Rolls back and hands on a connection, or ends it where it does not answer. */
export async function giveBack(session: PoolClient): Promise<void> {
  const { stream } = session.connection;
  const timer = setTimeout(() => stream.destroy(new Error('Cannot roll back: no answer')), ROLLBACK_MS);
  try {
    await session.query('rollback');
    session.release();
  } catch {
    session.release(true);
  } finally {
    clearTimeout(timer);
  }
}
