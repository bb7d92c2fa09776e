/** One action, every surface: what a command prints with --json is what the API answers, on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actions } from '../src/actions.ts';
import { knownKinds } from '../src/error-map.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { byteCases, jsonCases } from './support/parity-cases.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

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

    test.each(jsonCases)('$action: command and API answer alike', async ({ argv, stdin, method, path, body }) => {
      const ran = await command([...argv, '--json'], store, stdin);
      expect([ran.stderr, ran.code]).toEqual(['', 0]);
      const answered = await apiOn(store)(method, path, body);
      expect(answered.status).toBe(200);
      expect(withoutVersions(JSON.parse(ran.stdout))).toEqual(withoutVersions(await answered.json()));
    });

    test.each(byteCases)('$action: command and API make the same bytes', async ({ argv, method, path, body }) => {
      const ran = await command(argv, store);
      expect(ran.code).toBe(0);
      const answered = await apiOn(store)(method, path, body);
      expect(Buffer.from(await answered.arrayBuffer()).equals(Buffer.from([...ran.files.values()][0] ?? []))).toBe(
        true,
      );
    });
  });
});

/** Their answers differ each time, or need rows of their own: their own tests run them through both surfaces. */
const elsewhere = [
  'evidence.fetch',
  'evidence.remove',
  'frameworks.compare',
  'frameworks.export',
  'frameworks.show',
  'imports.load',
  'imports.original',
  'imports.remove',
  'imports.show',
  'mail.remind',
  'mail.test',
  'mappings.export',
  'organisations.list',
  'organisations.add',
  'oscal.convert',
  'oscal.resolve',
  'oscal.validate',
  'people.invite',
  'people.remove',
  'people.role',
  'people.withdraw',
  'sites.add',
  'sites.rate',
  'sites.remove',
  'sites.rename',
  'sites.show',
  'snapshots.changes',
  'snapshots.document',
  'snapshots.remove',
  'snapshots.show',
  'snapshots.take',
  'questions.accept',
  'questions.ask',
  'questions.decline',
  'questions.show',
  'questions.withdraw',
  'tokens.add',
  'tokens.revoke',
];
/** A command is let in by the data folder, and needs neither a session nor a link. */
const withoutCommand = /^(?:session|answers)\.(?!suggest$)/u;

test('parity: every action has a row here, a command with a working example, and a place in OpenAPI', async () => {
  const covered = [...jsonCases, ...byteCases].map(({ action }) => action);
  const commands = actions.filter(({ name }) => !withoutCommand.test(name));
  expect([...covered, ...elsewhere].toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  const described = (await (await apiOn(undefined as never)('GET', '/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const operations = Object.values(described.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(operations.toSorted()).toEqual(actions.map(({ name }) => name).toSorted());
  for (const { command: face } of commands) expect(face?.example).toMatch(/^\.\/theriac /u);
});

test('parity: every kind of failure that code names has a status and an exit code', () => {
  expect(knownKinds.length).toBeGreaterThan(10);
});
