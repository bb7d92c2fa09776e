import { expect, test } from 'vitest';
import { apiOn } from './support/surfaces.ts';
import { noStore } from '../src/installation.ts';

const call = apiOn(noStore);
const errorOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { kind: string } }).error.kind;

const refused = [
  {
    name: 'another host name (DNS rebinding)',
    method: 'GET',
    path: '/api/library/topics',
    headers: { host: 'evil.example' },
    status: 403,
    kind: 'forbidden',
  },
  {
    name: 'a write from another site',
    method: 'POST',
    path: '/api/rank',
    body: {},
    headers: { origin: 'https://evil.example' },
    status: 403,
    kind: 'forbidden',
  },
  {
    name: 'a write that the browser marks as cross-site',
    method: 'POST',
    path: '/api/rank',
    body: {},
    headers: { 'sec-fetch-site': 'cross-site' },
    status: 403,
    kind: 'forbidden',
  },
  { name: 'an unknown path', method: 'GET', path: '/api/nothing', status: 404, kind: 'not_found' },
  { name: 'a body that is not JSON', method: 'POST', path: '/api/rank', body: '{', status: 400, kind: 'invalid_input' },
  { name: 'a body that is a list', method: 'POST', path: '/api/rank', body: '[]', status: 400, kind: 'invalid_input' },
  {
    name: 'an unknown key',
    method: 'POST',
    path: '/api/rank',
    body: { profil: {} },
    status: 400,
    kind: 'invalid_input',
  },
  {
    name: 'a body of another type',
    method: 'POST',
    path: '/api/rank',
    body: 'profile=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 400,
    kind: 'invalid_input',
  },
  {
    name: 'a body that is too large',
    method: 'POST',
    path: '/api/rank',
    body: JSON.stringify({ profile: 'x'.repeat(2_100_000) }),
    status: 413,
    kind: 'too_large',
  },
] as const;

for (const { name, method, path, status, kind, ...rest } of refused) {
  test(`httpApp: refuses ${name}`, async () => {
    const { body, headers } = rest as { body?: unknown; headers?: Readonly<Record<string, string>> };
    const response = await call(method, path, body, headers);
    expect([response.status, await errorOf(response)]).toEqual([status, kind]);
  });
}

test('httpApp: keys that name a mechanism of the language change nothing', async () => {
  const response = await call(
    'POST',
    '/api/rank',
    '{"profile":{"name":"x","__proto__":{"country":"GR"},"constructor":1}}',
  );
  expect(response.status).toBe(422);
  expect(({} as Record<string, unknown>)['country']).toBeUndefined();
});

test('httpApp: answers carry a policy, and files one that lets them run nothing', async () => {
  const page = await call('GET', '/api/openapi.json');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  const file = await call('POST', '/api/guide', { common: true, role: 'clinical', format: 'html' });
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(file.headers.get('content-type')).toBe('text/html; charset=utf-8');
});
