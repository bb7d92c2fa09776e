/** A really running server on an empty data folder of its own, for tests in a browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const longestStartMs = 110_000;

export type Served = {
  readonly address: string;
  /** Asks the API as the person who uses the pages. */
  readonly api: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** What a browser must carry to be that person. */
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly url: string }[];
  readonly stop: () => Promise<void>;
};

/** Starts src/server.ts on a free port and waits until it answers. */
export async function serve(): Promise<Served> {
  if (!existsSync(join(root, 'dist/web/index.html')))
    throw new Error('Cannot serve the pages: dist/web is missing, run "npx vite build" first');
  const data = mkdtempSync(join(tmpdir(), 'theriac-e2e-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['src/server.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', THERIAC_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child);
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    cookies: [],
    api: (method, path, body) =>
      fetch(address + path, {
        method,
        ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    stop: () => stop(child, data),
  };
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

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`Cannot start the server: it is not ready after ${longestStartMs} ms. It said: ${said}`)),
      longestStartMs,
    );
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!said.includes('is ready at')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Cannot start the server: it ended with ${code}. It said: ${said}`));
    });
  });
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
