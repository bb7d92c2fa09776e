/**
 * The database, behind one face for both engines. Owns connections, transactions, tenancy, migrations and upkeep; must not
 * know what the tables mean, and never hands out a connection that is not bound to a role.
 *
 * Embedded, PostgreSQL runs as PGlite in a thread (embedded/); else `pg` connects to a server of version 15 or later. To all
 * above them both are the same driver, since the thread is reached by PostgreSQL's own protocol over a socket of ours.
 *
 * A transaction opens, takes its role and its organisation, and sends its first statement in one message; statements sent in
 * one turn share a message too, so this costs two trips to the engine, the second being the commit:
 *
 *     database.inOrganisation(orgId, (db) => Promise.all([change.execute(), auditEntry(db, entry).execute()]))
 *
 * Where one of them fails, all fail: the first with the reason, those after it with code 25P02.
 */
import { fileURLToPath } from 'node:url';
import { fail, ok } from '../../core/base.ts';
import type { Result } from '../../core/base.ts';
import type { DatabaseError } from './database-error.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { ensureRoles } from './roles.ts';
import { openServer } from './server.ts';
import type { OrgId } from './tables.ts';
import { runTransaction } from './transaction.ts';
import type { Scope } from './transaction.ts';
import type { Writer } from './writer.ts';

export type { DatabaseError } from './database-error.ts';
export type { OrgId } from './tables.ts';
export type { Writer } from './writer.ts';

/** An open database. Work is short: compute outside, then read or write. It holds a connection, embedded the only one. */
export interface Database {
  /** One transaction that sees and changes one organisation's rows. */
  readonly inOrganisation: <Value>(orgId: OrgId, work: (db: Writer) => Promise<Value>) => Promise<Value>;
  /** One transaction on what belongs to no organisation, such as their list. It sees no organisation's rows. */
  readonly inInstallation: <Value>(work: (db: Writer) => Promise<Value>) => Promise<Value>;
  readonly engine: 'embedded' | 'postgresql';
  /** Lets running transactions finish, and refuses new ones. A second call waits for the first. */
  readonly close: () => Promise<void>;
}

/** Where the database is: a folder, a server, or memory that goes with the process. */
export type DatabaseOptions = (
  | ({ readonly dataFolder: string } & Settings)
  | ({ readonly memory: true } & Settings)
  | { readonly url: string }
) & {
  /** How long one transaction may hold its connection. */
  readonly transactionLimitMs?: number;
};

type Settings = {
  /** Where tests keep an empty database, from which a new one is made sooner. */
  readonly templateFile?: string;
  /** After how many changed rows upkeep is due. */
  readonly upkeepRows?: number;
};

const TRANSACTION_LIMIT_MS = 10_000;

/** Opens the database, makes it where there is none, and brings its tables up to date. */
export async function openDatabase(
  options: DatabaseOptions,
  migrationsFolder: URL | string,
): Promise<Result<Database, DatabaseError>> {
  const opened = 'url' in options ? await openServer(options.url) : await openEmbedded(options);
  if (!opened.ok) return opened;
  const engine = opened.value;
  const ready = await prepare(engine, migrationsFolder).catch((error: unknown) => fail(engine.unusable(error)));
  if (ready.ok) return ok(databaseOn(engine, options.transactionLimitMs ?? TRANSACTION_LIMIT_MS));
  await engine.close();
  return ready;
}

async function prepare(engine: Engine, folder: URL | string): Promise<Result<void, DatabaseError>> {
  await ensureRoles(engine.pool);
  return migrate(engine.pool, typeof folder === 'string' ? folder : fileURLToPath(folder));
}

function databaseOn(engine: Engine, limitMs: number): Database {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const run = async <Value>(scope: Scope, work: (db: Writer) => Promise<Value>): Promise<Value> => {
    if (closing !== undefined) throw new Error('Cannot start a transaction: the database is closed');
    const transaction = runTransaction(engine.pool, { scope, limitMs, work });
    running.add(transaction);
    try {
      const { value, changedRows } = await transaction;
      if (changedRows > 0) engine.noteChange(changedRows);
      return value;
    } finally {
      running.delete(transaction);
    }
  };
  return {
    inOrganisation: (orgId, work) => run({ orgId }, work),
    inInstallation: (work) => run('installation', work),
    engine: engine.kind,
    close: () => (closing ??= Promise.allSettled(running).then(() => engine.close())),
  };
}
