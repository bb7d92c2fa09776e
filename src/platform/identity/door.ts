/** The door of an installation: signing in, being let in by a link, and going from one organisation to another. */
import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Failure, Store } from '../action.ts';
import { auditEntry } from '../audit.ts';
import { storeOn } from '../store.ts';
import type { Database, OrgId, Writer } from '../db/database.ts';
import { countAttempts, type Attempts } from './attempts.ts';
import type { Identity, Role } from './identity.ts';
import {
  checkPassword,
  fewestLetters,
  hashPassword,
  isPassword,
  nobodysPassword,
  type PasswordFault,
} from './passwords.ts';
import * as rows from './queries.ts';
import { digestOf, hasForm, newSecret } from './secrets.ts';
import { openSessions, type Credentials, type Identified } from './sessions.ts';

const minute = 60_000;
/** How long a link lets in. */
export const linkMs = 7 * 24 * 60 * minute;
const firstLinkMs = 24 * 60 * minute;

/** An organisation that an account belongs to. */
export type Membership = { readonly id: OrgId; readonly name: string; readonly role: Role };
/** The account behind a session, and where it may go. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isOperator: boolean;
  /** Is told by mail what is due. */
  readonly isMailedDue: boolean;
  readonly organisations: readonly Membership[];
};
/** What a link offers before it is used. */
export type Offer = { readonly organisation: string; readonly role: Role; readonly email: string | null };
/** Whoever comes in by a link. Who has an account already gives its password, and the name is not asked for. */
export type Newcomer = { readonly email: string; readonly name: string; readonly password: string };

/** Whoever came by a link for one thing, without an account: what the link is for, and the rows of whoever gave it. */
export type Guest = {
  /** The id of the link, and of what it is for. */
  readonly id: string;
  readonly organisation: string;
  readonly endsAt: Date;
  /** The thing was done already. */
  readonly isDone: boolean;
  readonly store: Store;
};

/** The face of identity. A secret in an answer is for the cookie, and is stored nowhere. */
export type Door = {
  readonly identify: (credentials: Credentials) => Promise<Identified>;
  readonly signIn: (email: string, password: string, address: string) => Promise<Result<string, Failure>>;
  readonly signOut: (identity: Identity, everywhere: boolean) => Promise<void>;
  readonly personOf: (identity: Identity) => Promise<Person | null>;
  readonly enter: (identity: Identity, orgId: OrgId) => Promise<Result<Membership, Failure>>;
  readonly changePassword: (identity: Identity, present: string, next: string) => Promise<Result<null, Failure>>;
  /** Whether whoever asks is told by mail what is due. */
  readonly setMailDue: (identity: Identity, isWanted: boolean) => Promise<Result<null, Failure>>;
  readonly offerOf: (link: string, address: string) => Promise<Result<Offer, Failure>>;
  readonly accept: (link: string, newcomer: Newcomer, address: string) => Promise<Result<string, Failure>>;
  readonly guestBy: (link: string, address: string) => Promise<Result<Guest, Failure>>;
  /** A new link for the first administrator; null once there is an account. Former ones no longer work. */
  readonly firstLink: (orgId: OrgId) => Promise<string | null>;
  readonly organisations: () => Promise<readonly { readonly id: OrgId; readonly name: string }[]>;
  /** Adds an organisation, whose first administrator is whoever adds it. */
  readonly addOrganisation: (identity: Identity, name: string) => Promise<OrgId>;
  /** What was revoked or given is honoured from the next request on. */
  readonly forget: () => void;
};

/** Opens the door. Limits count failures: few for one account, more for one address, behind which many may sit. */
export function openDoor(database: Database, now: () => Date): Door {
  const sessions = openSessions(database, now);
  const clock = () => now().getTime();
  const limits = {
    account: countAttempts({ most: 5, perMs: 15 * minute, now: clock }),
    address: countAttempts({ most: 50, perMs: 15 * minute, now: clock }),
  };
  // Far more than somebody needs who writes a note to each of thirty safeguards.
  const guestUses = countAttempts({ most: 600, perMs: 60 * minute, now: clock });
  const guarded = guard(limits);
  const house: House = { database, now, sessions, guarded, guestUses };
  return {
    identify: sessions.identify,
    forget: sessions.forget,
    signIn: (email, password, address) => signIn(house, normal(email), password, address),
    signOut: (identity, everywhere) => signOut(house, identity, everywhere),
    personOf: (identity) => personOf(house, identity),
    enter: (identity, orgId) => enter(house, identity, orgId),
    changePassword: (identity, present, next) => changePassword(house, identity, present, next),
    setMailDue: (identity, isWanted) => setMailDue(house, identity, isWanted),
    offerOf: (link, address) => offerOf(house, link, address),
    accept: (link, newcomer, address) => accept(house, link, { ...newcomer, email: normal(newcomer.email) }, address),
    guestBy: (link, address) => guestBy(house, link, address),
    firstLink: (orgId) => firstLink(house, orgId),
    organisations: () => database.inInstallation(rows.readOrganisations),
    addOrganisation: (identity, name) => addOrganisation(house, identity, name),
  };
}

type House = {
  readonly database: Database;
  readonly now: () => Date;
  readonly sessions: ReturnType<typeof openSessions>;
  readonly guarded: Guard;
  /** How often the link of a guest was used: each saving leaves an entry in the trail. */
  readonly guestUses: Attempts;
};

const normal = (email: string): string => email.trim().toLowerCase();

type Guard = <Value>(
  keys: { readonly account?: string; readonly address: string },
  attempt: () => Promise<Result<Value, Failure>>,
) => Promise<Result<Value, Failure>>;

/** Runs what may be guessed at, unless it was guessed at too often. */
const guard =
  (limits: Readonly<Record<'account' | 'address', ReturnType<typeof countAttempts>>>): Guard =>
  async ({ account, address }, attempt) => {
    const waitMs = Math.max(limits.address.waitMs(address), account === undefined ? 0 : limits.account.waitMs(account));
    if (waitMs > 0) return fail(tooMany(waitMs));
    limits.address.begin(address);
    if (account !== undefined) limits.account.begin(account);
    const result = await attempt();
    if (!result.ok && guesses.has(result.error.kind)) return result;
    limits.address.takeBack(address);
    if (account !== undefined) {
      if (result.ok) limits.account.clear(account);
      else limits.account.takeBack(account);
    }
    return result;
  };

/** Failures by which someone who guesses learns something. */
const guesses = new Set(['sign_in_refused', 'link_over']);

const tooMany = (waitMs: number): Failure => ({
  kind: 'too_many',
  message: `Too many attempts failed. Wait ${Math.ceil(waitMs / minute)} minutes, then try again.`,
});

const refused: Failure = {
  kind: 'sign_in_refused',
  message: 'The e-mail address or the password is wrong. Nobody is told which.',
};

const linkOver: Failure = {
  kind: 'link_over',
  message: 'This link was used, has expired or was withdrawn. Ask an administrator of your organisation for a new one.',
};

async function signIn({ database, sessions, guarded, now }: House, email: string, password: string, address: string) {
  return guarded({ account: email, address }, async () => {
    const account = await database.inInstallation((db) => rows.readAccount(db, { email }));
    const isRight = await isPassword(password, account?.passwordHash ?? (await nobodysPassword()));
    if (account === undefined || !isRight) return fail(refused);
    return ok(
      await database.inInstallation(async (db) => {
        const [first] = await rows.readMemberships(db, account.id);
        const secret = await sessions.begin(db, account.id, first?.id ?? null);
        if (first !== undefined) await note(db, now(), `account/${account.id}`, 'session.open', first.id);
        return secret;
      }),
    );
  });
}

const note = (db: Writer, at: Date, actor: string, action: string, orgId: OrgId): Promise<unknown> =>
  auditEntry(db, { at, actor, action, object: actor, detail: {}, orgId }).execute();

async function signOut({ database, sessions }: House, { accountId, sessionId }: Identity, everywhere: boolean) {
  if (accountId === null || sessionId === null) return;
  await database.inInstallation((db) =>
    (everywhere ? rows.deleteSessionsOf(db, accountId, null) : rows.deleteSession(db, sessionId)).execute(),
  );
  sessions.forget();
}

async function personOf({ database }: House, { accountId }: Identity): Promise<Person | null> {
  if (accountId === null) return null;
  return database.inInstallation(async (db) => {
    const [account, organisations] = await Promise.all([
      rows.readAccount(db, { id: accountId }),
      rows.readMemberships(db, accountId),
    ]);
    if (account === undefined) return null;
    const { id, name, email, isOperator, isMailedDue } = account;
    return { id, name, email, isOperator, isMailedDue, organisations };
  });
}

async function enter({ database, sessions }: House, { accountId, sessionId }: Identity, orgId: OrgId) {
  if (accountId === null || sessionId === null) return fail(refused);
  const entered = await database.inInstallation(async (db) => {
    const membership = (await rows.readMemberships(db, accountId)).find(({ id }) => id === orgId);
    if (membership !== undefined) await rows.enterOrganisation(db, sessionId, orgId).execute();
    return membership;
  });
  sessions.forget();
  return entered === undefined
    ? fail<Failure>({ kind: 'not_found', message: 'You belong to no organisation with this id' })
    : ok(entered);
}

async function changePassword(
  { database, sessions, guarded }: House,
  { accountId, sessionId }: Identity,
  present: string,
  next: string,
): Promise<Result<null, Failure>> {
  const account =
    accountId === null ? undefined : await database.inInstallation((db) => rows.readAccount(db, { id: accountId }));
  if (account === undefined) return fail(refused);
  return guarded({ account: account.email, address: account.id }, async () => {
    if (!(await isPassword(present, account.passwordHash))) return fail(refused);
    const checked = checkPassword(next, knownOf(account));
    if (!checked.ok) return fail(badPassword(checked.error));
    const hash = await hashPassword(checked.value);
    // Whoever knew the former password is sent out.
    await database.inInstallation((db) =>
      Promise.all([
        rows.setPassword(db, account.id, hash).execute(),
        rows.deleteSessionsOf(db, account.id, sessionId).execute(),
      ]),
    );
    sessions.forget();
    return ok(null);
  });
}

async function setMailDue({ database }: House, { accountId }: Identity, isWanted: boolean) {
  if (accountId === null) return fail(refused);
  await database.inInstallation((db) => rows.setMailDue(db, accountId, isWanted).execute());
  return ok(null);
}

const knownOf = ({ email, name }: { readonly email: string; readonly name: string }): readonly string[] =>
  [...email.split(/[@.]/u), ...name.split(/\s+/u), 'theriac', 'hospital', 'password'].filter((word) => word.length > 2);

const faults: Readonly<Record<PasswordFault, string>> = {
  too_short: `It needs ${fewestLetters} letters or more; a short sentence does well`,
  too_long: 'It is longer than 256 letters',
  too_plain: 'It is made of too few different letters',
  is_known: 'Most of it is your name, your address or a word that everyone tries first',
};

const badPassword = (fault: PasswordFault): Failure => ({
  kind: 'invalid_input',
  message: `This password cannot be used. ${faults[fault]}.`,
  details: [{ path: 'password', message: faults[fault] }],
});

const findInvitation = async ({ database, now }: House, link: string) => {
  if (!hasForm('link', link)) return undefined;
  const found = await database.inInstallation((db) => rows.readInvitation(db, digestOf(link)));
  return found !== undefined && found.usedAt === null && found.endsAt > now() ? found : undefined;
};

async function offerOf(house: House, link: string, address: string): Promise<Result<Offer, Failure>> {
  return house.guarded({ address }, async () => {
    const found = await findInvitation(house, link);
    if (found === undefined) return fail(linkOver);
    const { organisation, role, email } = found;
    return ok({ organisation, role, email });
  });
}

const guestLinkOver: Failure = {
  kind: 'link_over',
  message: 'This link is wrong, has expired or was withdrawn. Ask whoever sent it to you for a new one.',
};

const usedOften = (waitMs: number): Failure => ({
  kind: 'too_many',
  message: `This link was used very often. Wait ${Math.ceil(waitMs / minute)} minutes; what was saved is kept.`,
});

/**
 * A link that is wrong, over or withdrawn says the same, so that guessing teaches nothing. Nobody's wrong links shut out
 * those behind the same address who have a right one, or who sign in there.
 */
async function guestBy({ database, now, guarded, guestUses }: House, link: string, address: string) {
  const found = hasForm('guest', link)
    ? await database.inInstallation((db) => rows.readGuestLink(db, digestOf(link)))
    : undefined;
  if (found === undefined || found.endsAt <= now())
    return guarded<Guest>({ address: `guest/${address}` }, async () => fail(guestLinkOver));
  const { id, orgId, organisation, endsAt, usedAt } = found;
  const waitMs = guestUses.waitMs(id);
  if (waitMs > 0) return fail(usedOften(waitMs));
  guestUses.begin(id);
  return ok({ id, organisation, endsAt, isDone: usedAt !== null, store: storeOn(database, `guest/${id}`, now, orgId) });
}

async function accept(house: House, link: string, newcomer: Newcomer, address: string) {
  const { database, now, sessions, guarded } = house;
  const email = newcomer.email;
  return guarded<string>({ account: email, address }, async () => {
    const found = await findInvitation(house, link);
    if (found === undefined) return fail(linkOver);
    if (found.email !== null && found.email !== email)
      return fail({
        kind: 'invalid_input',
        message: 'This link is for another e-mail address',
        details: [{ path: 'email', message: `The link was made for ${found.email}` }],
      });
    const account = await accountFor(house, newcomer);
    if (!account.ok) return account;
    const { id, hash } = account.value;
    const secret = await database.inInstallation(async (db) => {
      if ((await rows.useInvitation(db, found.id, now())) === undefined) return undefined;
      const { name } = newcomer;
      const isOperator = found.makesOperator;
      if (hash !== null)
        await rows.insertAccount(db, { id, email, name, passwordHash: hash, isOperator, at: now() }).execute();
      await rows.insertMembership(db, found.orgId, id, found.role, now()).execute();
      await note(db, now(), `account/${id}`, 'invitation.accept', found.orgId);
      return sessions.begin(db, id, found.orgId);
    });
    return secret === undefined ? fail(linkOver) : ok(secret);
  });
}

/** The account of whoever comes in: an existing one by its password, or a new one with a hash to store. */
async function accountFor(
  { database }: House,
  newcomer: Newcomer,
): Promise<Result<{ readonly id: string; readonly hash: string | null }, Failure>> {
  const { email, password } = newcomer;
  const existing = await database.inInstallation((db) => rows.readAccount(db, { email }));
  if (existing !== undefined)
    return (await isPassword(password, existing.passwordHash)) ? ok({ id: existing.id, hash: null }) : fail(refused);
  const checked = checkPassword(password, knownOf(newcomer));
  if (!checked.ok) return fail(badPassword(checked.error));
  return ok({ id: randomUUID(), hash: await hashPassword(checked.value) });
}

async function firstLink({ database, now }: House, orgId: OrgId): Promise<string | null> {
  const secret = newSecret('link');
  const at = now();
  return database.inInstallation(async (db) => {
    if (await rows.hasAccounts(db)) return null;
    await rows.deleteFirstLinks(db).execute();
    await rows
      .insertInvitation(db, {
        id: randomUUID(),
        orgId,
        digest: digestOf(secret),
        email: null,
        role: 'administrator',
        makesOperator: true,
        invitedBy: 'installation',
        at,
        endsAt: new Date(at.getTime() + firstLinkMs),
      })
      .execute();
    return secret;
  });
}

async function addOrganisation({ database, now }: House, { accountId, actor }: Identity, name: string): Promise<OrgId> {
  const id = randomUUID() as OrgId;
  await database.inInstallation(async (db) => {
    await rows.insertOrganisation(db, id, name, now()).execute();
    if (accountId !== null) await rows.insertMembership(db, id, accountId, 'administrator', now()).execute();
    await note(db, now(), actor, 'organisations.add', id);
  });
  return id;
}
