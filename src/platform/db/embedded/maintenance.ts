/**
 * What a server does in the background and PGlite does not: without checkpoints the log grows for ever, and without vacuum
 * the tables do. It runs after so many changed rows or so long after the first, in small steps, each a lease of its own, so
 * that a waiting transaction waits for one table at most; and it stands back for a while when some wait.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { withSession } from '../session.ts';

/** Told of each change; finishes what is due before the database is closed. */
export type Maintenance = { readonly noteChange: (rows: number) => void; readonly finish: () => Promise<void> };

const DUE_AFTER_MS = 5 * 60_000;
const STAND_BACK_MS = 500;
/** After a minute of standing back it takes its turn all the same: the queue is fair, and the debt grows. */
const STAND_BACK_TIMES = 120;

/** Our tables, and the catalogue's where its transaction numbers grow old. */
const TABLES = `select oid::regclass::text as name from pg_class where relkind = 'r'
  and (relnamespace = 'public'::regnamespace or age(relfrozenxid) > 50000000) order by relname`;

/** Watches over one embedded database. */
export function maintain(pool: Pool, dueRows: number): Maintenance {
  let changedRows = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const run = (): void => {
    clearTimeout(timer);
    timer = undefined;
    changedRows = 0;
    running ??= tidy(pool).finally(() => void (running = undefined));
  };
  return {
    noteChange: (rows) => {
      changedRows += rows;
      if (changedRows >= dueRows && running === undefined) run();
      else if (rows > 0) timer ??= setTimeout(run, DUE_AFTER_MS).unref();
    },
    finish: async () => {
      if (changedRows > 0 && running === undefined) run();
      clearTimeout(timer);
      await running;
    },
  };
}

/** A failure here loses nothing, and comes again with the next change: it is a warning. */
async function tidy(pool: Pool): Promise<void> {
  try {
    await step(pool, 'checkpoint');
    const tables = await withSession(pool, (session) => session.query<{ name: string }>(TABLES));
    for (const { name } of tables.rows) await step(pool, `vacuum (analyze) ${name}`);
  } catch (error) {
    process.emitWarning(`Cannot tidy the database: ${String(error)}`);
  }
}

async function step(pool: Pool, statement: string): Promise<void> {
  for (let times = 0; pool.waitingCount > 0 && times < STAND_BACK_TIMES; times += 1)
    await wait(STAND_BACK_MS, undefined, { ref: false });
  await withSession(pool, (session) => session.query(statement));
}
