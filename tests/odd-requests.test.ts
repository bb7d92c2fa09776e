/** Whatever stands in a request, the server says what is wrong with it: no odd value is a fault of ours. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actions } from '../src/actions.ts';
import type { Services } from '../src/library/services.ts';
import type { AnyAction } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { openOrThrow, templateFile } from './support/database.ts';
import { stated, store } from './e2e/stated.ts';
import { installationOn, type Installation } from './support/installation.ts';

let database: Database;
let installation: Installation;
beforeAll(async () => {
  database = await openOrThrow({ memory: true, templateFile });
  installation = await installationOn(database, () => new Date('2026-11-25T09:00:00Z'));
  await store({ api: installation.local }, stated('hospital-greece'));
});
afterAll(() => database.close());

/** Each has broken something somewhere: other types, edges of numbers and of days, names of prototypes, halves of letters. */
const odd: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2_147_483_648,
  0.5,
  '',
  '\u0000',
  '\ud800',
  'x'.repeat(20_000),
  '__proto__',
  'constructor',
  '../../en',
  '9999-12-31',
  '2027-02-30',
  '0b1c3c9e-0000-4000-8000-00000000ffff',
  'S-999',
  [],
  [null],
  {},
  { constructor: { prototype: 1 } },
];

/** The places of a request that may hold something odd: its keys, and those of objects in it. */
function* mutants(sample: Readonly<Record<string, unknown>>): Generator<Readonly<Record<string, unknown>>> {
  for (const [key, value] of Object.entries(sample)) {
    for (const other of odd) yield { ...sample, [key]: other };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const inner of mutants(value as Readonly<Record<string, unknown>>)) yield { ...sample, [key]: inner };
  }
}

/** As programs send it: the path says its part, a read the rest in its query, all else in its body. */
function request({ method, path }: AnyAction<Services>, input: Readonly<Record<string, unknown>>) {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const inPath = [...path.matchAll(/\{([a-z]+)\}/giu)].map(([, name]) => name ?? '');
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name));
  const filled = path.replaceAll(/\{([a-z]+)\}/giu, (_, name: string) => encoded(text(input[name] ?? '')) || '-');
  if (method !== 'get' && method !== 'delete') return { method, path: filled, body: Object.fromEntries(rest) };
  const query = rest.map(([name, value]) => `${name}=${encoded(text(value))}`).join('&');
  return { method, path: `${filled}?${query}`, body: undefined };
}

/** A half letter cannot stand in an address. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 8_000);

/** Optional parts that samples leave out, and that every action may be sent. */
const more = { language: 'constructor', on: '2027-02-30', version: 1e308 };

test.each(actions.map((action) => [action.name, action] as const))('%s: no odd value is a fault', async (_, action) => {
  const faults: string[] = [];
  for (const input of [...mutants({ ...action.sample, ...more }), ...mutants(action.sample)]) {
    const { method, path, body } = request(action, input);
    const response = await installation.local(method.toUpperCase(), path, body);
    await response.arrayBuffer();
    if (response.status >= 500)
      faults.push(`${response.status} ${path.slice(0, 120)} ${JSON.stringify(body)?.slice(0, 200)}`);
  }
  expect(faults).toEqual([]);
});
