import { sql } from 'kysely';
import type { Writer } from '../db/database.ts';
import type { MailKind } from '../db/tables.ts';
import { isAddress, oneLine, type Mail } from './mail.ts';

/** A mail with what it tells of: the same key is told once in an organisation. */
export type NewMail = Mail & { readonly key: string; readonly kind: MailKind };

const dayMs = 24 * 60 * 60 * 1000;
/** To people whom members name, so that nobody floods strangers in the name of the installation. */
const mostToStrangersADay = 200;
const toStrangers: readonly MailKind[] = ['invitation', 'question'];

/**
 * Puts a mail into the outbox, in the transaction of what it tells of. Answers whether it will be sent: not where the
 * address cannot be written to, where it was told already, or where too many went to strangers in a day.
 */
export async function writeMail(db: Writer, { key, kind, to, subject, text }: NewMail, at: Date): Promise<boolean> {
  if (!isAddress(to) || (toStrangers.includes(kind) && (await isTooMany(db, at)))) return false;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail')
    .values({
      key,
      kind,
      recipient: to,
      subject: oneLine(subject),
      body: text,
      state: 'waiting',
      tries: 0,
      due_at: at,
      last_error: null,
      created_at: at,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function isTooMany(db: Writer, at: Date): Promise<boolean> {
  const { count } = await db
    .selectFrom('mail')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('kind', 'in', toStrangers)
    .where('created_at', '>', new Date(at.getTime() - dayMs))
    .executeTakeFirstOrThrow();
  return Number(count) >= mostToStrangersADay;
}

/** What was taken back is not told any more, and its secret rests no longer. */
export const dropMail = (db: Writer, key: string) =>
  db.deleteFrom('mail').where('key', '=', key).where('state', '=', 'waiting').execute();

/** What the organisation is called, and null before its profile says so. */
export async function readOrganisationName(db: Writer): Promise<string | null> {
  const row = await db.selectFrom('organisation').select('name').executeTakeFirst();
  return row === undefined || row.name === 'local' ? null : oneLine(row.name);
}

/** How many mails of the organisation wait, were sent and were given up, and the last thing that a server said against one. */
export async function readMailCounts(db: Writer) {
  const counts = await db
    .selectFrom('mail')
    .select(['state', (row) => row.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const last = await db
    .selectFrom('mail')
    .select('last_error')
    .where('last_error', 'is not', null)
    .orderBy((order) => order.fn.coalesce('ended_at', 'created_at'), 'desc')
    .limit(1)
    .executeTakeFirst();
  const of = (state: string): number => Number(counts.find((row) => row.state === state)?.count ?? 0);
  return { waiting: of('waiting'), sent: of('sent'), failed: of('failed'), lastError: last?.last_error ?? null };
}

/** A mail that is due, taken by one process. */
export type TakenMail = Mail & { readonly id: string; readonly tries: number };

/**
 * Takes what is due, and notes for each when it is tried again should this process not come back. Another process that
 * looks at the same moment takes others.
 */
export async function takeDue(
  db: Writer,
  { at, againAt, most }: { readonly at: Date; readonly againAt: Date; readonly most: number },
): Promise<readonly TakenMail[]> {
  const { rows } = await sql<TakenMail>`
    update mail set tries = tries + 1, due_at = ${againAt}
    where id in (
      select id from mail where state = 'waiting' and due_at <= ${at} order by due_at limit ${most} for update skip locked
    )
    returning id, recipient as "to", subject, body as text, tries`.execute(db);
  return rows;
}

/** It is over: sent, or given up with the reason. What it said is deleted. */
export const endMail = (db: Writer, id: string, { at, error }: { readonly at: Date; readonly error: string | null }) =>
  db
    .updateTable('mail')
    .set({ state: error === null ? 'sent' : 'failed', last_error: error, ended_at: at, subject: null, body: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();

/** It is tried again later. */
export const putOff = (db: Writer, id: string, { dueAt, error }: { readonly dueAt: Date; readonly error: string }) =>
  db
    .updateTable('mail')
    .set({ due_at: dueAt, last_error: error })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();

/** Nobody will send what waits, so its secrets go. */
export const giveUpAll = (db: Writer, { at, error }: { readonly at: Date; readonly error: string }) =>
  db
    .updateTable('mail')
    .set({ state: 'failed', last_error: error, ended_at: at, subject: null, body: null })
    .where('state', '=', 'waiting')
    .execute();

/** To whom was written long ago is nobody's business. */
export const forgetEnded = (db: Writer, before: Date) => db.deleteFrom('mail').where('ended_at', '<', before).execute();
