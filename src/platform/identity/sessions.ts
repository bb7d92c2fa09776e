import { randomUUID } from 'node:crypto';
import type { Database, OrgId, Writer } from '../db/database.ts';
import { anonymous, type Identity } from './identity.ts';
import {
  changeSecret,
  deleteEndedSessions,
  insertSession,
  readSession,
  readToken,
  touchSession,
  type SessionRow,
} from './queries.ts';
import { digestOf, hasForm, newSecret } from './secrets.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A shift's break ends nothing, a night does. */
const idleMs = 12 * hour;
/** After a week everyone signs in again. */
const longestMs = 7 * 24 * hour;
/** How long a secret is used before it is changed. */
const secretMs = hour;
/** How long the former secret answers requests that were under way. */
const graceMs = minute;
const touchMs = 5 * minute;
/** How long an answer is kept: at most this long does another process honour what was revoked. */
const keptMs = 10_000;
const mostKept = 10_000;

/** What a request carries. */
export type Credentials = { readonly session: string | null; readonly bearer: string | null };

/** Who asks; and the new secret of the session, where it was changed. */
export type Identified = { readonly identity: Identity; readonly renewed: string | null };

/** Sessions of people and tokens of programs: who a request comes from. */
export type Sessions = {
  readonly identify: (credentials: Credentials) => Promise<Identified>;
  /** Begins a session in the transaction of the caller, and answers with its secret. */
  readonly begin: (db: Writer, accountId: string, orgId: OrgId | null) => Promise<string>;
  /** Lets go of what was kept, after a change of roles or sessions. */
  readonly forget: () => void;
};

const nobody: Identified = { identity: anonymous, renewed: null };

/** Opens the book of sessions of an installation. */
export function openSessions(database: Database, now: () => Date): Sessions {
  const kept = new Map<string, { readonly identity: Identity; readonly until: number }>();

  const keep = (digest: string, identity: Identity): Identity => {
    kept.set(digest, { identity, until: now().getTime() + keptMs });
    const oldest = kept.keys().next().value;
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return identity;
  };

  const ofSession = async (secret: string): Promise<Identified> => {
    const digest = digestOf(secret);
    const row = await database.inInstallation((db) => readSession(db, digest));
    if (row === undefined || !isAlive(row, digest, now())) return nobody;
    const renewed = digest === row.digest ? await renew(database, row, now()) : null;
    return { identity: keep(digest, identityOf(row)), renewed };
  };

  const ofToken = async (secret: string): Promise<Identified> => {
    const digest = digestOf(secret);
    const row = await database.inInstallation((db) => readToken(db, digest, now()));
    if (row === undefined) return nobody;
    const { id, orgId, role } = row;
    return { identity: keep(digest, { ...anonymous, actor: `token/${id}`, level: role, orgId }), renewed: null };
  };

  const identify = async ({ session, bearer }: Credentials): Promise<Identified> => {
    const secret = bearer ?? session;
    const kind = bearer === null ? 'session' : 'token';
    if (secret === null || !hasForm(kind, secret)) return nobody;
    const known = kept.get(digestOf(secret));
    if (known !== undefined && known.until > now().getTime()) return { identity: known.identity, renewed: null };
    return kind === 'token' ? ofToken(secret) : ofSession(secret);
  };

  const begin = async (db: Writer, accountId: string, orgId: OrgId | null): Promise<string> => {
    const secret = newSecret('session');
    const at = now();
    const endsAt = new Date(at.getTime() + longestMs);
    const session = { id: randomUUID(), digest: digestOf(secret), accountId, orgId, at, endsAt };
    await Promise.all([insertSession(db, session).execute(), deleteEndedSessions(db, at).execute()]);
    return secret;
  };
  return { identify, begin, forget: () => kept.clear() };
}

const identityOf = ({ id, accountId, isOperator, orgId, role }: SessionRow): Identity => ({
  actor: `account/${accountId}`,
  level: role ?? 'everyone',
  orgId,
  accountId,
  sessionId: id,
  isOperator,
});

function isAlive({ digest, formerUntil, usedAt, endsAt }: SessionRow, given: string, at: Date): boolean {
  if (endsAt <= at || usedAt.getTime() + idleMs <= at.getTime()) return false;
  return digest === given || (formerUntil !== null && formerUntil > at);
}

/** Changes the secret of a session where it is due; else notes now and then that the session is in use. */
async function renew(database: Database, row: SessionRow, at: Date): Promise<string | null> {
  if (row.changedAt.getTime() + secretMs > at.getTime()) {
    const isDue = row.usedAt.getTime() + touchMs <= at.getTime();
    if (isDue) await database.inInstallation((db) => touchSession(db, row.id, at).execute());
    return null;
  }
  const secret = newSecret('session');
  const change = {
    id: row.id,
    from: row.digest,
    to: digestOf(secret),
    at,
    formerUntil: new Date(at.getTime() + graceMs),
  };
  const changed = await database.inInstallation((db) => changeSecret(db, change));
  return changed === undefined ? null : secret;
}
