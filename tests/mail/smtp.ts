/** A mail server on loopback: what it took, what it refuses, and how it is closed. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { mailingOf, type Mailing } from '../../src/platform/mail/mailing.ts';
import { readMailSettings } from '../../src/platform/mail/settings.ts';

export type TakenMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly isTls: boolean;
};

export type MailServer = {
  readonly port: number;
  readonly taken: TakenMail[];
  /** The next recipients are refused with these codes, one each. */
  readonly refusals: number[];
  readonly close: () => Promise<void>;
};

/** Starts a server that takes everything, unless it is told otherwise. */
export async function startMailServer(
  options: SMTPServerOptions = { disabledCommands: ['STARTTLS', 'AUTH'] },
): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    ...options,
    onRcptTo: (_address, _session, answer) => {
      const code = refusals.shift();
      answer(code === undefined ? null : Object.assign(new Error('Not now'), { responseCode: code }));
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : (mailFrom?.address ?? '');
        const raw = Buffer.concat(chunks).toString('utf8');
        taken.push({ from, to: rcptTo.map(({ address }) => address), raw, isTls: session.secure });
        answer();
      });
    },
  });
  // A client that gives up a connection is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    refusals,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** The settings of an installation whose mail goes there. */
export function mailingBy(url: string): Mailing {
  const settings = readMailSettings({
    THERIAC_SMTP_URL: url,
    THERIAC_MAIL_FROM: 'Theriac <theriac@h.example>',
    THERIAC_ORIGIN: 'https://theriac.h.example',
  });
  if (!settings.ok || settings.value === null) throw new Error('Cannot set up mail for a test');
  return mailingOf(settings.value);
}

/** The text of a mail as its reader sees it. */
export function textOf({ raw }: TakenMail): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\n\n');
  if (/content-transfer-encoding: base64/iu.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/content-transfer-encoding: quoted-printable/iu.test(head)) return body.replaceAll('\r\n', '\n');
  const bytes = body
    .replaceAll(/=\r?\n/gu, '')
    .replaceAll(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}

/** The lines of the head, unfolded. */
export const headOf = ({ raw }: TakenMail): readonly string[] =>
  (raw.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]/gu, ' ').split('\r\n');
