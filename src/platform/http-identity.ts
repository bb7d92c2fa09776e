import { getCookie, setCookie } from 'hono/cookie';
import type { Context } from 'hono';
import type { Credentials } from './identity/sessions.ts';

/** What a request says of who sent it. */
export type Asking = Credentials & {
  /** Through the socket beside the data, which only its owner may open. */
  readonly isLocal: boolean;
  /** The organisation that a command names. */
  readonly organisation: string | null;
  readonly address: string;
};

/** What the listener of each server adds to a request. */
export type Bindings = {
  readonly isLocal?: boolean;
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
};

/** Seconds for which a browser keeps the secret; the session itself may end sooner. */
const cookieSeconds = 7 * 24 * 60 * 60;
/** The prefix lets no other site or path of the host set it, but wants an encrypted connection. */
const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-theriac' : 'theriac');

/** Reads who asks from a request. */
export function askingOf(context: Pick<Context, 'req' | 'env'>, session: string | null): Asking {
  const bearer = /^Bearer (\S+)$/u.exec(context.req.header('authorization') ?? '')?.[1] ?? null;
  // In tests there is no connection, and no environment either.
  const env = context.env as Bindings | undefined;
  return {
    bearer,
    session,
    isLocal: env?.isLocal === true,
    organisation: context.req.header('theriac-organisation') ?? null,
    address: env?.incoming?.socket.remoteAddress ?? 'unknown',
  };
}

/** The secret that the browser sends along. */
export const sessionOf = (context: Context, isSecure: boolean): string | null =>
  getCookie(context, cookieName(isSecure)) ?? null;

/** Hands the browser the secret of its session, or takes it away. No script can read it, no other site make it travel. */
export function answerSession(context: Context, secret: string | null, isSecure: boolean): void {
  setCookie(context, cookieName(isSecure), secret ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure,
    maxAge: secret === null ? 0 : cookieSeconds,
  });
}
