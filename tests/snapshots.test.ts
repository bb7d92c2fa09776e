import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { exampleText } from './support/examples.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database, Writer } from '../src/platform/db/database.ts';
import { sql } from 'kysely';

const profile: unknown = JSON.parse(JSON.stringify(load(exampleText('hospital-greece'))));

type Site = { readonly id: string; readonly name: string; readonly version: number };
type Sheet = {
  readonly domains: readonly {
    readonly rows: readonly { readonly id: string; readonly rating: string; readonly version: number }[];
  }[];
};
type Spread = {
  readonly worst: string | null;
  readonly best: string | null;
  readonly counts: Readonly<Record<string, number>>;
};
type Sites = {
  readonly sites: readonly Site[];
  readonly mayRate: boolean;
  readonly mayRemove: boolean;
  readonly heads: readonly { readonly id: string; readonly organisation: Spread; readonly sites: readonly Spread[] }[];
  readonly worst: readonly {
    readonly id: string;
    readonly organisation: string;
    readonly worst: string;
    readonly sites: readonly string[];
    readonly isDifferent: boolean;
  }[];
};
type Comparison = {
  readonly from: { readonly name: string | null };
  readonly to: { readonly id: string | null; readonly day: string };
  readonly contentChanged: boolean;
  readonly changes: Readonly<
    Record<string, readonly { readonly id: string; readonly before: string | null; readonly after: string | null }[]>
  >;
  readonly sites: readonly { readonly name: string; readonly before: Spread | null; readonly after: Spread | null }[];
  readonly firstTen: readonly unknown[];
};

forEachEngine((engine) => {
  let database: Database;
  let store: Store;
  let call: ReturnType<typeof apiOn>;
  beforeAll(async () => {
    database = await openOrThrow(await engine.fresh());
    store = await localStore(database);
    call = apiOn(store);
  });
  afterAll(async () => database.close());

  const answer = async <Answer>(verb: string, path: string, body?: unknown): Promise<Answer> => {
    const answered = await call(verb, path, body);
    expect([path, answered.status]).toEqual([path, 200]);
    return (await answered.json()) as Answer;
  };
  const refused = async (verb: string, path: string, body?: unknown): Promise<readonly [number, string]> => {
    const answered = await call(verb, path, body);
    return [answered.status, JSON.stringify(await answered.json())];
  };
  const actsOn = async (): Promise<readonly string[]> =>
    (await store.read((db) => db.selectFrom('audit_entry').select(['action']).orderBy('id').execute())).map(
      ({ action }) => action,
    );
  const rows = async (site: string) =>
    (await answer<Sheet>('GET', `/api/sites/${encodeURIComponent(site)}`)).domains.flatMap((domain) => domain.rows);

  describe('sites', () => {
    test('sites: before the first answer the assumed minimum set is there to be rated', async () => {
      const view = await answer<Sites>('GET', '/api/sites');
      expect([view.sites, view.worst, view.mayRate]).toEqual([[], [], true]);
      expect(view.heads[0]?.organisation.counts['unknown']).toBeGreaterThan(0);
      await call('PUT', '/api/profile', { profile });
    });

    test('sites: added in order, each name once whatever its capitals', async () => {
      await answer('POST', '/api/sites', { name: 'Main house' });
      const ran = await command(['sites', 'add', '  Dialysis centre '], store);
      expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('Dialysis centre (')]);
      expect(await refused('POST', '/api/sites', { name: 'main HOUSE' })).toEqual([
        409,
        expect.stringContaining('another site has this name'),
      ]);
      const { sites } = await answer<Sites>('GET', '/api/sites');
      expect(sites.map(({ name }) => name).toSorted()).toEqual(['Dialysis centre', 'Main house']);
    });

    const badNames = ['', '   ', 'x'.repeat(121), 'two\nlines', 'a\u2028b', 'a\u0000b', '\u200b', 'a\u202eb'];
    test.each(badNames)('sites: the name %j is refused', async (name) => {
      expect((await call('POST', '/api/sites', { name })).status).toBe(400);
    });

    test('sites: each is the one that was named, by an id as by a name that ends otherwise in capitals', async () => {
      const [lower, other] = [
        await answer<Site>('POST', '/api/sites', { name: 'Όροφος' }),
        await answer<Site>('POST', '/api/sites', { name: 'Other' }),
      ];
      expect((await refused('POST', '/api/sites', { name: 'ΌΡΟΦΟΣ' }))[0]).toBe(409);
      await answer('PATCH', `/api/sites/${lower.id}`, { name: other.id });
      await answer('PATCH', `/api/sites/${lower.id}`, { name: 'ΌΡΟΦΟΣ', version: 2 });
      await answer('PATCH', `/api/sites/${lower.id}`, { name: other.id });
      expect(await answer('DELETE', `/api/sites/${other.id}`)).toEqual({ removed: 'Other' });
      await answer('DELETE', `/api/sites/${lower.id}`);
    });

    test('sites: at most fifty', async () => {
      const { sites } = await answer<Sites>('GET', '/api/sites');
      for (let index = sites.length; index < 50; index += 1)
        await answer('POST', '/api/sites', { name: `Ward ${index}` });
      expect(await refused('POST', '/api/sites', { name: 'One more' })).toEqual([
        409,
        expect.stringContaining('at most 50 sites'),
      ]);
      for (let index = sites.length; index < 50; index += 1) await answer('DELETE', `/api/sites/Ward%20${index}`);
    });

    test('sites: a rating of a site leaves our own as it is, and has its own version', async () => {
      const before = await answer<{ ratings: unknown }>('GET', '/api/ratings');
      const [first] = await rows('Dialysis centre');
      expect(first).toMatchObject({ rating: 'unknown', version: 0 });
      const rated = await answer('PUT', '/api/sites/Dialysis%20centre/ratings/S-041', {
        rating: 'partially',
        version: 0,
      });
      expect(rated).toEqual({ id: 'S-041', rating: 'partially', reason: null, version: 1 });
      expect(
        await refused('PUT', '/api/sites/Dialysis%20centre/ratings/S-041', { rating: 'fully', version: 0 }),
      ).toEqual([409, expect.stringContaining('yours: \\"fully\\"; stored: \\"partially\\"')]);
      expect(await answer('GET', '/api/ratings')).toEqual(before);
    });

    test('sites: what is taken back is unknown again, and its version does not begin anew', async () => {
      const path = '/api/sites/Main%20house/ratings/S-071';
      await answer('PUT', path, { rating: 'fully' });
      expect(await answer('PUT', path, { rating: 'unknown', version: 1 })).toMatchObject({ version: 2 });
      expect((await refused('PUT', path, { rating: 'largely', version: 0 }))[0]).toBe(409);
      const { worst } = await answer<Sites>('GET', '/api/sites');
      expect(worst.map(({ id }) => id)).toEqual(['S-041']);
    });

    test('sites: not applicable needs its reason, and an unknown safeguard or site is refused', async () => {
      const path = '/api/sites/Main%20house/ratings';
      expect(await refused('PUT', `${path}/S-043`, { rating: 'not_applicable' })).toEqual([
        422,
        expect.stringContaining('needs a reason'),
      ]);
      expect((await refused('PUT', `${path}/S-999`, { rating: 'fully' }))[0]).toBe(404);
      expect(await refused('PUT', '/api/sites/Nowhere/ratings/S-043', { rating: 'fully' })).toEqual([
        404,
        expect.stringContaining('There are \\"'),
      ]);
      const given = await command(
        ['sites', 'rate', 'main house', 'S-043', 'not_applicable', '--reason', 'No supplier enters', '--json'],
        store,
      );
      expect(JSON.parse(given.stdout)).toEqual({
        id: 'S-043',
        rating: 'not_applicable',
        reason: 'No supplier enters',
        version: 1,
      });
      // A reason is one of "not applicable" alone.
      expect(await answer('PUT', `${path}/S-043`, { rating: 'largely', reason: 'left over' })).toMatchObject({
        reason: null,
      });
    });

    test('sites: the list says which lags, and where it differs from our own rating', async () => {
      await answer('PATCH', '/api/ratings/S-041', { rating: 'largely' });
      await answer('PUT', '/api/sites/Main%20house/ratings/S-041', { rating: 'fully' });
      const { heads, worst } = await answer<Sites>('GET', '/api/sites');
      expect(worst.find(({ id }) => id === 'S-041')).toMatchObject({
        organisation: 'largely',
        worst: 'partially',
        sites: ['Dialysis centre'],
        isDifferent: true,
      });
      const [set] = heads;
      expect(set?.id).toBe('minimum-set');
      for (const spread of set?.sites ?? []) expect(spread.counts['unknown']).toBeGreaterThan(0);
      const printed = await command(['sites', 'list'], store);
      expect(printed.stdout).toContain('organisation Largely; worst site Partially, Dialysis centre');
    });

    test('sites: a name is changed on the version that its author saw', async () => {
      const { sites } = await answer<Sites>('GET', '/api/sites');
      const site = sites.find(({ name }) => name === 'Main house');
      const path = `/api/sites/${site?.id}`;
      expect(await answer('PATCH', path, { name: 'Main hospital', version: 1 })).toMatchObject({ version: 2 });
      expect((await refused('PATCH', path, { name: 'Another', version: 1 }))[0]).toBe(409);
      expect((await refused('PATCH', path, { name: 'DIALYSIS CENTRE' }))[0]).toBe(409);
      const back = await command(['sites', 'rename', 'main hospital', 'Main house'], store);
      expect(back.code).toBe(0);
    });

    test('sites: readers look, contributors rate, administrators take away', async () => {
      const [reader, contributor] = [apiOn(store, 'reader'), apiOn(store, 'contributor')];
      expect(await (await reader('GET', '/api/sites')).json()).toMatchObject({ mayRate: false, mayRemove: false });
      expect((await reader('POST', '/api/sites', { name: 'x' })).status).toBe(403);
      expect((await reader('PUT', '/api/sites/Main%20house/ratings/S-041', { rating: 'fully' })).status).toBe(403);
      expect((await contributor('DELETE', '/api/sites/Main%20house')).status).toBe(403);
    });

    test('sites: command and API answer alike', async () => {
      for (const [argv, path] of [
        [['sites', 'list'], '/api/sites'],
        [['sites', 'show', 'Dialysis centre'], '/api/sites/Dialysis%20centre'],
      ] as const) {
        const ran = await command([...argv, '--json'], store);
        expect(JSON.parse(ran.stdout)).toEqual(await answer('GET', path));
      }
      expect((await command(['sites', 'show', 'Dialysis centre'], store)).stdout).toContain('S-041');
    });
  });

  describe('snapshots', () => {
    const changesOf = (from: string, to = 'now') =>
      answer<Comparison>(
        'GET',
        `/api/snapshot-comparison?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
      );

    test('snapshots: one is taken, and nothing has changed since', async () => {
      const ran = await command(['snapshots', 'take', 'Before the winter', '--note', 'After the audit'], store);
      expect([ran.stderr, ran.stdout]).toEqual(['', expect.stringContaining('25 November 2026')]);
      const { snapshots } = await answer<{ snapshots: readonly object[] }>('GET', '/api/snapshots');
      expect(snapshots).toMatchObject([
        { name: 'Before the winter', note: 'After the audit', day: '2026-11-25', counts: { minimumSet: {} } },
      ]);
      const view = await changesOf('before the WINTER');
      expect([view.contentChanged, Object.values(view.changes).flat(), view.to.id]).toEqual([false, [], null]);
      expect(view.firstTen).toHaveLength(10);
    });

    const names = ['Before the Winter', 'now', 'NOW', '', 'x'.repeat(121)];
    test.each(names)('snapshots: a second one called %j is refused', async (name) => {
      expect((await refused('POST', '/api/snapshots', { name }))[0]).toBe(name === names[0] ? 409 : 400);
    });

    test('snapshots: nobody can change one, not even by a statement', async () => {
      const update = (db: Writer) => sql`update snapshot set name = 'Better'`.execute(db);
      await expect(store.read(update)).rejects.toMatchObject({ code: '42501' });
      const strip = (db: Writer) => sql`delete from site_rating`.execute(db);
      await expect(store.read(strip)).rejects.toMatchObject({ code: '42501' });
    });

    test('snapshots: what changed is told by kind, unknown is never zero, and sites stand beside', async () => {
      await call('PUT', '/api/ratings', {
        ratings: { 'S-041': 'fully', 'S-005': 'unknown', 'S-071': 'partially' },
      });
      await answer('PUT', '/api/sites/Dialysis%20centre/ratings/S-041', { rating: 'not_implemented' });
      const { changes, sites } = await changesOf('Before the winter');
      expect(Object.fromEntries(Object.entries(changes).filter(([, told]) => told.length > 0))).toMatchObject({
        improved: [{ id: 'S-041', before: 'largely', after: 'fully' }],
        newly_known: [{ id: 'S-071', before: 'unknown', after: 'partially' }],
        newly_unknown: [{ id: 'S-005', before: 'fully', after: 'unknown' }],
      });
      expect(sites.find(({ name }) => name === 'Dialysis centre')).toMatchObject({
        before: { worst: 'partially' },
        after: { worst: 'not_implemented' },
      });
      const printed = await command(['snapshots', 'changes', 'Before the winter'], store);
      expect(printed.stdout).toMatch(
        /^Since 25 November 2026: 1 improved, none fell back, one more is known now, one is unknown again\./u,
      );
    });

    test('snapshots: what a snapshot holds of a site stays when the site goes', async () => {
      await answer('DELETE', '/api/sites/Dialysis%20centre');
      const { sites } = await changesOf('Before the winter');
      expect(sites.find(({ name }) => name === 'Dialysis centre')).toMatchObject({
        before: { worst: 'partially' },
        after: null,
      });
      const left = await store.read((db) => db.selectFrom('site_rating').select('safeguard_id').execute());
      expect(left.length).toBeLessThan(4);
    });

    test('snapshots: command and API answer alike, and make the same bytes twice', async () => {
      for (const [argv, path] of [
        [['snapshots', 'show', 'Before the winter'], '/api/snapshots/Before%20the%20winter'],
        [['snapshots', 'changes', 'Before the winter', 'now'], '/api/snapshot-comparison?from=Before%20the%20winter'],
      ] as const) {
        const ran = await command([...argv, '--json'], store);
        expect(JSON.parse(ran.stdout)).toEqual(await answer('GET', path));
      }
      for (const format of ['html', 'docx', 'md', 'json']) {
        const argv = ['snapshots', 'compare', 'Before the winter', 'now', '--format', format, '--out', 'changes'];
        const ran = await command(argv, store);
        const answered = await call('POST', '/api/snapshot-comparison', { from: 'Before the winter', format });
        expect([ran.code, answered.headers.get('content-disposition')]).toEqual([
          0,
          `inline; filename="what-changed-2026-11-25.${format}"`,
        ]);
        expect(Buffer.from([...ran.files.values()][0] ?? []).equals(Buffer.from(await answered.arrayBuffer()))).toBe(
          true,
        );
      }
    });

    test('snapshots: who may do what, and each act leaves its entry', async () => {
      const [reader, contributor] = [apiOn(store, 'reader'), apiOn(store, 'contributor')];
      expect((await reader('POST', '/api/snapshots', { name: 'Mine' })).status).toBe(403);
      expect((await contributor('POST', '/api/snapshots', { name: 'Ours' })).status).toBe(200);
      expect((await contributor('DELETE', '/api/snapshots/Ours')).status).toBe(403);
      expect(await answer('DELETE', '/api/snapshots/Ours')).toEqual({ removed: 'Ours' });
      expect(await refused('DELETE', '/api/snapshots/Ours')).toEqual([
        404,
        expect.stringContaining('The latest are \\"Before the winter\\"'),
      ]);
      const acts = await actsOn();
      expect(acts.filter((action) => action.startsWith('snapshots.'))).toEqual([
        'snapshots.take',
        'snapshots.take',
        'snapshots.remove',
      ]);
      expect(acts).toEqual(expect.arrayContaining(['sites.add', 'sites.rename', 'sites.remove', 'sites.rate']));
    });

    test('snapshots: an id names no other that was called by it', async () => {
      const { id } = await answer<{ id: string }>('POST', '/api/snapshots', { name: 'Winter' });
      const later = await answer<{ id: string }>('POST', '/api/snapshots', { name: id });
      expect(await answer('GET', `/api/snapshots/${id}`)).toMatchObject({ id, name: 'Winter' });
      for (const one of [later.id, id]) await answer('DELETE', `/api/snapshots/${one}`);
    });

    test('snapshots: without a profile there is nothing to keep', async () => {
      const empty = await openOrThrow(await engine.fresh());
      const other = apiOn(await localStore(empty));
      expect((await other('POST', '/api/snapshots', { name: 'Nothing' })).status).toBe(404);
      expect(await (await other('GET', '/api/snapshots')).json()).toMatchObject({ snapshots: [] });
      await empty.close();
    });
  });
});
