/** An installation in this process: the API as the server mounts it, with accounts, over one database. */
import { actions } from '../../src/actions.ts';
import { ok } from '../../src/core/base.ts';
import { ensureLocalOrganisation, organisationFor, storeOf } from '../../src/data.ts';
import { statusOf } from '../../src/error-map.ts';
import { contextOf, noStore } from '../../src/installation.ts';
import type { Services } from '../../src/library/services.ts';
import { localOrganisation } from '../../src/places.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { httpApp } from '../../src/platform/http.ts';
import { openDoor, type Door } from '../../src/platform/identity/door.ts';
import { command } from '../../src/platform/identity/identity.ts';
import type { Mailing } from '../../src/platform/mail/mailing.ts';
import { services } from './surfaces.ts';

/** A browser of its own: it keeps its cookie. */
export type Browser = {
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly cookie: () => string | null;
};

export type Installation = {
  readonly door: Door;
  readonly browser: (address?: string) => Browser;
  /** Through the socket beside the data. */
  readonly local: (method: string, path: string, body?: unknown, organisation?: string) => Promise<Response>;
  readonly firstLink: () => Promise<string>;
};

/** @param now moves the clock of sessions and links */
export async function installationOn(
  database: Database,
  now: () => Date,
  mail: Mailing | null = null,
): Promise<Installation> {
  await ensureLocalOrganisation(database, now());
  const door = openDoor(database, now);
  const app = httpApp<Services>({
    actions,
    isSecure: false,
    identify: async (asking) => {
      if (!asking.isLocal) return ok(await door.identify(asking));
      const orgId = await organisationFor(door, asking.organisation);
      return orgId.ok ? ok({ identity: command(orgId.value), renewed: null }) : orgId;
    },
    contextFor: async (identity, { address }, reply) => {
      const store = identity.orgId === null ? noStore : storeOf(database, identity.actor, now, identity.orgId);
      return { ...contextOf(services, { store, identity, door, mail, address, reply }), now, today: '2026-11-25' };
    },
    statusOf,
    log: () => undefined,
    title: 'Theriac',
    version: '0.0.0',
    allowedHosts: ['localhost'],
    newRequestId: () => 'request',
  });
  const send = (method: string, path: string, body: unknown, headers: Record<string, string>, env: object) =>
    app.request(
      `http://localhost${path}`,
      {
        method,
        headers: {
          host: 'localhost',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      env,
    );
  return {
    door,
    browser: (address = '203.0.113.1') =>
      browserOn((method, path, body, headers) =>
        send(method, path, body, headers, { incoming: { socket: { remoteAddress: address } } }),
      ),
    local: async (method, path, body, organisation) =>
      send(method, path, body, organisation === undefined ? {} : { 'theriac-organisation': organisation }, {
        isLocal: true,
      }),
    firstLink: async () => (await door.firstLink(localOrganisation)) ?? '',
  };
}

type Send = (
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
) => Response | Promise<Response>;

function browserOn(send: Send): Browser {
  let cookie: string | null = null;
  return {
    cookie: () => cookie,
    ask: async (method, path, body, headers = {}) => {
      const response = await send(method, path, body, { ...(cookie === null ? {} : { cookie }), ...headers });
      const set = response.headers.get('set-cookie');
      if (set !== null) cookie = /Max-Age=0/u.test(set) ? null : (set.split(';')[0] ?? null);
      return response;
    },
  };
}
