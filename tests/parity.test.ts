/** One action, every surface: what a command prints with --json is what the API answers, on both engines. */
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '../src/actions.ts';
import { knownKinds } from '../src/error-map.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { examplePath, exampleText } from './support/examples.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

const hospital = examplePath('hospital-greece');
const profile: unknown = JSON.parse(JSON.stringify(load(exampleText('hospital-greece'))));
const ratings = JSON.stringify({ 'S-071': 'partially' });

type Case = {
  readonly action: string;
  readonly argv: readonly string[];
  readonly stdin?: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
};

/** One row an action; a new action without a row fails the last test of this file. */
const json: readonly Case[] = [
  {
    action: 'obligations.assess',
    argv: ['obligations', hospital],
    method: 'POST',
    path: '/api/obligations',
    body: { profile },
  },
  {
    action: 'ranking.rank',
    argv: ['rank', hospital, '--on', '2029-06-01'],
    method: 'POST',
    path: '/api/rank',
    body: { profile, on: '2029-06-01' },
  },
  { action: 'plan.make', argv: ['plan', hospital], method: 'POST', path: '/api/plan', body: { profile } },
  {
    action: 'ranking.explain',
    argv: ['explain', hospital, 'S-043'],
    method: 'POST',
    path: '/api/explain',
    body: { profile, safeguard: 'S-043' },
  },
  { action: 'library.list', argv: ['library', 'list', 'safeguards'], method: 'GET', path: '/api/library/safeguards' },
  { action: 'library.show', argv: ['library', 'show', 'S-043'], method: 'GET', path: '/api/library/items/S-043' },
  { action: 'library.check', argv: ['library', 'check'], method: 'GET', path: '/api/library/check' },
  {
    action: 'profile.save',
    argv: ['profile', 'save', hospital],
    method: 'PUT',
    path: '/api/profile',
    body: { profile },
  },
  {
    action: 'profile.answer',
    argv: ['profile', 'answer', 'staff_fte', '2500'],
    method: 'PATCH',
    path: '/api/profile',
    body: { answers: { staff_fte: 2500 } },
  },
  { action: 'profile.show', argv: ['profile', 'show'], method: 'GET', path: '/api/profile' },
  {
    action: 'ratings.save',
    argv: ['ratings', 'save', '-'],
    stdin: ratings,
    method: 'PUT',
    path: '/api/ratings',
    body: { ratings: { 'S-071': 'partially' } },
  },
  { action: 'ratings.list', argv: ['ratings', 'list'], method: 'GET', path: '/api/ratings' },
];
const bytes: readonly Case[] = [
  {
    action: 'guides.make',
    argv: ['guide', hospital, '--role', 'ceo', '--format', 'html', '--out', 'guide'],
    method: 'POST',
    path: '/api/guide',
    body: { profile, role: 'ceo', format: 'html' },
  },
  {
    action: 'incidents.card',
    argv: ['card', hospital, '--format', 'md', '--out', 'card'],
    method: 'POST',
    path: '/api/card',
    body: { profile, format: 'md' },
  },
];

/** Two writes of the same thing differ in the version that they make, and in nothing else. */
const withoutVersions = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'version' ? 0 : inner)));

forEachEngine((engine) => {
  describe('surfaces', () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
    });
    afterAll(async () => database.close());

    test.each(json)('$action: command and API answer alike', async ({ argv, stdin, method, path, body }) => {
      const ran = await command([...argv, '--json'], store, stdin);
      expect([ran.stderr, ran.code]).toEqual(['', 0]);
      const answered = await apiOn(store)(method, path, body);
      expect(answered.status).toBe(200);
      expect(withoutVersions(JSON.parse(ran.stdout))).toEqual(withoutVersions(await answered.json()));
    });

    test.each(bytes)('$action: command and API make the same bytes', async ({ argv, method, path, body }) => {
      const ran = await command(argv, store);
      expect(ran.code).toBe(0);
      const answered = await apiOn(store)(method, path, body);
      expect(Buffer.from(await answered.arrayBuffer()).equals(Buffer.from([...ran.files.values()][0] ?? []))).toBe(
        true,
      );
    });
  });
});

test('parity: every action has a row here, a command with a working example, and a place in OpenAPI', async () => {
  const covered = [...json, ...bytes].map(({ action }) => action).toSorted();
  expect(covered).toEqual(actions.map(({ name }) => name).toSorted());
  const described = (await (await apiOn(undefined as never)('GET', '/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const operations = Object.values(described.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(operations.toSorted()).toEqual(covered);
  for (const { command: face } of actions) expect(face.example).toMatch(/^\.\/theriac /u);
});

test('parity: every kind of failure that code names has a status and an exit code', () => {
  expect(knownKinds.length).toBeGreaterThan(10);
});
