/** The built pages over HTTP: what may be kept, for how long, and what is not there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { httpApp } from './http.ts';
import { mountPages } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'theriac-pages-'));
const web = join(folder, 'web');
const script = 'export const answer = 42;\n'.repeat(80);
mkdirSync(join(web, 'assets'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'not for anyone');
writeFileSync(join(web, 'index.html'), '<!doctype html><style nonce="%NONCE%"></style>');
writeFileSync(join(web, 'assets/main-1a2b.js'), script);
writeFileSync(join(web, 'assets/main-1a2b.js.br'), brotliCompressSync(script));
afterAll(() => rmSync(folder, { recursive: true }));

const app = httpApp({
  actions: [],
  isSecure: false,
  identify: () => Promise.reject(new Error('Pages ask nobody who they are')),
  contextFor: () => Promise.reject(new Error('Pages run no action')),
  statusOf: () => 500,
  log: () => undefined,
  title: 'Theriac',
  version: '0.0.0',
  allowedHosts: ['localhost'],
  newRequestId: () => 'request',
});
mountPages(app, web);
const get = async (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  app.request(`http://localhost${path}`, { method, headers: { host: 'localhost', ...headers } });

const asset = '/assets/main-1a2b.js';

test('mountPages: a hashed file may be kept for a year, compressed for whoever asks for that', async () => {
  const [packed, plain] = [await get(asset, { 'accept-encoding': 'gzip, br' }), await get(asset)];
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('vary')).toContain('Accept-Encoding');
  expect(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(script);
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script]);
  for (const { headers } of [packed, plain]) {
    expect(headers.get('cache-control')).toContain('immutable');
    expect(headers.get('content-type')).toMatch(/javascript/u);
  }
});

test.each(['/assets/main-0000.js', '/assets/', '/assets', '/assets/main-1a2b.js/x'] as const)(
  'mountPages: %s is not there, and nothing keeps an answer to it',
  async (path) => {
    const answered = await get(path);
    expect(answered.headers.get('cache-control')).toBe('no-store');
  },
);

test('mountPages: a file that is gone is no page, so that no script is read from one', async () => {
  expect((await get('/assets/main-0000.js')).status).toBe(404);
});

test.each(['/', '/plan', '/index.html', '/answer'])(
  'mountPages: %s is the page, with the nonce of this answer',
  async (path) => {
    const answered = await get(path, { 'accept-encoding': 'br' });
    const [text, policy] = [await answered.text(), answered.headers.get('content-security-policy') ?? ''];
    const nonce = /nonce="([^"]+)"/u.exec(text)?.[1] ?? '';
    expect([answered.status, answered.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(nonce).not.toBe('%NONCE%');
    expect(policy).toContain(`'nonce-${nonce}'`);
    expect(policy).toContain("frame-ancestors 'none'");
  },
);

const outside = [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets/%252e%252e%252f%252e%252e%252fsecret.txt',
  '/assets//../../secret.txt',
  '/%00',
  '/%E0%A4%A',
  '/assets/%ff.js',
];
test.each(outside)('mountPages: %s leads nowhere else', async (path) => {
  const answered = await get(path);
  expect(answered.status).toBeLessThan(500);
  expect(await answered.text()).not.toContain('not for anyone');
});

const ranges = [
  ['bytes=0-9', 206],
  ['bytes=99999999-', 416],
  ['bytes=-0', 416],
  ['bytes=9-2', 416],
  ['lines=1', 206],
] as const;
test.each(ranges)('mountPages: the range %s is answered with %i', async (range, status) => {
  const answered = await get(asset, { range });
  expect(answered.status).toBe(status);
  await answered.arrayBuffer();
});

test('mountPages: what is compressed is bytes when it is asked for itself, and HEAD has no body', async () => {
  const itself = await get(`${asset}.br`, { 'accept-encoding': 'br' });
  expect(itself.headers.get('content-encoding')).toBeNull();
  expect(itself.headers.get('content-type')).toBe('application/octet-stream');
  const head = await get(asset, { 'accept-encoding': 'br' }, 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
});
