import { formatsFor } from '../../core/report/formats.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import type { Writer } from '../../platform/db/database.ts';
import { oneLine } from '../../platform/mail/mail.ts';
import { readOrganisationName, writeMail } from '../../platform/mail/queries.ts';
import { readNames } from '../../platform/identity/who.ts';
import { readAsker, type StoredQuestion } from './queries.ts';

type Context = ActionContext<Services>;

export const questionKey = (id: string): string => `question/${id}`;

type Asked = Readonly<Record<'id' | 'colleague' | 'secret' | 'language', string>> & {
  readonly email: string | null;
  readonly count: number;
  readonly endsAt: Date;
};

/** Sends the link to the colleague, in the transaction that makes it. Answers whether it will be sent. */
export async function mailQuestion(
  db: Writer,
  { mail, services, actor, now }: Context,
  { id, colleague, email, secret, language, count, endsAt }: Asked,
): Promise<boolean> {
  if (mail === null || email === null) return false;
  const { translate: say } = services.library.words(language);
  const values = {
    name: oneLine(colleague),
    who: oneLine((await readNames(db, [actor])).get(actor) ?? say('mail.someone')),
    organisation: (await readOrganisationName(db)) ?? say('mail.unnamed'),
    count,
    until: formatsFor(language).date(endsAt.toISOString().slice(0, 10)),
    link: `${mail.origin}/answer#${secret}`,
  };
  const [subject, text] = [say('mail.question.subject', values), say('mail.question.text', values)];
  return writeMail(db, { key: questionKey(id), kind: 'question', to: email, subject, text }, now());
}

/** Tells whoever asked that the answer is there; a program, a command or someone who has left is told nothing. */
export async function mailAnswer(
  db: Writer,
  { mail, services, now }: Context,
  question: StoredQuestion,
): Promise<void> {
  const asker = mail === null ? undefined : await readAsker(db, question.askedBy);
  if (mail === null || asker === undefined) return;
  const { translate: say } = services.library.words('en');
  const values = {
    name: oneLine(question.colleague),
    count: question.items.length,
    link: `${mail.origin}/questions/${question.id}`,
  };
  const [subject, text] = [say('mail.answer.subject', values), say('mail.answer.text', values)];
  await writeMail(db, { key: `answer/${question.id}`, kind: 'answer', to: asker.email, subject, text }, now());
}
