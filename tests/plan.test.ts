import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeOf } from '../src/data.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { OrgId } from '../src/platform/db/tables.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { exampleText } from './support/examples.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';
import type { Store } from '../src/platform/action.ts';

const other = '00000000-0000-4000-8000-000000000002' as OrgId;
const hospital: unknown = JSON.parse(JSON.stringify(load(exampleText('hospital-greece'))));

type Share = { readonly id: string; readonly begins: boolean; readonly movedTo: string | null };
type Plan = {
  readonly quarters: readonly { readonly quarter: string; readonly shares: readonly Share[] }[];
  readonly notPlanned: readonly { readonly id: string; readonly stoppedBy: string }[];
  readonly setAside: readonly { readonly id: string; readonly reason: string }[];
  readonly refusedMoves: readonly { readonly id: string; readonly refusal: { readonly kind: string } }[];
};

forEachEngine((engine) => {
  describe('plan', () => {
    let database: Database;
    let store: Store;
    let call: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
      call = apiOn(store);
    });
    afterAll(async () => database.close());

    const answer = async <Body>(method: string, path: string, body?: unknown): Promise<readonly [number, Body]> => {
      const response = await call(method, path, body);
      return [response.status, (await response.json()) as Body];
    };
    const planned = async (): Promise<Plan> => (await answer<Plan>('GET', '/api/plan'))[1];
    const beginsIn = (plan: Plan, id: string): string | undefined =>
      plan.quarters.find(({ shares }) => shares.some((share) => share.id === id && share.begins))?.quarter;
    const errorOf = async (method: string, path: string, body?: unknown) => {
      const [status, { error }] = await answer<{
        error: { kind: string; message: string; details?: readonly { path: string; message: string }[] };
      }>(method, path, body);
      return {
        status,
        kind: error.kind,
        message: error.message,
        parts: Object.fromEntries((error.details ?? []).map(({ path: name, message }) => [name, message])),
      };
    };

    test('plan: without a profile, and without people and money, there is none', async () => {
      expect((await errorOf('GET', '/api/plan')).kind).toBe('no_profile');
      await call('PUT', '/api/profile', { profile: { name: 'Sparse', country: 'GR' } });
      expect((await errorOf('GET', '/api/plan')).kind).toBe('conflict');
      expect((await errorOf('PUT', '/api/plan/pins/S-041', { quarter: '2027-Q2' })).message).toContain('no plan yet');
      await call('PUT', '/api/plan/capacity', { personDays: 40, moneyEur: 20000 });
      expect((await planned()).quarters[0]?.quarter).toBe('2027-Q1');
      const stale = await errorOf('PUT', '/api/plan/capacity', { personDays: 1, moneyEur: 0, version: 1 });
      expect([stale.status, stale.kind]).toEqual([409, 'conflict']);
    });

    test('plan: a move is stored, and plan, guide and profile say it', async () => {
      await call('PUT', '/api/profile', { profile: hospital });
      const before = await planned();
      const guide = async () => (await call('POST', '/api/guide', { role: 'ciso', format: 'md' })).text();
      const guideBefore = await guide();
      const [status, pin] = await answer('PUT', '/api/plan/pins/S-071', { quarter: '2027-Q4' });
      expect([status, pin]).toEqual([200, { id: 'S-071', quarter: '2027-Q4', setAside: null, version: 1 }]);
      expect(beginsIn(await planned(), 'S-071')).toBe('2027-Q4');
      expect(beginsIn(before, 'S-071')).not.toBe('2027-Q4');
      expect(await guide()).not.toBe(guideBefore);
      const [, { profile }] = await answer<{ profile: { plan_pins: unknown } }>('GET', '/api/profile');
      expect(profile.plan_pins).toEqual({ 'S-071': '2027-Q4' });
    });

    test('plan: a move before what it needs is refused with the reason, and nothing is stored', async () => {
      const refused = await errorOf('PUT', '/api/plan/pins/S-043', { quarter: '2027-Q1' });
      expect(refused).toMatchObject({ status: 409, kind: 'pin_refused', parts: { kind: 'needs' } });
      expect(refused.message).toContain(refused.parts['id']);
      const [, { pins }] = await answer<{ pins: readonly { id: string }[] }>('GET', '/api/plan/pins');
      expect(pins.map(({ id }) => id)).toEqual(['S-071']);
    });

    test('plan: set aside takes it out with its reason, and what needs it waits', async () => {
      const refused = await errorOf('PUT', '/api/plan/set-aside/S-052', { reason: ' ' });
      expect([refused.status, refused.kind]).toEqual([400, 'invalid_input']);
      await call('PUT', '/api/plan/set-aside/S-041', { reason: 'The group does it' });
      const plan = await planned();
      expect(plan.setAside).toMatchObject([{ id: 'S-041', reason: 'The group does it' }]);
      expect(plan.notPlanned.find(({ id }) => id === 'S-043')?.stoppedBy).toBe('needs');
      await call('DELETE', '/api/plan/pins/S-041');
      expect((await planned()).setAside).toEqual([]);
    });

    test('plan: two people at once, and the second learns of the first', async () => {
      const first = await call('PUT', '/api/plan/pins/S-015', { quarter: '2027-Q3', version: 0 });
      expect(first.status).toBe(200);
      const second = await errorOf('PUT', '/api/plan/pins/S-015', { quarter: '2028-Q1', version: 0 });
      expect([second.status, second.kind]).toEqual([409, 'conflict']);
      const third = await errorOf('DELETE', '/api/plan/pins/S-015?version=7');
      expect([third.status, beginsIn(await planned(), 'S-015')]).toEqual([409, '2027-Q3']);
    });

    test('plan: a move that less people no longer allow is named, and planned as if nobody had moved it', async () => {
      await call('PUT', '/api/plan/capacity', { personDays: 3, moneyEur: 45000, firstQuarter: '2027-Q1' });
      const plan = await planned();
      expect(plan.refusedMoves.map(({ id }) => id)).toContain('S-071');
      expect(plan.quarters.flatMap(({ shares }) => shares).every(({ movedTo }) => movedTo !== '2027-Q4')).toBe(true);
    });

    test('plan: a whole profile replaces moves, and one with a wrong move is refused', async () => {
      const given = { ...(hospital as object), plan_pins: { 'S-052': { set_aside: 'Rented' }, 'S-071': '2027-Q3' } };
      expect((await call('PUT', '/api/profile', { profile: given })).status).toBe(200);
      const plan = await planned();
      expect([plan.setAside[0]?.id, beginsIn(plan, 'S-071')]).toEqual(['S-052', '2027-Q3']);
      const wrong = await errorOf('PUT', '/api/profile', {
        profile: { ...(hospital as object), plan_pins: { 'S-998': '2027-Q3', 'S-071': '2027-Q5' } },
      });
      expect([wrong.status, Object.keys(wrong.parts)]).toEqual([422, ['plan_pins.S-071']]);
    });

    test('plan: commands say what was done, and what was refused', async () => {
      const ran = async (...argv: readonly string[]) => {
        const { code, stdout, stderr } = await command(argv, store);
        return [code, (stdout + stderr).trim()];
      };
      expect(await ran('plan', 'pin', 'S-071', '2027-Q2')).toEqual([0, 'S-071 begins in Q2 2027.']);
      expect(await ran('plan', 'unpin', 'S-052')).toEqual([0, 'S-052 stands at its computed place.']);
      expect((await ran('plan', 'pin', 'S-043', '2027-Q1'))[0]).toBe(2);
      expect(await ran('plan', 'set-aside', 'S-052')).toEqual([2, expect.stringContaining('--reason')]);
      expect(await ran('plan', 'show')).toEqual([0, expect.stringContaining('moved here')]);
    });

    test('plan: a reader may not move, and another organisation sees none of it', async () => {
      const reader = apiOn(store, 'reader');
      expect((await reader('PUT', '/api/plan/pins/S-015', { quarter: '2027-Q3' })).status).toBe(403);
      await database.inInstallation((db) =>
        db
          .insertInto('organisation')
          .values({ id: other, name: 'Other', country: null, kind: null, created_at: new Date('2026-11-25') })
          .execute(),
      );
      const seen = apiOn(storeOf(database, 'other', () => new Date('2026-11-25'), other));
      expect(await (await seen('GET', '/api/plan/pins')).json()).toEqual({ pins: [] });
    });

    test('plan: every move that was stored, and none that was refused, left one audit entry', async () => {
      const acts = await store.read((db) =>
        db.selectFrom('audit_entry').select(['action', 'object']).where('action', 'like', 'plan.%').execute(),
      );
      expect(acts.map(({ action, object }) => `${action} ${object}`).toSorted()).toEqual([
        'plan.capacity profile',
        'plan.capacity profile',
        'plan.pin S-015',
        'plan.pin S-071',
        'plan.pin S-071',
        'plan.setAside S-041',
        'plan.unpin S-041',
        'plan.unpin S-052',
      ]);
    });
  });
});
