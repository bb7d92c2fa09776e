import type { OrgId, Writer } from '../db/database.ts';
import type { Role } from './identity.ts';

/** A session with the account it belongs to and what that may do in the organisation it is in. */
export type SessionRow = {
  readonly id: string;
  readonly digest: string;
  readonly formerUntil: Date | null;
  readonly accountId: string;
  readonly isOperator: boolean;
  readonly orgId: OrgId | null;
  readonly role: Role | null;
  readonly changedAt: Date;
  readonly usedAt: Date;
  readonly endsAt: Date;
};

/** The session that a secret opens, its present or its former one. */
export const readSession = (db: Writer, digest: string): Promise<SessionRow | undefined> =>
  db
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .leftJoin('membership as m', (join) =>
      join.onRef('m.account_id', '=', 's.account_id').onRef('m.organisation_id', '=', 's.organisation_id'),
    )
    .where((row) => row.or([row('s.digest', '=', digest), row('s.former_digest', '=', digest)]))
    .where('a.closed_at', 'is', null)
    .select([
      's.id',
      's.digest',
      's.former_until as formerUntil',
      's.account_id as accountId',
      'a.is_operator as isOperator',
      'm.organisation_id as orgId',
      'm.role',
      's.changed_at as changedAt',
      's.used_at as usedAt',
      's.ends_at as endsAt',
    ])
    .executeTakeFirst();

/** A session as it begins. */
export type NewSession = {
  readonly id: string;
  readonly digest: string;
  readonly accountId: string;
  readonly orgId: OrgId | null;
  readonly at: Date;
  readonly endsAt: Date;
};

/** A session that begins. */
export const insertSession = (db: Writer, { id, digest, accountId, orgId, at, endsAt }: NewSession) =>
  db.insertInto('session').values({
    id,
    digest,
    former_digest: null,
    former_until: null,
    account_id: accountId,
    organisation_id: orgId,
    created_at: at,
    changed_at: at,
    used_at: at,
    ends_at: endsAt,
  });

/** Gives a session a new secret, unless another request was first; the former one stays good for what is under way. */
export const changeSecret = (
  db: Writer,
  {
    id,
    from,
    to,
    at,
    formerUntil,
  }: Readonly<Record<'id' | 'from' | 'to', string> & Record<'at' | 'formerUntil', Date>>,
) =>
  db
    .updateTable('session')
    .set({ digest: to, former_digest: from, former_until: formerUntil, changed_at: at, used_at: at })
    .where('id', '=', id)
    .where('digest', '=', from)
    .returning('id')
    .executeTakeFirst();

/** Notes that a session is in use. */
export const touchSession = (db: Writer, id: string, at: Date) =>
  db.updateTable('session').set({ used_at: at }).where('id', '=', id);

/** From now on the session reads and writes this organisation. */
export const enterOrganisation = (db: Writer, id: string, orgId: OrgId) =>
  db.updateTable('session').set({ organisation_id: orgId }).where('id', '=', id);

/** One session ends. */
export const deleteSession = (db: Writer, id: string) => db.deleteFrom('session').where('id', '=', id);

/** All sessions of an account, but for one. */
export const deleteSessionsOf = (db: Writer, accountId: string, butFor: string | null) =>
  db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(butFor !== null, (rest) => rest.where('id', '!=', butFor ?? ''));

/** Sessions that are over anyway. */
export const deleteEndedSessions = (db: Writer, at: Date) => db.deleteFrom('session').where('ends_at', '<', at);

/** A token with what it may do. */
export const readToken = (db: Writer, digest: string, at: Date) =>
  db
    .selectFrom('service_token')
    .where('digest', '=', digest)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', at)
    .select(['id', 'organisation_id as orgId', 'role'])
    .executeTakeFirst();

/** An open account with what its password is checked against. */
export const readAccount = (db: Writer, key: { readonly email: string } | { readonly id: string }) =>
  db
    .selectFrom('account')
    .$if('email' in key, (rows) => rows.where('email', '=', 'email' in key ? key.email : ''))
    .$if('id' in key, (rows) => rows.where('id', '=', 'id' in key ? key.id : ''))
    .where('closed_at', 'is', null)
    .select(['id', 'email', 'name', 'password_hash as passwordHash', 'is_operator as isOperator'])
    .select('mail_due as isMailedDue')
    .executeTakeFirst();

/** Whether anyone can sign in at all. */
export const hasAccounts = async (db: Writer): Promise<boolean> =>
  (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;

/** A new account. */
export const insertAccount = (
  db: Writer,
  account: Readonly<Record<'id' | 'email' | 'name' | 'passwordHash', string>> & {
    readonly isOperator: boolean;
    readonly at: Date;
  },
) =>
  db.insertInto('account').values({
    id: account.id,
    email: account.email,
    name: account.name,
    password_hash: account.passwordHash,
    is_operator: account.isOperator,
    created_at: account.at,
    closed_at: null,
  });

/** Another password for an account. */
export const setPassword = (db: Writer, id: string, passwordHash: string) =>
  db.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', id);

/** Whether an account is told by mail what is due. */
export const setMailDue = (db: Writer, id: string, isMailedDue: boolean) =>
  db.updateTable('account').set({ mail_due: isMailedDue }).where('id', '=', id);

/** The organisations of an account, with its role in each. */
export const readMemberships = (db: Writer, accountId: string) =>
  db
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .where('m.account_id', '=', accountId)
    .select(['o.id', 'o.name', 'm.role'])
    .orderBy('o.created_at')
    .orderBy('o.id')
    .execute();

/** Makes someone a member; who is one already stays as they were. */
export const insertMembership = (db: Writer, orgId: OrgId, accountId: string, role: Role, at: Date) =>
  db
    .insertInto('membership')
    .values({ organisation_id: orgId, account_id: accountId, role, created_at: at })
    .onConflict((conflict) => conflict.doNothing());

/** An invitation with the name of who invites, while it may be used. */
export const readInvitation = (db: Writer, digest: string) =>
  db
    .selectFrom('invitation as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .where('i.digest', '=', digest)
    .select([
      'i.id',
      'i.organisation_id as orgId',
      'o.name as organisation',
      'i.email',
      'i.role',
      'i.makes_operator as makesOperator',
      'i.ends_at as endsAt',
      'i.used_at as usedAt',
    ])
    .executeTakeFirst();

/** Marks an invitation as used; nothing comes back where another request was first. */
export const useInvitation = (db: Writer, id: string, at: Date) =>
  db
    .updateTable('invitation')
    .set({ used_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();

/** A link that was not used. */
export type NewInvitation = {
  readonly id: string;
  readonly orgId: OrgId;
  readonly digest: string;
  readonly email: string | null;
  readonly role: Role;
  readonly makesOperator: boolean;
  readonly invitedBy: string;
  readonly at: Date;
  readonly endsAt: Date;
};

/** A link with whom it lets in, and until when. */
export const insertInvitation = (db: Writer, invitation: NewInvitation) =>
  db.insertInto('invitation').values({
    id: invitation.id,
    organisation_id: invitation.orgId,
    digest: invitation.digest,
    email: invitation.email,
    role: invitation.role,
    makes_operator: invitation.makesOperator,
    invited_by: invitation.invitedBy,
    created_at: invitation.at,
    ends_at: invitation.endsAt,
    used_at: null,
  });

/** The first administrator's links that nobody used. */
export const deleteFirstLinks = (db: Writer) =>
  db.deleteFrom('invitation').where('makes_operator', '=', true).where('used_at', 'is', null);

/** All organisations, the oldest first. */
export const readOrganisations = (db: Writer) =>
  db.selectFrom('organisation').select(['id', 'name']).orderBy('created_at').orderBy('id').execute();

/** A new organisation, known by its name until its profile says more. */
export const insertOrganisation = (db: Writer, id: OrgId, name: string, at: Date) =>
  db.insertInto('organisation').values({ id, name, country: null, kind: null, created_at: at });

/** Whose a guest's link is, and for what. */
export const readGuestLink = (db: Writer, digest: string) =>
  db
    .selectFrom('guest_link as g')
    .innerJoin('organisation as o', 'o.id', 'g.organisation_id')
    .where('g.digest', '=', digest)
    .select([
      'g.id',
      'g.organisation_id as orgId',
      'o.name as organisation',
      'g.ends_at as endsAt',
      'g.used_at as usedAt',
    ])
    .executeTakeFirst();
