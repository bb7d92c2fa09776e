import { sql } from 'kysely';
import type { Writer } from '../../platform/db/database.ts';
import type { StoredRole } from '../../platform/db/tables.ts';

/** Row-level security shows one organisation's members, links and tokens, so no query names it. */
export const readMembers = (db: Writer) =>
  db
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['a.id', 'a.name', 'a.email', 'm.role', 'm.created_at as since'])
    .orderBy('m.created_at')
    .orderBy('a.id')
    .execute();

/**
 * Gives a member another role, or none. Answers `last` where nobody would be left who may let others in: two such requests
 * wait for each other, because each locks all members first.
 */
export async function changeMember(
  db: Writer,
  accountId: string,
  role: StoredRole | null,
): Promise<'changed' | 'last' | 'missing'> {
  const members = await sql<{ account_id: string; role: StoredRole }>`
    select account_id, role from membership order by account_id for update`.execute(db);
  const member = members.rows.find(({ account_id }) => account_id === accountId);
  if (member === undefined) return 'missing';
  const others = members.rows.filter(({ account_id }) => account_id !== accountId);
  if (role !== 'administrator' && !others.some((other) => other.role === 'administrator')) return 'last';
  await (role === null
    ? db.deleteFrom('membership').where('account_id', '=', accountId).execute()
    : db.updateTable('membership').set({ role }).where('account_id', '=', accountId).execute());
  return 'changed';
}

export const readInvitations = (db: Writer, at: Date) =>
  db
    .selectFrom('invitation')
    .where('used_at', 'is', null)
    .where('ends_at', '>', at)
    .where('makes_operator', '=', false)
    .select(['id', 'email', 'role', 'created_at as at', 'ends_at as endsAt'])
    .orderBy('created_at')
    .execute();

export type NewInvitation = {
  readonly id: string;
  readonly digest: string;
  readonly email: string | null;
  readonly role: StoredRole;
  readonly invitedBy: string;
  readonly at: Date;
  readonly endsAt: Date;
};

export const insertInvitation = (db: Writer, { id, digest, email, role, invitedBy, at, endsAt }: NewInvitation) =>
  db
    .insertInto('invitation')
    .values({
      id,
      digest,
      email,
      role,
      makes_operator: false,
      invited_by: invitedBy,
      created_at: at,
      ends_at: endsAt,
      used_at: null,
    })
    .execute();

export const deleteInvitation = async (db: Writer, id: string): Promise<true | undefined> =>
  (await db.deleteFrom('invitation').where('id', '=', id).returning('id').executeTakeFirst()) === undefined
    ? undefined
    : true;

export const readTokens = (db: Writer) =>
  db
    .selectFrom('service_token')
    .select(['id', 'name', 'role', 'created_at as at', 'ends_at as endsAt', 'revoked_at as revokedAt'])
    .orderBy('created_at')
    .execute();

export type NewToken = {
  readonly id: string;
  readonly digest: string;
  readonly name: string;
  readonly role: StoredRole;
  readonly createdBy: string;
  readonly at: Date;
  readonly endsAt: Date;
};

export const insertToken = (db: Writer, { id, digest, name, role, createdBy, at, endsAt }: NewToken) =>
  db
    .insertInto('service_token')
    .values({
      id,
      digest,
      name,
      role,
      created_by: createdBy,
      created_at: at,
      ends_at: endsAt,
      revoked_at: null,
    })
    .execute();

export const revokeToken = async (db: Writer, id: string, at: Date): Promise<true | undefined> =>
  (await db
    .updateTable('service_token')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) === undefined
    ? undefined
    : true;
