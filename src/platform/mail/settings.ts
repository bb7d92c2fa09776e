import { fail, ok, type Result } from '../../core/base.ts';
import type { Failure } from '../action.ts';
import { isAddress, oneLine } from './mail.ts';

/** How the connection is kept secret: from the start, after STARTTLS, or not at all. */
export type Encryption = 'tls' | 'starttls' | 'none';

/** How mail leaves the installation. Only the transport sees the password. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  readonly encryption: Encryption;
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: { readonly name: string; readonly address: string };
  /** Where links lead. */
  readonly origin: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings from the environment; null where mail is off. A wrong one is said without its value: it may hold a password. */
export function readMailSettings(env: Environment): Result<MailSettings | null, Failure> {
  const { THERIAC_SMTP_URL: url, THERIAC_MAIL_FROM: from, THERIAC_ORIGIN: origin } = env;
  if (url === undefined || url === '') return ok(null);
  if (from === undefined || from === '')
    return wrong('THERIAC_MAIL_FROM', 'it is needed for mail: the address that mail comes from');
  if (origin === undefined || !/^https?:\/\/[^/]/u.test(origin))
    return wrong('THERIAC_ORIGIN', 'it is needed for mail, because links lead there: the address that people use');
  const sender = senderOf(from);
  if (sender === null)
    return wrong('THERIAC_MAIL_FROM', 'wanted "name@hospital.example" or "Theriac <name@hospital.example>"');
  const server = serverOf(url);
  return server.ok ? ok({ ...server.value, from: sender, origin: new URL(origin).origin }) : server;
}

const wrong = (name: string, why: string) =>
  fail<Failure>({ kind: 'invalid_input', message: `Cannot read ${name}: ${why}` });

function senderOf(text: string): MailSettings['from'] | null {
  const named = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/u.exec(text);
  const [name, address] = named === null ? ['', text.trim()] : [named[1] ?? '', named[2] ?? ''];
  return isAddress(address) ? { name: oneLine(name), address } : null;
}

const ports = { 'smtp:': 587, 'smtps:': 465 } as const;
const wantedUrl =
  'wanted smtp://user:password@mail.hospital.example:587 or smtps://…, with % signs for special letters';

function serverOf(text: string): Result<Omit<MailSettings, 'from' | 'origin'>, Failure> {
  const url = URL.parse(text);
  const isKnown = url !== null && (url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname !== '';
  if (!isKnown || !/^\/?$/u.test(url.pathname) || url.hash !== '') return wrong('THERIAC_SMTP_URL', wantedUrl);
  const encryption = encryptionOf(url);
  if (encryption === null)
    return wrong(
      'THERIAC_SMTP_URL',
      'after the "?" only starttls=required or starttls=never is known, and only with smtp://',
    );
  const login = loginOf(url);
  if (login === undefined) return wrong('THERIAC_SMTP_URL', wantedUrl);
  const port = url.port === '' ? ports[url.protocol as keyof typeof ports] : Number(url.port);
  return ok({ host: url.hostname.replaceAll(/^\[|\]$/gu, ''), port, encryption, login });
}

/** Required unless the server is this machine, or the operator says that there is none. */
function encryptionOf({ protocol, hostname, searchParams }: URL): Encryption | null {
  const said = searchParams.get('starttls');
  const isStrange = [...searchParams.keys()].some((key) => key !== 'starttls') || searchParams.size > 1;
  if (isStrange || (said !== null && protocol === 'smtps:')) return null;
  if (protocol === 'smtps:') return 'tls';
  if (said !== null) return said === 'required' ? 'starttls' : said === 'never' ? 'none' : null;
  return isLoopback(hostname) ? 'none' : 'starttls';
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/u.test(host);

/** Undefined where it cannot be read. */
function loginOf({ username, password }: URL): MailSettings['login'] | undefined {
  if (username === '') return password === '' ? null : undefined;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}
