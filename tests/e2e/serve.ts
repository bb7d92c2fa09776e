/** A really running server on an empty data folder of its own, for tests in a browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startedFolder } from '../support/database.ts';
import { smallContent } from '../support/small-content.ts';

const root = join(import.meta.dirname, '../..');
const longestStartMs = 110_000;

/** A server that lives for a minute is not worth the best code its database can be compiled to. */
const quickly = ['--liftoff-only'];

export type Served = {
  readonly address: string;
  /** The first administrator's link; used already where someone is signed in. */
  readonly link: string;
  /** Asks the API as the person who uses the pages. */
  readonly api: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** What a browser must carry to be that person. */
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly url: string }[];
  readonly stop: () => Promise<void>;
};

/** Starts src/server.ts on a free port, waits until it answers, and comes in as its first administrator. */
export async function serve({
  isSignedIn = true,
  hasFewSafeguards = false,
  env = () => ({}),
}: {
  readonly isSignedIn?: boolean;
  /** On content that does not grow; see tests/support/small-content.ts. */
  readonly hasFewSafeguards?: boolean;
  /** Further settings, once the address is known. */
  readonly env?: (address: string) => Readonly<Record<string, string>>;
} = {}): Promise<Served> {
  if (!existsSync(join(root, 'dist/web/index.html')))
    throw new Error('Cannot serve the pages: dist/web is missing, run "npx vite build" first');
  const data = mkdtempSync(join(tmpdir(), 'theriac-e2e-'));
  // The server would make its database itself, in seconds; copying one takes a moment.
  await startedFolder(data);
  const content = hasFewSafeguards ? smallContent() : null;
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...quickly, 'src/server.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      THERIAC_DATA: data,
      ...contentAt(content),
      ...env(address),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const link = linkIn(await ready(child));
  const cookie = isSignedIn ? await comeIn(address, link) : '';
  return {
    address,
    link,
    cookies: isSignedIn ? [{ name: 'theriac', value: cookie.slice('theriac='.length), url: address }] : [],
    api: (method, path, body) =>
      fetch(address + path, {
        method,
        headers: { cookie, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    stop: () => stop(child, [data, ...(content === null ? [] : [content])]),
  };
}

const contentAt = (folder: string | null) => (folder === null ? {} : { THERIAC_CONTENT: folder });

const linkIn = (said: string): string => /\S+\/welcome#thl_\S+/u.exec(said)?.[0] ?? '';

/** The person who uses the pages, unless a test is about coming in. */
export const person = { name: 'Ada Tester', email: 'ada@hospital.example', password: 'a lamp above every bed' };

async function comeIn(address: string, link: string): Promise<string> {
  const answer = await fetch(`${address}/api/session/accept`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ link: link.split('#')[1], ...person }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`Cannot come in: the server answered ${answer.status}`);
  return cookie;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`Cannot start the server: it is not ready after ${longestStartMs} ms. It said: ${said}`)),
      longestStartMs,
    );
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!/welcome#thl_\S+\n/u.test(said)) return;
      clearTimeout(timer);
      resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Cannot start the server: it ended with ${code}. It said: ${said}`));
    });
  });
}

async function stop(child: ChildProcess, folders: readonly string[]): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
