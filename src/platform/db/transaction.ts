/**
 * One short transaction on a connection leased whole. Its opening is sent without waiting, so that it travels in one
 * message with the first statement; with the commit, a change of several statements sent together costs two messages.
 */
import type { Pool, PoolClient } from 'pg';
import { assert } from '../../core/base.ts';
import { giveBack } from './session.ts';
import { isStatementError, plainError } from './statement-error.ts';
import { isOrgId } from './tables.ts';
import type { OrgId } from './tables.ts';
import { writerOn } from './writer.ts';
import type { Writer } from './writer.ts';

/** Whose rows: an organisation's, or what belongs to none. */
export type Scope = { readonly orgId: OrgId } | 'installation';

/** The work, and how long it may hold its connection. */
export type Plan<Value> = {
  readonly scope: Scope;
  readonly limitMs: number;
  readonly work: (db: Writer) => Promise<Value>;
};

/** What the work made, and how many rows it changed. */
export type Outcome<Value> = { readonly value: Value; readonly changedRows: number };

type Failure = { readonly error: unknown };
const asFailure = (error: unknown): Failure => ({ error });

/** Runs the work and commits, or rolls back and throws what went wrong. */
export async function runTransaction<Value>(pool: Pool, plan: Plan<Value>): Promise<Outcome<Value>> {
  const calledFrom = new Error('The transaction was started here');
  const opening = openingOf(plan);
  const client = await pool.connect().catch((error: unknown) => Promise.reject(plainError(error)));
  const { writer, changedRows, end } = writerOn(client);
  // Not awaited here; that it did begin is checked before anything is committed.
  const begun = client.query(opening).then(() => undefined, asFailure);
  try {
    const value = await withinLimit(plan.work(writer), plan.limitMs, calledFrom);
    end('it was committed');
    await withinLimit(commit(client, await begun), plan.limitMs, calledFrom);
    client.release();
    return { value, changedRows: changedRows() };
  } catch (error) {
    end('it was rolled back');
    await giveBack(client);
    throw plainError(isConsequence(error) ? ((await begun)?.error ?? error) : error);
  }
}

/** The organisation's id stands in the text because a simple query takes several statements and no parameters. */
function openingOf({ scope, limitMs }: Plan<unknown>): string {
  const [role, org] = scope === 'installation' ? ['theriac_installation', ''] : ['theriac_app', checkedId(scope.orgId)];
  return `begin; select set_config('statement_timeout', '${limitMs}', true), set_config('app.org', '${org}', true), set_config('role', '${role}', true)`;
}

function checkedId(orgId: OrgId): OrgId {
  assert(isOrgId(orgId), `Cannot open a transaction for "${orgId}": it is no id of an organisation`);
  return orgId;
}

async function withinLimit<Value>(work: Promise<Value>, limitMs: number, calledFrom: Error): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooLong(limitMs, calledFrom)), limitMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

const tooLong = (limitMs: number, cause: Error): Error =>
  new Error(`Cannot finish the transaction ${callerOf(cause)}: it held its connection for ${limitMs} ms, wanted less`, {
    cause,
  });

/** The first line of the stack outside this folder. */
function callerOf({ stack }: Error): string {
  const line = stack?.split('\n').find((text) => /^\s*at /.test(text) && !text.includes(import.meta.dirname));
  return line?.trim() ?? 'of an unknown caller';
}

/** Where the opening failed, every statement after it is refused as part of an aborted transaction. */
const isConsequence = (error: unknown): boolean => isStatementError(error) && error.code === '25P02';

/** PostgreSQL answers a commit with ROLLBACK where a statement failed before: its error must have been swallowed. */
async function commit(client: PoolClient, failure: Failure | undefined): Promise<void> {
  if (failure !== undefined) throw failure.error;
  const { command } = await client.query('commit');
  if (command === 'ROLLBACK')
    throw new Error('Cannot commit: a statement failed, and its error was caught by the work');
}
