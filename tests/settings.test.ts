import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { exampleText } from './support/examples.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';

const profile: unknown = JSON.parse(JSON.stringify(load(exampleText('hospital-greece'))));
const onlyDuty = { risk: 0, duty: 1, agreed: 0 };
const method = { risk: 0.6, duty: 0.25, agreed: 0.15 };

type Ranked = { readonly weights: unknown; readonly items: readonly { readonly id: string; readonly rank: number }[] };

forEachEngine((engine) => {
  describe('settings', () => {
    let database: Database;
    let store: Store;
    let call: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
      call = apiOn(store);
      await call('PUT', '/api/profile', { profile });
    });
    afterAll(async () => database.close());

    const answer = async (verb: string, path: string, body?: unknown): Promise<unknown> =>
      (await call(verb, path, body)).json();
    const ranking = async (body: unknown): Promise<Ranked> => (await answer('POST', '/api/rank', body)) as Ranked;
    const order = async (body: unknown): Promise<string> => (await ranking(body)).items.map(({ id }) => id).join(' ');

    test('settings: the method’s weights hold until someone sets others', async () => {
      expect(await answer('GET', '/api/settings')).toEqual({
        weights: method,
        methodWeights: method,
        isOwn: false,
        version: 0,
        mayChange: true,
      });
    });

    const refused = [
      { weights: { risk: 0.5, duty: 0.3, agreed: 0.1 }, says: 'sum to 0.9; they must sum to 1' },
      { weights: { risk: 1.2, duty: -0.2, agreed: 0 }, says: 'zero or more' },
      { weights: { risk: 1, duty: 0 }, says: 'weights.agreed' },
      { weights: { ...onlyDuty, cost: 0 }, says: 'cost' },
      { weights: 'even', says: 'weights' },
    ];
    test.each(refused)('settings: $weights are refused and say why', async ({ weights, says }) => {
      for (const [verb, path] of [
        ['PUT', '/api/settings'],
        ['POST', '/api/rank'],
      ] as const) {
        const answered = await call(verb, path, { weights });
        expect([answered.status, JSON.stringify(await answered.json())]).toEqual([400, expect.stringContaining(says)]);
      }
      expect(await answer('GET', '/api/settings')).toMatchObject({ version: 0 });
    });

    test('settings: weights can be tried without storing them', async () => {
      const before = await order({});
      expect(await order({ weights: onlyDuty })).not.toBe(before);
      expect(await order({})).toBe(before);
    });

    test('settings: stored weights rank, explain and plan the stored profile, and no other', async () => {
      const before = await order({});
      expect(await answer('PUT', '/api/settings', { weights: onlyDuty, version: 0 })).toMatchObject({
        weights: onlyDuty,
        isOwn: true,
        version: 1,
      });
      expect(await order({})).toBe(await order({ profile, weights: onlyDuty }));
      expect(await order({ profile })).toBe(before);
      expect((await ranking({})).weights).toEqual(onlyDuty);
      expect(await answer('POST', '/api/explain', { safeguard: 'S-043' })).toMatchObject({ weights: onlyDuty });
      expect(await answer('POST', '/api/plan', {})).toEqual(
        await answer('POST', '/api/plan', { profile, weights: onlyDuty }),
      );
    });

    test('settings: a guide says that the weights are not the method’s, and its identity holds them', async () => {
      const guide = async (body: object) =>
        JSON.stringify(await answer('POST', '/api/guide', { role: 'ciso', format: 'json', ...body }));
      const [stored, given] = [await guide({}), await guide({ profile })];
      expect(stored).toContain('These weights are your own; the method proposes 0.6, 0.25 and 0.15.');
      expect(given).not.toContain('These weights are your own');
      const digest = (text: string): unknown => (JSON.parse(text) as { digest: string }).digest;
      expect(digest(stored)).not.toBe(digest(given));
    });

    test('settings: a stale version changes nothing', async () => {
      const answered = await call('PUT', '/api/settings', { weights: method, version: 0 });
      expect([answered.status, await answer('GET', '/api/settings')]).toEqual([
        409,
        expect.objectContaining({ weights: onlyDuty, version: 1 }),
      ]);
    });

    test('settings: only an administrator changes them', async () => {
      const contributor = apiOn(store, 'contributor');
      expect(await (await contributor('GET', '/api/settings')).json()).toMatchObject({ mayChange: false });
      expect((await contributor('PUT', '/api/settings', { weights: method })).status).toBe(403);
      expect((await contributor('DELETE', '/api/settings/weights')).status).toBe(403);
    });

    test('settings: commands set weights, refuse wrong ones with the reason, and go back', async () => {
      const set = await command(['settings', 'weights', '0.5', '0.3', '0.2'], store);
      expect([set.code, set.stdout]).toEqual([0, expect.stringContaining('0.5 of risk')]);
      const wrong = await command(['settings', 'weights', '0.5', '0.3', 'much'], store);
      expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('weights.agreed')]);
      const reset = await command(['settings', 'reset'], store);
      expect([reset.code, reset.stdout]).toEqual([0, expect.stringContaining('The weights of the method')]);
      expect(await answer('GET', '/api/settings')).toMatchObject({ weights: method, isOwn: false, version: 3 });
    });

    test('settings: every change leaves one entry in the trail', async () => {
      const acts = await store.read((db) =>
        db.selectFrom('audit_entry').select('action').where('object', '=', 'settings').orderBy('id').execute(),
      );
      expect(acts.map(({ action }) => action)).toEqual(['settings.save', 'settings.save', 'settings.reset']);
    });
  });
});

test('rank: a command tries weights on a file', async () => {
  const ran = await command(['rank', 'examples/hospital-greece.yaml', '--weights', '0,1,0', '--json']);
  expect([ran.code, (JSON.parse(ran.stdout) as Ranked).weights]).toEqual([0, onlyDuty]);
  const wrong = await command(['rank', 'examples/hospital-greece.yaml', '--weights', '0,1']);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('weights.agreed')]);
});

test('obligations: each says which safeguards touch it, and the time line has the days of each law', async () => {
  const view = (await (
    await apiOn(undefined as never)('POST', '/api/obligations', { profile, on: '2026-11-23' })
  ).json()) as {
    obligations: { id: string; safeguards: { id: string; rating: string; isNamed: boolean }[] }[];
    timeLine: { document: string; stages: { date: string; duties: string[] }[] }[];
  };
  const touched = (id: string) => view.obligations.find((duty) => duty.id === id)?.safeguards ?? [];
  expect(touched('nis2-governance')).toContainEqual(expect.objectContaining({ id: 'S-001', isNamed: true }));
  expect(touched('nis2-risk-measures').length).toBeGreaterThan(5);
  expect(view.timeLine.find(({ document }) => document === 'eu-ehds')?.stages).toEqual([
    expect.objectContaining({ date: '2027-03-26', duties: [] }),
    expect.objectContaining({ date: '2029-03-26', duties: ['ehds-primary-2029', 'ehds-data-holder'] }),
    expect.objectContaining({ date: '2031-03-26', duties: ['ehds-primary-2031'] }),
  ]);
  expect(view.timeLine.map(({ document }) => document)).not.toContain('eu-cir-2024-2690');
});
