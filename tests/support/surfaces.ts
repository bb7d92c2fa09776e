/** The two surfaces of the product over one database, in this process: what a command prints, what the API answers. */
import { readFile } from 'node:fs/promises';
import { actions } from '../../src/actions.ts';
import { ok } from '../../src/core/base.ts';
import { exitCodeOf, statusOf } from '../../src/error-map.ts';
import { ensureLocalOrganisation, storeOf } from '../../src/data.ts';
import { contextOf, noData, noStore } from '../../src/installation.ts';
import type { Services } from '../../src/library/services.ts';
import { renderPdf } from '../../src/outputs/pdf.ts';
import type { ActionContext, Permission, Reply, Store } from '../../src/platform/action.ts';
import { runCommandLine } from '../../src/platform/command-line.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { httpApp } from '../../src/platform/http.ts';
import { anonymous } from '../../src/platform/identity/identity.ts';
import { day, library } from './examples.ts';

const instant = new Date(`${day}T09:00:00Z`);
export const services: Services = { library, version: '0.0.0', makePdf: renderPdf };

const contextOn = (store: Store, level: Permission, reply: Reply): ActionContext<Services> => ({
  ...contextOf(services, { ...noData, store, reply, identity: { ...noData.identity, actor: 'test', level } }),
  today: day,
  now: () => instant,
});
const noReply: Reply = { session: () => undefined };

/** A store on a database that holds the local organisation. */
export async function localStore(database: Database): Promise<Store> {
  await ensureLocalOrganisation(database, instant);
  return storeOf(database, 'test', () => instant);
}

export function apiOn(store: Store, level: Permission = 'administrator') {
  const app = httpApp<Services>({
    actions,
    isSecure: false,
    identify: async () => ok({ identity: anonymous, renewed: null }),
    contextFor: async (_identity, _asking, reply) => contextOn(store, level, reply),
    statusOf,
    log: () => {},
    title: 'Theriac',
    version: '0.0.0',
    allowedHosts: ['localhost'],
    newRequestId: () => 'request',
  });
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    app.request(`http://localhost${path}`, {
      method,
      headers: { host: 'localhost', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
}

export type Ran = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** Runs a command; standard input is `stdin`, and written files stay in memory. */
export async function command(argv: readonly string[], store: Store = noStore, stdin = ''): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  const files = new Map<string, Uint8Array>();
  const code = await runCommandLine<Services>(argv, {
    name: 'theriac',
    description: 'test',
    version: '0.0.0',
    actions,
    exitCodeOf,
    services: () => services,
    unsound: () => null,
    execute: (action, input) => action.execute(contextOn(store, 'administrator', noReply), input),
    readText: async (path) => ok(path === '-' ? stdin : await readFile(path, 'utf8')),
    readBytes: async (path) => ok(path === '-' ? Buffer.from(stdin) : await readFile(path)),
    writeFile: async (path, bytes) => ok(void files.set(path, bytes)),
    stdout: (text) => {
      stdout += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
    stderr: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr, files };
}
