import { fail, ok, type Result } from '../../core/base.ts';
import type { Failure } from '../action.ts';
import { isAddress, oneLine, type Mail } from './mail.ts';
import type { MailSettings } from './settings.ts';

/** Why the server did not take a mail; `isFinal` where asking again would change nothing. */
export type Refusal = { readonly message: string; readonly isFinal: boolean };

/** What mail leaves by: the one server that the operator named. */
export type Transport = {
  /** @param id the same for each try, so that a server or a reader can tell a second copy */
  readonly send: (mail: Mail, id: string) => Promise<Result<null, Refusal>>;
};

const connectMs = 10_000;
const answerMs = 30_000;

/** Loads the SMTP client and prepares it; nothing is connected before something is sent. */
export async function openTransport(settings: MailSettings): Promise<Transport> {
  const { host, port, encryption, login, from, origin } = settings;
  const { createTransport } = await import('nodemailer');
  const smtp = createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    tls: { minVersion: 'TLSv1.2' },
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    name: new URL(origin).hostname,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: answerMs,
    // A text can name neither a file nor an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }, id) => {
      if (!isAddress(to)) return fail({ message: 'The address cannot be written to', isFinal: true });
      try {
        await smtp.sendMail({
          from,
          to: { name: '', address: to },
          // Said once more, so that no head decides to whom it goes.
          envelope: { from: from.address, to: [to] },
          subject: oneLine(subject),
          text,
          messageId: `<${id}@${new URL(origin).hostname}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return ok(null);
      } catch (error) {
        return fail(refusalOf(error, settings));
      }
    },
  };
}

const mostErrorLetters = 300;

/** What went wrong, without what only the server may know. */
function refusalOf(error: unknown, { login }: MailSettings): Refusal {
  const {
    code = '',
    responseCode = 0,
    response,
    message,
  } = error as Partial<Record<'code' | 'response' | 'message', string>> & {
    readonly responseCode?: number;
  };
  const said = oneLine(`${code} ${response ?? message ?? String(error)}`).slice(0, mostErrorLetters);
  const secrets = login === null ? [] : [login.password, login.user].filter((secret) => secret !== '');
  return {
    message: secrets.reduce((text, secret) => text.replaceAll(secret, '…'), said),
    isFinal: responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE'),
  };
}

/** The refusal as the answer of an action. */
export const refusedMail = ({ message }: Refusal): Failure => ({
  kind: 'mail_refused',
  message: `The mail was not sent: ${message}`,
});
