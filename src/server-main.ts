import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { actions } from './actions.ts';
import { socketPath } from './data-command.ts';
import { exitCodeOf, statusOf } from './error-map.ts';
import { openData, storeOf } from './data.ts';
import { contextOf, dataFolder, openServices, unsound, version, webFolder } from './installation.ts';
import type { Services } from './library/services.ts';
import type { Failure } from './platform/action.ts';
import type { Database } from './platform/db/database.ts';
import { httpApp } from './platform/http.ts';
import { mountPages } from './platform/pages.ts';
import { openPdfWorker } from './outputs/pdf-worker-pool.ts';

/** Starts, says where, and runs until it is told to stop. */
export async function serveInstallation(): Promise<void> {
  const startedMs = performance.now();
  const pdf = openPdfWorker();
  const services = openServices(pdf.render);
  if (!services.ok) return refuse(services.error);
  const broken = unsound(services.value);
  if (broken !== null) return refuse(broken);
  const host = process.env['HOST'] ?? '127.0.0.1';
  const database = await openData();
  if (!database.ok) return refuse(database.error);
  const servers = [createServer(), createServer()] as const;
  stopWhenTold(servers, database.value, pdf.close);
  try {
    await listen(servers[0], { port: Number(process.env['PORT'] ?? 8080), host });
    await listenOnSocket(servers[1]);
  } catch (error) {
    await database.value.close();
    return refuse(cannotListen(host, error as NodeJS.ErrnoException));
  }
  // The port is known only now where any free one was asked for, and requests are checked against it.
  const { port } = servers[0].address() as AddressInfo;
  const listener = getRequestListener(appOf(services.value, database.value, hostsOf(host, port)).fetch);
  for (const server of servers) server.on('request', listener);
  const tookMs = Math.round(performance.now() - startedMs);
  process.stdout.write(
    `Theriac ${version} is ready at http://${host}:${port} (${tookMs} ms, ${database.value.engine} database)\n`,
  );
}

const cannotListen = (host: string, error: NodeJS.ErrnoException): Failure => ({
  kind: 'unreachable',
  message: `Cannot serve on ${host}, port ${process.env['PORT'] ?? 8080}: ${error.code === 'EADDRINUSE' ? 'another program listens there; set PORT to a free one' : error.message}`,
});

/** `theriac.local` is what commands say through the socket; no page can send it over the network. */
function hostsOf(host: string, port: number): readonly string[] {
  const names = new Set([
    host,
    '127.0.0.1',
    'localhost',
    '[::1]',
    ...(process.env['THERIAC_HOSTS'] ?? '').split(',').filter((name) => name !== ''),
  ]);
  return ['theriac.local', ...[...names].flatMap((name) => [name, `${name}:${port}`])];
}

function appOf(services: Services, database: Database, allowedHosts: readonly string[]) {
  const store = storeOf(database, 'local user', () => new Date());
  const app = httpApp<Services>({
    actions,
    contextFor: async () => contextOf(services, store, 'local user'),
    statusOf,
    log: (line) => process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`),
    title: 'Theriac',
    version,
    allowedHosts,
    newRequestId: randomUUID,
  });
  mountPages(app, webFolder);
  return app;
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
function stopWhenTold(servers: readonly Server[], database: Database, closePdf: () => Promise<void>): void {
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
    await closePdf();
    await database.close();
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
