/** Accounts: who comes in, how far, and who no longer does; on both engines, through the API as the server mounts it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { installationOn, type Browser, type Installation } from './support/installation.ts';
import type { Database } from '../src/platform/db/database.ts';

const password = 'a lamp above every bed';
const hour = 60 * 60 * 1000;

const kindOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error?: { kind: string } }).error?.kind ?? 'none';
const json = async <Shape>(response: Response): Promise<Shape> => (await response.json()) as Shape;
type Session = {
  account: { id: string } | null;
  organisation: { name: string; role: string } | null;
  organisations: { id: string; name: string }[];
};

forEachEngine((engine) => {
  describe('accounts', () => {
    let database: Database;
    let house: Installation;
    let clock = Date.parse('2026-11-25T09:00:00Z');
    let admin: Browser;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      house = await installationOn(database, () => new Date(clock));
      admin = house.browser();
    });
    afterAll(async () => database.close());

    const comeIn = async (browser: Browser, link: string, email: string): Promise<Response> =>
      browser.ask('POST', '/api/session/accept', { link, email, name: 'Some One', password });
    const invited = async (role: string, email?: string): Promise<string> =>
      (await json<{ link: string }>(await admin.ask('POST', '/api/people/invitations', { role, email }))).link;
    const sessionOf = async (browser: Browser): Promise<Session> => json(await browser.ask('GET', '/api/session'));

    test('accounts: without one, nothing of an organisation is read or written', async () => {
      const nobody = house.browser();
      expect((await sessionOf(nobody)).account).toBeNull();
      for (const [method, path, body] of [
        ['GET', '/api/profile', undefined],
        ['PUT', '/api/ratings', { ratings: {} }],
        ['POST', '/api/rank', {}],
        ['GET', '/api/people', undefined],
      ] as const)
        expect([path, (await nobody.ask(method, path, body)).status]).toEqual([path, 401]);
    });

    test('accounts: the first link makes the first administrator, once', async () => {
      const former = await house.firstLink();
      const link = await house.firstLink();
      expect((await admin.ask('POST', '/api/session/offer', { link: former })).status).toBe(410);
      expect(await json(await admin.ask('POST', '/api/session/offer', { link }))).toEqual({
        organisation: 'local',
        role: 'administrator',
        email: null,
      });
      const weak = await admin.ask('POST', '/api/session/accept', {
        link,
        email: 'a@h.example',
        name: 'A',
        password: 'short',
      });
      expect([weak.status, await kindOf(weak)]).toEqual([400, 'invalid_input']);
      const entered = await comeIn(admin, link, 'Chief@Hospital.example');
      expect(entered.status).toBe(200);
      expect(entered.headers.get('set-cookie')).toMatch(
        /^theriac=ths_.+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/u,
      );
      expect((await sessionOf(admin)).organisation).toMatchObject({ role: 'administrator' });
      expect((await comeIn(house.browser(), link, 'b@h.example')).status).toBe(410);
      expect(await house.door.firstLink('00000000-0000-4000-8000-000000000001' as never)).toBeNull();
    });

    test('accounts: signing in tells nobody which part was wrong, and guessing is slowed down', async () => {
      const guest = house.browser('203.0.113.9');
      const tryOut = (email: string, given: string) => guest.ask('POST', '/api/session', { email, password: given });
      const [unknown, wrong] = [
        await tryOut('no@one.example', password),
        await tryOut('chief@hospital.example', 'wrong wrong wrong'),
      ];
      expect(unknown.status).toBe(401);
      expect(await unknown.text()).toBe(await wrong.text());
      // At the same moment, so that none waits for the outcome of another.
      const burst = await Promise.all(
        Array.from({ length: 8 }, () => tryOut('chief@hospital.example', 'wrong wrong wrong')),
      );
      expect(burst.filter(({ status }) => status === 401)).toHaveLength(4);
      const limited = await tryOut('chief@hospital.example', password);
      expect([limited.status, await kindOf(limited)]).toEqual([429, 'too_many']);
      clock += hour / 2;
      expect((await tryOut(' CHIEF@hospital.example ', password)).status).toBe(400);
      expect((await tryOut('CHIEF@hospital.example', password)).status).toBe(200);
    });

    test('accounts: a role decides what its owner may do, and a change is honoured at once', async () => {
      const nurse = house.browser();
      await comeIn(nurse, await invited('contributor', 'nurse@hospital.example'), 'nurse@hospital.example');
      const rate = () => nurse.ask('PUT', '/api/ratings', { ratings: { 'S-041': 'partially' } });
      expect((await rate()).status).toBe(200);
      expect((await nurse.ask('POST', '/api/people/invitations', { role: 'reader' })).status).toBe(403);
      const { id } = (await sessionOf(nurse)).account ?? { id: '' };
      expect((await admin.ask('PUT', `/api/people/${id}`, { role: 'reader' })).status).toBe(200);
      expect([(await rate()).status, (await nurse.ask('GET', '/api/ratings')).status]).toEqual([403, 200]);
      expect((await admin.ask('DELETE', `/api/people/${id}`)).status).toBe(200);
      expect((await nurse.ask('GET', '/api/ratings')).status).toBe(403);
    });

    test('accounts: somebody must be left who may let others in', async () => {
      const { id } = (await sessionOf(admin)).account ?? { id: '' };
      for (const answered of [
        await admin.ask('PUT', `/api/people/${id}`, { role: 'reader' }),
        await admin.ask('DELETE', `/api/people/${id}`),
      ])
        expect([answered.status, await kindOf(answered)]).toEqual([409, 'last_administrator']);
    });

    test('accounts: a link for one address lets no other in, can be withdrawn, and ends', async () => {
      const link = await invited('reader', 'doctor@hospital.example');
      const other = await comeIn(house.browser(), link, 'other@hospital.example');
      expect([other.status, await kindOf(other)]).toEqual([400, 'invalid_input']);
      const { invitations } = await json<{ invitations: { id: string }[] }>(await admin.ask('GET', '/api/people'));
      expect((await admin.ask('DELETE', `/api/people/invitations/${invitations.at(-1)?.id}`)).status).toBe(200);
      expect((await comeIn(house.browser(), link, 'doctor@hospital.example')).status).toBe(410);
      const late = await house.local('POST', '/api/people/invitations', { role: 'reader' });
      clock += 8 * 24 * hour;
      const { link: ended } = await json<{ link: string }>(late);
      expect((await comeIn(house.browser(), ended, 'doctor@hospital.example')).status).toBe(410);
      await admin.ask('POST', '/api/session', { email: 'chief@hospital.example', password });
    });

    test('sessions: the secret changes by the hour; the former one lives for a minute, an idle one ends', async () => {
      const before = admin.cookie() ?? '';
      clock += 2 * hour;
      await admin.ask('GET', '/api/session');
      const after = admin.cookie() ?? '';
      expect(after).not.toBe(before);
      const old = (await house.browser().ask('GET', '/api/profile', undefined, { cookie: before })).status;
      clock += 2 * 60 * 1000;
      const older = (await house.browser().ask('GET', '/api/profile', undefined, { cookie: before })).status;
      expect([old, older, (await admin.ask('GET', '/api/profile')).status]).toEqual([200, 401, 200]);
      clock += 13 * hour;
      expect((await admin.ask('GET', '/api/profile')).status).toBe(401);
      expect((await admin.ask('POST', '/api/session', { email: 'chief@hospital.example', password })).status).toBe(200);
    });

    test('sessions: a new password sends all others out, and signing out ends the session itself', async () => {
      const second = house.browser();
      await second.ask('POST', '/api/session', { email: 'chief@hospital.example', password });
      const next = 'a lantern above every bed';
      expect((await second.ask('PUT', '/api/session/password', { present: 'not this one', next })).status).toBe(401);
      expect((await second.ask('PUT', '/api/session/password', { present: password, next })).status).toBe(200);
      expect([
        (await admin.ask('GET', '/api/profile')).status,
        (await second.ask('GET', '/api/profile')).status,
      ]).toEqual([401, 200]);
      const cookie = second.cookie() ?? '';
      await second.ask('DELETE', '/api/session');
      expect(second.cookie()).toBeNull();
      expect((await second.ask('GET', '/api/profile', undefined, { cookie })).status).toBe(401);
      await admin.ask('POST', '/api/session', { email: 'chief@hospital.example', password: next });
    });

    test('sessions: what another site sends along with the cookie is refused', async () => {
      const headers = { origin: 'https://evil.example' };
      expect((await admin.ask('PUT', '/api/ratings', { ratings: {} }, headers)).status).toBe(403);
    });

    test('tokens: a program comes in by its secret, as what it was made, until it is revoked', async () => {
      const { id, secret } = await json<{ id: string; secret: string }>(
        await admin.ask('POST', '/api/tokens', { name: 'nightly report', role: 'reader', days: 30 }),
      );
      const headers = { authorization: `Bearer ${secret}` };
      const program = house.browser();
      expect((await program.ask('GET', '/api/ratings', undefined, headers)).status).toBe(200);
      expect((await program.ask('PUT', '/api/ratings', { ratings: {} }, headers)).status).toBe(403);
      expect((await program.ask('GET', '/api/ratings', undefined, { authorization: 'Bearer tht_guess' })).status).toBe(
        401,
      );
      expect((await admin.ask('DELETE', `/api/tokens/${id}`)).status).toBe(200);
      expect((await program.ask('GET', '/api/ratings', undefined, headers)).status).toBe(401);
    });

    test('organisations: each has its own rows, and a person goes from one to the other', async () => {
      await admin.ask('PUT', '/api/profile', { profile: { name: 'General Hospital', country: 'GR' } });
      const { id } = await json<{ id: string }>(
        await admin.ask('POST', '/api/organisations', { name: 'District Clinic' }),
      );
      const { organisations } = await sessionOf(admin);
      expect(organisations.map(({ name }) => name)).toEqual(['General Hospital', 'District Clinic']);
      expect((await admin.ask('PATCH', '/api/session', { organisation: id })).status).toBe(200);
      expect(await json(await admin.ask('GET', '/api/profile'))).toEqual({ profile: null, version: 0 });
      const stranger = '00000000-0000-4000-8000-0000000000ff';
      expect((await admin.ask('PATCH', '/api/session', { organisation: stranger })).status).toBe(404);
    });

    test('commands: they name the organisation where there are several', async () => {
      const unclear = await house.local('GET', '/api/profile');
      expect([unclear.status, await kindOf(unclear)]).toEqual([400, 'invalid_input']);
      expect((await house.local('GET', '/api/profile', undefined, 'District Clinic')).status).toBe(200);
    });

    test('audit: letting in, roles and tokens are in the trail, without names or secrets', async () => {
      const rows = await database.inOrganisation('00000000-0000-4000-8000-000000000001' as never, (db) =>
        db.selectFrom('audit_entry').select(['actor', 'action', 'object', 'detail']).execute(),
      );
      const acts = new Set(rows.map(({ action }) => action));
      for (const act of [
        'invitation.accept',
        'session.open',
        'people.invite',
        'people.role',
        'people.remove',
        'tokens.add',
        'tokens.revoke',
      ])
        expect(acts).toContain(act);
      expect(JSON.stringify(rows)).not.toMatch(/@|th[slt]_|lamp/u);
    });
  });
});
