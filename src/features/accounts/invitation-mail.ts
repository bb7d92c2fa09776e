import { formatsFor } from '../../core/report/formats.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import type { Writer } from '../../platform/db/database.ts';
import type { StoredRole } from '../../platform/db/tables.ts';
import { readOrganisationName, writeMail } from '../../platform/mail/queries.ts';

export const invitationKey = (id: string): string => `invitation/${id}`;

type Invited = Readonly<Record<'id' | 'email' | 'secret' | 'language', string>> & {
  readonly role: StoredRole;
  readonly endsAt: Date;
};

/** Sends the link to whom it is for, in the transaction that makes it. Answers whether it will be sent. */
export async function mailInvitation(
  db: Writer,
  { mail, services, now }: ActionContext<Services>,
  { id, email, secret, language, role, endsAt }: Invited,
): Promise<boolean> {
  if (mail === null) return false;
  const { translate: say } = services.library.words(language);
  const organisation = (await readOrganisationName(db)) ?? say('mail.unnamed');
  const until = formatsFor(language).date(endsAt.toISOString().slice(0, 10));
  const text = say('mail.invitation.text', { organisation, role, until, link: `${mail.origin}/welcome#${secret}` });
  const subject = say('mail.invitation.subject', { organisation });
  return writeMail(db, { key: invitationKey(id), kind: 'invitation', to: email, subject, text }, now());
}
