import type { Writer } from '../../platform/db/database.ts';

/** The members, with whether they want to be told by mail what is due. */
export const readRecipients = (db: Writer) =>
  db
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .where('a.closed_at', 'is', null)
    .select(['a.id', 'a.name', 'a.email', 'm.role', 'a.mail_due as wantsMail'])
    .orderBy('a.id')
    .execute();
