/** Questions to people without an account: asked, answered by a link, accepted or declined; on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { installationOn, type Browser, type Installation } from './support/installation.ts';
import { command, localStore } from './support/surfaces.ts';
import type { Database } from '../src/platform/db/database.ts';

const day = 24 * 60 * 60 * 1000;
const person = { email: 'ada@hospital.example', name: 'Ada Tester', password: 'a lamp above every bed' };

type Answered = {
  readonly state: string;
  readonly items: readonly { readonly id: string; readonly answer: unknown }[];
};
type Item = {
  readonly id: string;
  readonly answer: string | null;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly isChanged: boolean;
  readonly current: { readonly rating: string; readonly note: string | null; readonly version: number };
};
type Question = { readonly standing: string; readonly pending: number; readonly items: readonly Item[] };
type Refusal = { readonly error: { readonly kind: string; readonly message: string } };

forEachEngine((engine) => {
  describe('questions', () => {
    let database: Database;
    let house: Installation;
    let owner: Browser;
    let clock = Date.parse('2026-11-25T09:00:00Z');
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      house = await installationOn(database, () => new Date(clock));
      owner = house.browser();
      await owner.ask('POST', '/api/session/accept', { link: await house.firstLink(), ...person });
      await owner.ask('PUT', '/api/profile', { profile: { name: 'General Hospital', country: 'GR' } });
    });
    afterAll(async () => database.close());

    const colleague = (): Browser => house.browser('198.51.100.7');
    const ask = async (safeguards: readonly string[], more: object = {}): Promise<{ id: string; link: string }> =>
      (
        await owner.ask('POST', '/api/questions', { name: 'Head nurse, dialysis', safeguards, ...more })
      ).json() as never;
    const save = (link: string, safeguard: string, answer: string | null, more: object = {}) =>
      colleague().ask('POST', '/api/answers/save', { link, safeguard, answer, ...more });
    const send = (link: string) => colleague().ask('POST', '/api/answers/send', { link });
    const open = (link: string) => colleague().ask('POST', '/api/answers/show', { link });
    const show = async (id: string): Promise<Question> =>
      (await (await owner.ask('GET', `/api/questions/${id}`)).json()) as Question;
    const itemOf = async (id: string, safeguard: string): Promise<Item | undefined> =>
      (await show(id)).items.find((item) => item.id === safeguard);
    const kindOf = async (answered: Response): Promise<string> => ((await answered.json()) as Refusal).error.kind;

    test('questions: the colleague sees what is asked and nothing else of the organisation', async () => {
      await owner.ask('PATCH', '/api/ratings/S-041', { rating: 'partially', note: 'Our secret' });
      const { link } = await ask(['S-041', 'S-043'], { message: 'You know these best' });
      const shown = await open(link);
      const text = await shown.text();
      expect([shown.status, JSON.parse(text)]).toEqual([
        200,
        {
          state: 'open',
          organisation: 'General Hospital',
          askedBy: 'Ada Tester',
          colleague: 'Head nurse, dialysis',
          message: 'You know these best',
          endsAt: '2026-12-02T09:00:00.000Z',
          items: [
            expect.objectContaining({ id: 'S-041', answer: null, doneWhen: expect.objectContaining({}) }),
            expect.objectContaining({ id: 'S-043', answer: null }),
          ],
        },
      ]);
      expect(text).not.toContain('Our secret');
      expect(Object.keys((JSON.parse(text) as Answered).items[0] ?? {}).toSorted()).toEqual([
        'answer',
        'doneWhen',
        'id',
        'note',
        'reason',
        'title',
        'what',
      ]);
      for (const [method, path] of [
        ['GET', '/api/ratings'],
        ['GET', '/api/questions'],
        ['GET', '/api/profile'],
      ] as const)
        expect((await colleague().ask(method, path)).status).toBe(401);
    });

    test('questions: only the digest of the secret is stored', async () => {
      const { link } = await ask(['S-041']);
      const rows = await database.inInstallation((db) => db.selectFrom('guest_link').selectAll().execute());
      expect(JSON.stringify(rows)).not.toContain(link.slice(4));
      expect(rows.at(-1)?.digest).toMatch(/^[0-9a-f]{64}$/u);
    });

    const refused = [
      { why: 'no safeguard', body: { safeguards: [] } },
      { why: 'too many', body: { safeguards: Array.from({ length: 31 }, () => 'S-041') } },
      { why: 'an unknown one', body: { safeguards: ['S-999'] } },
      { why: 'no name', body: { name: ' ' } },
      { why: 'too long a life', body: { days: 31 } },
      { why: 'a line break in the address', body: { email: 'a@b.example\r\nBcc: c@d.example' } },
    ];
    test.each(refused)('questions: $why is refused', async ({ body }) => {
      const asked = await owner.ask('POST', '/api/questions', { name: 'Head nurse', safeguards: ['S-041'], ...body });
      expect([400, 404]).toContain(asked.status);
    });

    test('questions: kept as they go, sent once, and then closed to the colleague', async () => {
      const { id, link } = await ask(['S-041', 'S-043', 'S-048']);
      expect((await send(link)).status).toBe(400);
      await save(link, 'S-041', 'largely', { note: 'Suppliers follow in May' });
      await save(link, 'S-043', 'not_applicable');
      expect((await save(link, 'S-052', 'fully')).status).toBe(404);
      expect(await itemOf(id, 'S-041')).toMatchObject({ answer: null });
      expect((await show(id)).standing).toBe('open');
      const bare = await send(link);
      expect([bare.status, await bare.text()]).toEqual([400, expect.stringContaining('S-043')]);
      await save(link, 'S-043', 'not_applicable', { reason: 'No such consoles' });
      expect(await (await open(link)).json()).toMatchObject({ items: [{ answer: 'largely' }, {}, { answer: null }] });
      expect((await send(link)).status).toBe(200);
      expect(await (await open(link)).json()).toEqual({ state: 'sent' });
      for (const late of [await send(link), await save(link, 'S-041', 'fully')])
        expect([late.status, await kindOf(late)]).toEqual([409, 'already_sent']);
      expect(await show(id)).toMatchObject({
        standing: 'answered',
        pending: 2,
        items: [
          { id: 'S-041', answer: 'largely', isChanged: false, current: { rating: 'partially' } },
          { id: 'S-043', answer: 'not_applicable', reason: 'No such consoles' },
          { id: 'S-048', answer: null },
        ],
      });
    });

    test('questions: accepting rates by the path of a rating by hand, with both names in the history', async () => {
      const { id, link } = await ask(['S-048', 'S-052']);
      await save(link, 'S-048', 'largely', { note: 'Since the spring' });
      await save(link, 'S-052', 'fully');
      await send(link);
      expect((await owner.ask('POST', `/api/questions/${id}/accept`, { safeguard: 'S-048' })).status).toBe(200);
      const { changes } = (await (await owner.ask('GET', '/api/ratings/S-048/history')).json()) as {
        changes: readonly unknown[];
      };
      expect(changes[0]).toMatchObject({
        action: 'questions.accept',
        by: { kind: 'person', name: 'Ada Tester' },
        proposedBy: 'Head nurse, dialysis',
        after: { rating: 'largely', note: 'Since the spring' },
      });
      expect(await itemOf(id, 'S-048')).toMatchObject({ decision: 'accepted', decidedBy: 'Ada Tester' });
      expect((await owner.ask('POST', `/api/questions/${id}/accept`, { safeguard: 'S-048' })).status).toBe(404);
      expect(await (await owner.ask('POST', `/api/questions/${id}/decline`, {})).json()).toEqual({
        done: ['S-052'],
        left: [],
      });
      expect(await itemOf(id, 'S-052')).toMatchObject({
        answer: 'fully',
        decision: 'declined',
        current: { version: 0 },
      });
      expect((await show(id)).standing).toBe('decided');
    });

    test('questions: what changed since is not overwritten, unless whoever accepts has seen it', async () => {
      const { id, link } = await ask(['S-061', 'S-071']);
      await save(link, 'S-061', 'fully', { note: 'Tested in May' });
      await save(link, 'S-071', 'fully');
      await send(link);
      await owner.ask('PATCH', '/api/ratings/S-061', { rating: 'not_implemented', note: 'Ours' });
      expect(await itemOf(id, 'S-061')).toMatchObject({ isChanged: true });
      const blind = await owner.ask('POST', `/api/questions/${id}/accept`, { safeguard: 'S-061' });
      expect([blind.status, await kindOf(blind)]).toEqual([409, 'conflict']);
      expect(await (await owner.ask('POST', `/api/questions/${id}/accept`, {})).json()).toEqual({
        done: ['S-071'],
        left: ['S-061'],
      });
      const { version } = (await itemOf(id, 'S-061'))?.current ?? { version: 0 };
      const seen = await owner.ask('POST', `/api/questions/${id}/accept`, { safeguard: 'S-061', version });
      expect(seen.status).toBe(200);
      expect(await itemOf(id, 'S-061')).toMatchObject({ current: { rating: 'fully', note: 'Ours' } });
    });

    test('questions: of two who accept at once, one does', async () => {
      const { id, link } = await ask(['S-081']);
      await save(link, 'S-081', 'partially');
      await send(link);
      const both = await Promise.all(
        [0, 1].map(() => owner.ask('POST', `/api/questions/${id}/accept`, { safeguard: 'S-081' })),
      );
      expect(both.map(({ status }) => status).toSorted()[0]).toBe(200);
      const { changes } = (await (await owner.ask('GET', '/api/ratings/S-081/history')).json()) as {
        changes: unknown[];
      };
      expect(changes).toHaveLength(1);
    });

    test('questions: a link that is wrong, withdrawn or over says the same, and guessing is slowed down', async () => {
      const [withdrawn, expired] = [await ask(['S-041']), await ask(['S-041'], { days: 1 })];
      expect((await owner.ask('DELETE', `/api/questions/${withdrawn.id}`)).status).toBe(200);
      expect((await owner.ask('DELETE', `/api/questions/${withdrawn.id}`)).status).toBe(409);
      clock += 2 * day;
      const wrong = `thg_${'x'.repeat(43)}`;
      const answers = await Promise.all(
        [withdrawn.link, expired.link, wrong, 'nonsense'].map(async (link) => {
          const answered = await open(link);
          return [answered.status, await answered.text()];
        }),
      );
      expect(answers[0]).toEqual([410, expect.stringContaining('Ask whoever sent it to you')]);
      expect(new Set(answers.map(String)).size).toBe(1);
      await owner.ask('POST', '/api/session', { email: person.email, password: person.password });
      expect([(await show(withdrawn.id)).standing, (await show(expired.id)).standing]).toEqual([
        'withdrawn',
        'expired',
      ]);
      const guesser = house.browser('198.51.100.99');
      const tries = await Promise.all(
        Array.from({ length: 51 }, () => guesser.ask('POST', '/api/answers/show', { link: wrong })),
      );
      expect(tries.filter(({ status }) => status === 429)).toHaveLength(1);
    });

    test('questions: wrong links shut out nobody who signs in or has a right one at the same address', async () => {
      const { link } = await ask(['S-041']);
      const there = house.browser('198.51.100.50');
      for (let tries = 0; tries < 51; tries += 1)
        await there.ask('POST', '/api/answers/show', { link: `thg_${'x'.repeat(43)}` });
      expect((await there.ask('POST', '/api/answers/show', { link: 'nonsense' })).status).toBe(429);
      expect((await there.ask('POST', '/api/answers/show', { link })).status).toBe(200);
      const { email, password } = person;
      expect((await there.ask('POST', '/api/session', { email, password })).status).toBe(200);
    });

    test('questions: whoever holds a link fills no trail with it', async () => {
      const [{ id, link }, other] = [await ask(['S-041']), await ask(['S-041'])];
      const statuses: number[] = [];
      for (let tries = 0; tries < 602; tries += 1)
        statuses.push((await save(link, 'S-041', tries % 2 === 0 ? 'fully' : 'largely')).status);
      expect(statuses.filter((status) => status === 429)).toHaveLength(2);
      expect((await save(other.link, 'S-041', 'fully')).status).toBe(200);
      clock += day / 24 + 1;
      expect((await send(link)).status).toBe(200);
      expect(await itemOf(id, 'S-041')).toMatchObject({ answer: 'largely' });
    });

    test('questions: a reader sees them and decides nothing', async () => {
      const { link } = (await (await owner.ask('POST', '/api/people/invitations', { role: 'reader' })).json()) as {
        link: string;
      };
      const reader = house.browser();
      await reader.ask('POST', '/api/session/accept', { ...person, link, email: 'ben@hospital.example', name: 'Ben' });
      const { id } = await ask(['S-041']);
      expect((await reader.ask('GET', '/api/questions')).status).toBe(200);
      for (const [method, path] of [
        ['POST', '/api/questions'],
        ['POST', `/api/questions/${id}/accept`],
        ['DELETE', `/api/questions/${id}`],
      ] as const)
        expect((await reader.ask(method, path, {})).status).toBe(403);
    });

    test('questions: commands ask, list, show, accept, decline and withdraw', async () => {
      const store = await localStore(database);
      const run = async (...argv: string[]) => {
        const { code, stdout, stderr } = await command(['questions', ...argv], store);
        return { code, text: stdout + stderr };
      };
      const asked = await command(['questions', 'ask', 'Nikos', 'S-005', 'S-008', '--days', '30', '--json'], store);
      const { id, link } = JSON.parse(asked.stdout) as { id: string; link: string };
      expect((await run('ask', 'Nikos', 'S-005')).text).toContain('/answer#thg_');
      await save(link, 'S-005', 'fully');
      await save(link, 'S-008', 'unknown');
      await send(link);
      expect((await run('list')).text).toContain('Nikos');
      expect((await run('show', id)).text).toMatch(/S-005\s+Unknown\s+Fully/u);
      expect(await run('accept', id)).toEqual({ code: 0, text: 'Accepted S-005.\n' });
      expect((await run('decline', id, 'S-008')).code).toBe(2);
      const second = JSON.parse((await command(['questions', 'ask', 'Eleni', 'S-008', '--json'], store)).stdout) as {
        id: string;
      };
      expect((await run('withdraw', second.id)).text).toContain('no longer works');
      expect((await run('withdraw', second.id)).code).toBe(2);
    });

    test('audit: questions, answers and decisions are in the trail, without names or secrets', async () => {
      const rows = await database.inOrganisation('00000000-0000-4000-8000-000000000001' as never, (db) =>
        db.selectFrom('audit_entry').select(['actor', 'action', 'object', 'detail']).execute(),
      );
      const acts = new Set(rows.map(({ action }) => action));
      for (const act of ['questions.ask', 'answers.save', 'answers.send', 'questions.accept', 'questions.decline'])
        expect(acts).toContain(act);
      expect(JSON.stringify(rows)).not.toMatch(/Head nurse|thg_/u);
      expect(rows.find(({ action }) => action === 'answers.send')?.actor).toMatch(/^guest\//u);
    });
  });
});
