import type { Digest, DigestLine } from '../../core/digest/due-digest.ts';
import { formatsFor } from '../../core/report/formats.ts';
import type { Translate } from '../../core/report/words.ts';
import { oneLine, type Mail } from '../../platform/mail/mail.ts';

/** A mail is read on a phone: what is left out stands behind the link. */
const mostLines = 25;

/** What is due, as a mail to one person. */
export function digestMail(
  { member, ...parts }: Digest,
  { say, origin, organisation }: { readonly say: Translate; readonly origin: string; readonly organisation: string },
): Mail {
  const counts = { overdue: parts.overdue.length, due: parts.due.length, expiring: parts.expiring.length };
  const kinds = (['overdue', 'due', 'expiring'] as const).filter((kind) => parts[kind].length > 0);
  return {
    to: member.email,
    subject: say('mail.digest.subject', {
      ...counts,
      all: counts.overdue + counts.due + counts.expiring,
      organisation,
    }),
    text: say('mail.digest.text', {
      name: oneLine(member.name),
      organisation,
      parts: kinds.map((kind) => partOf(say, kind, parts[kind])).join('\n\n'),
      links: linksTo(origin, parts).join('\n'),
      account: `${origin}/account`,
    }),
  };
}

/** Safeguards and duties stand on pages of their own. */
function linksTo(origin: string, { overdue, due, expiring }: Omit<Digest, 'member'>): readonly string[] {
  const isSafeguard = ({ id }: DigestLine): boolean => /^S-\d/u.test(id);
  const dated = [...overdue, ...due];
  return [
    ...(dated.some(isSafeguard)
      ? [`${origin}/assessment?show=due`]
      : expiring.length > 0
        ? [`${origin}/assessment`]
        : []),
    ...(dated.every(isSafeguard) ? [] : [`${origin}/obligations`]),
  ];
}

function partOf(say: Translate, kind: 'overdue' | 'due' | 'expiring', lines: readonly DigestLine[]): string {
  const { date } = formatsFor('en');
  const shown = lines
    .slice(0, mostLines)
    .map(({ id, title, what, on }) =>
      say(`mail.digest.line.${kind}`, { id, title, what: oneLine(what ?? ''), on: date(on) }),
    );
  const more = lines.length - shown.length;
  return [say(`mail.digest.part.${kind}`), ...shown, ...(more > 0 ? [say('mail.digest.more', { more })] : [])].join(
    '\n',
  );
}
