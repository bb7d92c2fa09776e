import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { actions } from './actions.ts';
import { socketPath } from './data-command.ts';
import { exitCodeOf, statusOf } from './error-map.ts';
import { ok, type Result } from './core/base.ts';
import { organisationFor, storeOf, type openData } from './data.ts';
import { contextOf, noStore, openMailing, openServices, unsound } from './installation.ts';
import { openMailRoom } from './mail-room.ts';
import { demoPassword, demoPeople, fillDemo } from './demo.ts';
import { dataFolder, isDemo, version, webFolder } from './places.ts';
import type { Services } from './library/services.ts';
import type { Failure } from './platform/action.ts';
import type { Database } from './platform/db/database.ts';
import { httpApp } from './platform/http.ts';
import type { Asking } from './platform/http-identity.ts';
import { openDoor, type Door } from './platform/identity/door.ts';
import { command } from './platform/identity/identity.ts';
import type { Identified } from './platform/identity/sessions.ts';
import type { Mailing } from './platform/mail/mailing.ts';
import { mountPages } from './platform/pages.ts';
import { openPdfWorker } from './outputs/pdf-worker-pool.ts';

type Opening = ReturnType<typeof openData>;

/**
 * Serves pages as soon as content is read; requests for rows wait until the database, which started first, is open. Says
 * where it is when all is ready, and runs until it is told to stop.
 */
export async function serveInstallation(opening: Opening): Promise<void> {
  const pdf = openPdfWorker();
  const services = openServices(pdf.render);
  const broken = unsound(services);
  if (broken !== null) return refuseAfter(opening, broken);
  const host = process.env['HOST'] ?? '127.0.0.1';
  if (isDemo && (!loopback.has(host) || process.env['DATABASE_URL'] !== undefined))
    return refuseAfter(opening, demoElsewhere);
  // The people of the demonstration have no addresses.
  const mail = isDemo ? ok(null) : openMailing();
  if (!mail.ok) return refuseAfter(opening, mail.error);
  const servers = [createServer(), createServer()] as const;
  const closers = [pdf.close];
  stopWhenTold(servers, opening, closers);
  try {
    await listen(servers[0], { port: Number(process.env['PORT'] ?? 8080), host });
  } catch (error) {
    return refuseAfter(opening, cannotListen(host, error as NodeJS.ErrnoException));
  }
  // The port is known only now where any free one was asked for, and requests are checked against it.
  const { port } = servers[0].address() as AddressInfo;
  const origin = process.env['THERIAC_ORIGIN'] ?? `http://${host}:${port}`;
  const entrance = entranceOf(opening);
  const app = appOf(services, entrance, { origin, allowedHosts: hostsOf(host, port, origin), mail: mail.value });
  servers[0].on('request', getRequestListener(app.fetch));
  // Whoever may open the socket owns the data, and needs no account.
  servers[1].on(
    'request',
    getRequestListener((request, env) => app.fetch(request, { ...env, isLocal: true })),
  );
  const database = await opening;
  if (!database.ok) return refuse(database.error);
  await listenOnSocket(servers[1]);
  const door = await entrance.door();
  if (isDemo) await fillDemo(database.value, door, services);
  const room = await openMailRoom({ database: database.value, door, services, mail: mail.value, now, log: logError });
  closers.push(room.close);
  const [first] = await door.organisations();
  const link = first === undefined ? null : await door.firstLink(first.id);
  // Counted from the start of the process.
  const tookMs = Math.round(performance.now());
  process.stdout.write(
    `Theriac ${version} is ready at http://${host}:${port} (${tookMs} ms, ${database.value.engine} database)\n`,
  );
  if (isDemo)
    process.stdout.write(
      `Demonstration: four invented organisations. Sign in as ${demoPeople.map(({ email }) => email).join(', ')}\nwith the password: ${demoPassword}\n`,
    );
  if (mail.value !== null)
    process.stdout.write(`Mail goes by ${mail.value.server}; try it with: ./theriac mail test <your address>\n`);
  if (link !== null)
    process.stdout.write(
      `Nobody has an account yet. Open this link to become the first administrator; it works once, for 24 hours:\n  ${origin}/welcome#${link}\n`,
    );
}

/** A database that is open, or opening, is closed before the process says why it cannot run. */
async function refuseAfter(opening: Opening, failure: Failure): Promise<void> {
  const database = await opening;
  if (!database.ok) return refuse(database.error);
  await database.value.close();
  return refuse(failure);
}

/** Everybody knows the password of a demonstration. */
const loopback = new Set(['127.0.0.1', 'localhost', '::1']);
const demoElsewhere: Failure = {
  kind: 'invalid_input',
  message:
    'Cannot show the demonstration here: its password is known to all, so it stays on this computer and in its own folder. Leave HOST and DATABASE_URL out',
};

const cannotListen = (host: string, error: NodeJS.ErrnoException): Failure => ({
  kind: 'unreachable',
  message: `Cannot serve on ${host}, port ${process.env['PORT'] ?? 8080}: ${error.code === 'EADDRINUSE' ? 'another program listens there; set PORT to a free one' : error.message}`,
});

/** `theriac.local` is what commands say through the socket; no page can send it over the network. */
function hostsOf(host: string, port: number, origin: string): readonly string[] {
  const names = new Set([
    host,
    '127.0.0.1',
    'localhost',
    '[::1]',
    ...(process.env['THERIAC_HOSTS'] ?? '').split(',').filter((name) => name !== ''),
  ]);
  return ['theriac.local', new URL(origin).host, ...[...names].flatMap((name) => [name, `${name}:${port}`])];
}

const now = (): Date => new Date();

/** What a request waits for while the database opens. */
type Entrance = { readonly database: () => Promise<Database>; readonly door: () => Promise<Door> };

function entranceOf(opening: Opening): Entrance {
  let door: Door | undefined;
  const database = async (): Promise<Database> => {
    const opened = await opening;
    // The process ends with the reason as soon as it is known.
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
  return { database, door: async () => (door ??= openDoor(await database(), now)) };
}

type Served = {
  readonly origin: string;
  readonly allowedHosts: readonly string[];
  readonly mail: Mailing | null;
};

const log = (line: Readonly<Record<string, unknown>>): void =>
  void process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
const logError = (error: unknown): void =>
  log({ level: 'error', path: 'mail', error: error instanceof Error ? error.stack : String(error) });

function appOf(services: Services, { database, door }: Entrance, { origin, allowedHosts, mail }: Served) {
  const app = httpApp<Services>({
    actions,
    isSecure: origin.startsWith('https:'),
    identify: async (asking) => identify(await door(), asking),
    contextFor: async (identity, { address }, reply) => {
      const { orgId, actor } = identity;
      const store = orgId === null ? noStore : storeOf(await database(), actor, now, orgId);
      return contextOf(services, { store, identity, door: await door(), mail, address, reply });
    },
    statusOf,
    log,
    title: 'Theriac',
    version,
    allowedHosts,
    newRequestId: randomUUID,
  });
  mountPages(app, webFolder);
  return app;
}

/** Through the socket comes whoever owns the data; over the network, whoever a session or a token names. */
async function identify(door: Door, asking: Asking): Promise<Result<Identified, Failure>> {
  if (!asking.isLocal) return ok(await door.identify(asking));
  const orgId = await organisationFor(door, asking.organisation);
  return orgId.ok ? ok({ identity: command(orgId.value), renewed: null }) : orgId;
}

const listen = (server: Server, where: { port: number; host: string } | { path: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, resolve);
  });

/** Commands reach the data through it while the server holds the lock; the folder's lock proves that an old socket is dead. */
async function listenOnSocket(server: Server): Promise<void> {
  if (process.env['DATABASE_URL'] !== undefined) return;
  const path = socketPath(dataFolder());
  mkdirSync(dataFolder(), { recursive: true, mode: 0o700 });
  rmSync(path, { force: true });
  const former = process.umask(0o177);
  await listen(server, { path });
  process.umask(former);
  chmodSync(path, 0o600);
}

/** A second signal changes nothing; losing the parent counts as a signal, so that no server is left behind. */
function stopWhenTold(servers: readonly Server[], opening: Opening, closers: readonly (() => Promise<void>)[]): void {
  const connections = new Set<Socket>();
  for (const server of servers)
    server.on('connection', (socket) => {
      connections.add(socket);
      socket.once('close', () => connections.delete(socket));
    });
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    for (const server of servers) server.close();
    for (const server of servers) server.closeIdleConnections();
    const grace = setTimeout(() => connections.forEach((socket) => socket.destroy()), 3000);
    grace.unref();
    await Promise.all(closers.map((close) => close()));
    const database = await opening;
    if (database.ok) await database.value.close();
    process.exit(0);
  };
  const once = (): void => void (stopping ??= stop());
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, once);
  process.on('disconnect', once);
  // The boot script may have gone before anyone listened.
  if (process.send !== undefined && !process.connected) once();
}

function refuse({ kind, message, details }: Failure): void {
  process.stderr.write(
    `${message}\n${(details ?? []).map(({ file, line, path, message: what }) => `  ${[file === undefined ? '' : `${file}:${line ?? 0}`, path].filter((part) => part !== '').join(' ')}: ${what}\n`).join('')}`,
  );
  process.exit(exitCodeOf(kind));
}
