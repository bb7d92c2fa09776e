/** Kysely on one leased connection, for the time of one transaction. */
import {
  DefaultQueryExecutor,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, QueryResult } from 'kysely';
import type { PoolClient, QueryConfig, QueryResult as DriverResult } from 'pg';
import { planName } from './plan-cache.ts';
import { plainError } from './statement-error.ts';
import { guardStatement } from './statement-guard.ts';
import type { Tables } from './tables.ts';

/** What a feature reads and writes with. Statements sent in one turn, by `Promise.all`, travel together. */
export type Writer = Transaction<Tables>;

/** A writer, how many rows it changed, and its end, after which it refuses to work. */
export type OpenWriter = {
  readonly writer: Writer;
  readonly changedRows: () => number;
  readonly end: (reason: string) => void;
};

/** `extended` lets one text hold one statement only, whatever is in it. */
type OneStatement = QueryConfig<unknown[]> & { readonly queryMode: 'extended' };

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Opens a writer on a connection whose transaction has begun. */
export function writerOn(client: PoolClient): OpenWriter {
  let over: string | undefined;
  let changedRows = 0;
  const connection: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      if (over !== undefined)
        throw new Error(`Cannot run "${query.sql.slice(0, 80)}": its transaction is over, ${over}`);
      guardStatement(query.sql);
      const result = await send(client, query);
      const affected = CHANGES.has(result.command) ? (result.rowCount ?? 0) : undefined;
      changedRows += affected ?? 0;
      const rows = result.rows as Row[];
      return affected === undefined ? { rows } : { rows, numAffectedRows: BigInt(affected) };
    },
    streamQuery: () => {
      throw new Error('Cannot stream rows: a transaction is short, wanted a limit');
    },
  };
  return { writer: transactionOn(connection), changedRows: () => changedRows, end: (reason) => void (over = reason) };
}

function send(client: PoolClient, { sql, parameters }: CompiledQuery): Promise<DriverResult> {
  const name = planName(client, sql);
  const statement: OneStatement = { name, text: sql, values: [...parameters], queryMode: 'extended' };
  return client.query(statement).catch((error: unknown) => Promise.reject(plainError(error)));
}

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const driver = dialect.createDriver();
const adapter = dialect.createAdapter();
const compiler = dialect.createQueryCompiler();

/** Kysely's own provider for a single connection sends one statement after the other; this one lets them travel together. */
function transactionOn(connection: DatabaseConnection): Writer {
  const executor = new DefaultQueryExecutor(compiler, adapter, {
    provideConnection: (consume) => consume(connection),
  });
  return new Transaction<Tables>({ config: { dialect }, driver, dialect, executor });
}
