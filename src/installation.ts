/** What both roots share: the services, and what an action is handed. */
import { ok, type Result } from './core/base.ts';
import { openLibrary } from './library/library.ts';
import type { Services } from './library/services.ts';
import { contentFolder, localOrganisation, version } from './places.ts';
import type { ActionContext, Failure, Reply, Store } from './platform/action.ts';
import type { Door } from './platform/identity/door.ts';
import { command, type Identity } from './platform/identity/identity.ts';
import { mailingOf, type Mailing } from './platform/mail/mailing.ts';
import { readMailSettings } from './platform/mail/settings.ts';

/** Reads content. Where a file does not fit its schema, `unsound` says which, and nothing but the check may run. */
export const openServices = (makePdf: Services['makePdf']): Services => ({
  library: openLibrary(contentFolder()),
  version,
  makePdf,
});

/** Mail, as the environment sets it up; null where it is off. */
export function openMailing(): Result<Mailing | null, Failure> {
  const settings = readMailSettings(process.env);
  if (!settings.ok) return settings;
  return ok(settings.value === null ? null : mailingOf(settings.value));
}

/** Why nothing but the content check may run; null where the content is sound. */
export function unsound({ library }: Services): Failure | null {
  const { findings } = library;
  if (findings.length === 0) return null;
  return {
    kind: 'broken_content',
    message: `The content has ${findings.length === 1 ? 'an error' : `${findings.length} errors`}. Mend it, then start again.`,
    details: findings
      .slice(0, 20)
      .map(({ file, line, path, message }) => ({ file: `content/${file}`, line, path, message })),
  };
}

/** A store for commands that work on files alone: reaching for rows is a bug. */
export const noStore: Store = {
  orgId: localOrganisation,
  read: () => {
    throw new Error('Cannot read rows: this action declared that it needs none');
  },
  change: () => {
    throw new Error('Cannot write rows: this action declared that it needs none');
  },
  attempt: () => {
    throw new Error('Cannot write rows: this action declared that it needs none');
  },
};

/** A command on files alone: it reaches neither rows nor accounts. */
export const noData = {
  store: noStore,
  identity: command(localOrganisation),
  door: new Proxy({} as Door, {
    get: () => {
      throw new Error('Cannot reach accounts: this action declared that it needs no data');
    },
  }),
};

/** The day in the machine's own zone: a document made at night carries the date on the wall. */
export function today(now: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** What an action is handed besides the services. */
type Asked = {
  readonly store: Store;
  readonly identity: Identity;
  readonly door: Door;
  readonly mail?: Mailing | null;
  readonly address?: string;
  readonly reply?: Reply;
};

const noReply: Reply = { session: () => undefined };

export const contextOf = (
  services: Services,
  { store, identity, door, mail = null, address = 'local', reply = noReply }: Asked,
): ActionContext<Services> => ({
  services,
  store,
  hasData: store !== noStore,
  identity,
  door,
  mail,
  address,
  reply,
  actor: identity.actor,
  level: identity.level,
  now: () => new Date(),
  today: today(new Date()),
});
