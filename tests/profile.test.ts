import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { apiOn, localStore } from './support/surfaces.ts';
import { storeOf } from '../src/data.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { OrgId } from '../src/platform/db/tables.ts';

const other = '00000000-0000-4000-8000-000000000002' as OrgId;

forEachEngine((engine) => {
  describe('profile', () => {
    let database: Database;
    let call: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      call = apiOn(await localStore(database));
    });
    afterAll(async () => database.close());

    const shown = async (): Promise<{ profile: Record<string, unknown> | null; version: number }> =>
      (await call('GET', '/api/profile')).json() as never;

    test('profile: nothing is stored before the first answer', async () => {
      expect(await shown()).toEqual({ profile: null, version: 0 });
      const asked = await call('POST', '/api/rank', {});
      expect([asked.status, ((await asked.json()) as { error: { kind: string } }).error.kind]).toEqual([
        404,
        'no_profile',
      ]);
    });

    test('profile: answers add up, and null takes one back to unknown', async () => {
      await call('PATCH', '/api/profile', { answers: { country: 'GR', staff_fte: 2400 } });
      await call('PATCH', '/api/profile', { answers: { staff_fte: null, turnover_eur: 9 } });
      const { profile, version } = await shown();
      expect([profile, version]).toEqual([
        { name: 'Our organisation', country: 'GR', turnover_eur: 9, ratings: {} },
        2,
      ]);
    });

    test('profile: a stale version changes nothing', async () => {
      const before = await shown();
      const answered = await call('PATCH', '/api/profile', { answers: { country: 'DE' }, version: 1 });
      expect([answered.status, await shown()]).toEqual([409, before]);
    });

    test('profile: a wrong answer names path, value and what is allowed, and changes nothing', async () => {
      const before = await shown();
      const answered = await call('PATCH', '/api/profile', { answers: { provider_form: 'hospitl' } });
      expect(answered.status).toBe(400);
      expect(JSON.stringify(await answered.json())).toContain('answers.provider_form');
      expect(await shown()).toEqual(before);
    });

    test('ratings: many at once, and unknown takes one away', async () => {
      await call('PUT', '/api/ratings', {
        ratings: { 'S-041': 'partially', 'S-071': { rating: 'fully', evidence: [{ what: 'Restore protocol' }] } },
      });
      await call('PUT', '/api/ratings', { ratings: { 'S-041': 'unknown', 'S-071': 'largely' } });
      const { ratings } = (await (await call('GET', '/api/ratings')).json()) as {
        ratings: { id: string; rating: string; version: number; ratedOn: string }[];
      };
      expect(ratings).toEqual([
        {
          id: 'S-071',
          rating: 'largely',
          version: 2,
          ratedOn: '2026-11-25',
          reason: null,
          owner: null,
          due: null,
          note: null,
          evidence: [],
          changedAt: '2026-11-25T09:00:00.000Z',
          changedBy: { kind: 'other', name: null },
        },
      ]);
    });

    test('ratings: an unknown safeguard is refused whole', async () => {
      const answered = await call('PUT', '/api/ratings', { ratings: { 'S-041': 'fully', 'S-999': 'fully' } });
      expect([answered.status, JSON.stringify(await answered.json())]).toEqual([
        422,
        expect.stringContaining('no such safeguard'),
      ]);
      const { ratings } = (await (await call('GET', '/api/ratings')).json()) as { ratings: { id: string }[] };
      expect(ratings.map(({ id }) => id)).toEqual(['S-071']);
    });

    test('ratings: not applicable needs a reason', async () => {
      const answered = await call('PUT', '/api/ratings', { ratings: { 'S-041': { rating: 'not_applicable' } } });
      expect([answered.status, JSON.stringify(await answered.json())]).toEqual([
        422,
        expect.stringContaining('reason'),
      ]);
    });

    test('profile: every write leaves one audit entry, and a refused one none', async () => {
      const store = await localStore(database);
      const acts = await store.read((db) => db.selectFrom('audit_entry').select('action').orderBy('id').execute());
      expect(acts.map(({ action }) => action)).toEqual([
        'profile.answer',
        'profile.answer',
        'ratings.save',
        'ratings.save',
      ]);
    });

    test('profile: a whole profile replaces answers and ratings at once', async () => {
      await call('PUT', '/api/profile', { profile: { name: 'Whole', country: 'IE', ratings: { 'S-061': 'largely' } } });
      const { profile } = await shown();
      expect(profile).toMatchObject({ name: 'Whole', country: 'IE', ratings: { 'S-061': { rating: 'largely' } } });
      expect(Object.keys(profile?.['ratings'] as object)).toEqual(['S-061']);
    });

    test('profile: a reader may read, and may not write', async () => {
      const reader = apiOn(await localStore(database), 'reader');
      expect((await reader('GET', '/api/ratings')).status).toBe(200);
      const answered = await reader('PUT', '/api/ratings', { ratings: { 'S-041': 'fully' } });
      expect([answered.status, JSON.stringify(await answered.json())]).toEqual([
        403,
        expect.stringContaining('contributor'),
      ]);
    });

    test('profile: another organisation sees none of it', async () => {
      await database.inInstallation((db) =>
        db
          .insertInto('organisation')
          .values({ id: other, name: 'Other', country: null, kind: null, created_at: new Date('2026-11-25') })
          .execute(),
      );
      const seen = apiOn(storeOf(database, 'other', () => new Date('2026-11-25'), other));
      expect(await (await seen('GET', '/api/profile')).json()).toEqual({ profile: null, version: 0 });
      expect(await (await seen('GET', '/api/ratings')).json()).toEqual({ ratings: [] });
    });
  });
});
