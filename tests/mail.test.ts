/** Mail: written with what it tells of, sent once to a real server on loopback, and off unless it is set up. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forEachEngine } from './db/engines.ts';
import { loopbackCertificate, loopbackKey } from './mail/loopback-certificate.ts';
import { headOf, mailingBy, startMailServer, textOf, type MailServer } from './mail/smtp.ts';
import { openOrThrow } from './support/database.ts';
import { installationOn, type Browser, type Installation } from './support/installation.ts';
import { command, localStore, services } from './support/surfaces.ts';
import type { Database } from '../src/platform/db/database.ts';
import { isTimeToRemind, remindAll } from '../src/mail-room.ts';
import { json as storedJson } from '../src/platform/db/tables.ts';
import { giveUpAll } from '../src/platform/mail/queries.ts';
import { forgetOld, pauseAfter, sendDue } from '../src/platform/mail/sender.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const person = { email: 'ada@hospital.example', name: 'Ada Tester', password: 'a lamp above every bed' };
const json = async <Shape>(response: Response): Promise<Shape> => (await response.json()) as Shape;

forEachEngine((engine) => {
  describe('mail', () => {
    let database: Database;
    let server: MailServer;
    let house: Installation;
    let quiet: Installation;
    let owner: Browser;
    let send: () => Promise<number>;
    let clock = Date.parse('2026-11-25T09:00:00Z');
    const now = () => new Date(clock);
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      server = await startMailServer();
      const mail = mailingBy(`smtp://127.0.0.1:${server.port}`);
      const transport = await mail.transport();
      send = () => sendDue({ database, transport, now });
      house = await installationOn(database, now, mail);
      quiet = await installationOn(database, now);
      owner = house.browser();
      await owner.ask('POST', '/api/session/accept', { link: await house.firstLink(), ...person });
      await owner.ask('PUT', '/api/profile', { profile: { name: 'General Hospital', country: 'GR' } });
    });
    beforeEach(() => void server.taken.splice(0));
    afterAll(async () => {
      await server.close();
      await database.close();
    });

    const rows = () =>
      database.inInstallation((db) => db.selectFrom('mail').selectAll().orderBy('created_at').execute());
    const ask = async (
      more: object = {},
      by: Browser = owner,
    ): Promise<{ id: string; link: string; isMailed: boolean }> =>
      json(
        await by.ask('POST', '/api/questions', {
          name: 'Head nurse',
          email: 'dialysis@hospital.example',
          safeguards: ['S-041', 'S-043'],
          ...more,
        }),
      );

    test('mail: an invitation goes to its address, once, and what it said is deleted', async () => {
      const invited = await owner.ask('POST', '/api/people/invitations', {
        role: 'reader',
        email: 'ben@hospital.example',
      });
      const { link, isMailed } = await json<{ link: string; isMailed: boolean }>(invited);
      expect(isMailed).toBe(true);
      expect(await Promise.all([send(), send()])).toContain(1);
      const [mail] = server.taken;
      expect(server.taken).toHaveLength(1);
      expect([mail?.from, mail?.to]).toEqual(['theriac@h.example', ['ben@hospital.example']]);
      expect(mail === undefined ? '' : textOf(mail)).toContain(`https://theriac.h.example/welcome#${link}\n`);
      expect(headOf(mail as never)).toContain('Subject: You are invited to General Hospital on Theriac');
      expect(mail?.raw).toMatch(/Content-Type: text\/plain/u);
      const kept = await rows();
      expect(kept).toMatchObject([{ state: 'sent', subject: null, body: null, tries: 1 }]);
      expect(JSON.stringify(kept)).not.toContain(link);
    });

    test('mail: a question goes to the colleague without what was written to them, and the answer to whoever asked', async () => {
      const { id, link } = await ask({ message: 'See https://elsewhere.example' });
      await send();
      const [asked] = server.taken;
      const text = asked === undefined ? '' : textOf(asked);
      expect(text).toContain(`https://theriac.h.example/answer#${link}\n`);
      expect(text).toContain('Ada Tester at General Hospital asks you how far 2 safeguards are in place');
      expect(text.match(/https?:\/\/\S+/gu)).toEqual([`https://theriac.h.example/answer#${link}`]);
      const colleague = house.browser();
      await colleague.ask('POST', '/api/answers/save', { link, safeguard: 'S-041', answer: 'largely' });
      await colleague.ask('POST', '/api/answers/send', { link });
      await send();
      expect(server.taken[1]?.to).toEqual([person.email]);
      expect(server.taken[1] === undefined ? '' : textOf(server.taken[1])).toContain(
        `https://theriac.h.example/questions/${id}\n`,
      );
    });

    test('mail: written in the language of whoever asks, and in none that is not there', async () => {
      const { link } = await ask({ language: 'el' });
      await send();
      const [mail] = server.taken;
      const text = mail === undefined ? '' : textOf(mail);
      expect(text).toContain('Δεν χρειάζεστε λογαριασμό');
      expect(text).toContain('2 Δεκεμβρίου 2026');
      expect(text).toContain(`https://theriac.h.example/answer#${link}`);
      const wrong = { role: 'reader', email: 'x@hospital.example', language: 'xx' };
      expect((await owner.ask('POST', '/api/people/invitations', wrong)).status).toBe(400);
    });

    test('mail: no name breaks into the head', async () => {
      const subject = 'Ada\r\nBcc: everyone@h.example';
      await database.inInstallation((db) =>
        db.updateTable('account').set({ name: subject }).where('email', '=', person.email).execute(),
      );
      await ask({ name: 'Head nurse\r\n\r\nBcc: x@h.example' });
      await send();
      await database.inInstallation((db) =>
        db.updateTable('account').set({ name: person.name }).where('email', '=', person.email).execute(),
      );
      const [mail] = server.taken;
      expect(mail?.to).toEqual(['dialysis@hospital.example']);
      expect(headOf(mail as never).filter((line) => /^bcc:/iu.test(line))).toEqual([]);
      expect(headOf(mail as never).find((line) => line.startsWith('Subject:'))).toContain(
        'Ada Bcc: everyone@h.example',
      );
    });

    test('mail: a refusal is tried again with a growing pause, and the same mail keeps its id', async () => {
      server.refusals.push(450);
      await ask();
      await send();
      expect((await rows()).at(-1)).toMatchObject({
        state: 'waiting',
        tries: 1,
        last_error: expect.stringContaining('450'),
      });
      expect([await send(), server.taken.length]).toEqual([0, 0]);
      clock += 2 * minute;
      expect([await send(), server.taken.length]).toEqual([1, 1]);
      const row = (await rows()).at(-1);
      expect(row).toMatchObject({ state: 'sent', tries: 2, last_error: null, body: null });
      expect(server.taken[0]?.raw).toContain(`Message-ID: <${row?.id}@theriac.h.example>`);
    });

    test('mail: an address that does not exist, and a server that never takes it, end the trying and delete the secret', async () => {
      server.refusals.push(550);
      const { link: first } = await ask();
      await send();
      expect((await rows()).at(-1)).toMatchObject({ state: 'failed', tries: 1, body: null });
      const { link: second } = await ask();
      for (let tries = 1; tries <= 8; tries += 1) {
        server.refusals.splice(0, server.refusals.length, 451);
        await send();
        clock += 13 * 60 * minute;
      }
      server.refusals.splice(0);
      expect((await rows()).at(-1)).toMatchObject({ state: 'failed', tries: 7, subject: null, body: null });
      expect(JSON.stringify(await rows())).not.toMatch(new RegExp(`${first.slice(4)}|${second.slice(4)}`, 'u'));
      await owner.ask('POST', '/api/session', { email: person.email, password: person.password });
    });

    test('mail: what is withdrawn before it is sent is not sent', async () => {
      const { id } = await ask();
      expect((await owner.ask('DELETE', `/api/questions/${id}`)).status).toBe(200);
      expect([await send(), server.taken.length]).toEqual([0, 0]);
    });

    test('mail: nothing is written where the change it tells of is not', async () => {
      const before = (await rows()).length;
      expect(
        (await owner.ask('POST', '/api/questions', { name: 'M', email: 'm@h.example', safeguards: ['S-999'] })).status,
      ).toBe(404);
      const broken = database.inOrganisation('00000000-0000-4000-8000-000000000001' as never, async (db) => {
        const { writeMail } = await import('../src/platform/mail/queries.ts');
        await writeMail(db, { key: 'x', kind: 'answer', to: 'a@h.example', subject: 'x', text: 'x' }, now());
        throw new Error('the change failed');
      });
      await expect(broken).rejects.toThrow('the change failed');
      expect((await rows()).length).toBe(before);
    });

    test('mail: what is due goes to its owner or to administrators, once a day, unless they switched it off', async () => {
      await owner.ask('PATCH', '/api/ratings/S-041', { owner: 'ada tester', due: '2026-11-27' });
      await owner.ask('PATCH', '/api/ratings/S-043', { owner: 'Head of IT', due: '2026-11-20' });
      await owner.ask('POST', '/api/ratings/S-043/evidence', {
        what: 'Contract',
        link: 'https://intranet.example/c',
        expires: '2026-12-20',
      });
      await owner.ask('PATCH', '/api/follow-ups/nis2-governance', { state: 'in_progress', nextDue: '2026-11-30' });
      const remind = () => owner.ask('POST', '/api/mail/reminders', {});
      expect(await json(await remind())).toEqual({ written: 1 });
      expect(await json(await remind())).toEqual({ written: 0 });
      await send();
      const text = server.taken[0] === undefined ? '' : textOf(server.taken[0]);
      expect(headOf(server.taken[0] as never)).toContain(
        'Subject: 1 overdue, 2 due soon, 1 proof expires, General Hospital',
      );
      expect(text).toMatch(/Overdue\n- .+ \(S-043\), was due 20 November 2026/u);
      expect(text).toMatch(/- .+ \(nis2-governance\), due 30 November 2026/u);
      expect(text).toContain('https://theriac.h.example/assessment?show=due\nhttps://theriac.h.example/obligations\n');
      expect(text).toMatch(/Due within seven days\n- .+ \(S-041\), due 27 November 2026/u);
      expect(text).toMatch(/- Contract, for .+ \(S-043\), proves it until 20 December 2026/u);
      expect(text).toContain('https://theriac.h.example/account');
      await database.inInstallation((db) => db.deleteFrom('mail').where('kind', '=', 'digest').execute());
      expect((await owner.ask('PUT', '/api/session/mail', { due: false })).status).toBe(200);
      expect(await json(await remind())).toEqual({ written: 0 });
      expect(await json(await owner.ask('GET', '/api/session'))).toMatchObject({
        account: { isMailedDue: false },
        isMailOn: true,
      });
      expect((await house.browser().ask('PUT', '/api/session/mail', { due: true })).status).toBe(401);
    });

    test('mail: each morning the people of every organisation are told, once', async () => {
      await owner.ask('PUT', '/api/session/mail', { due: true });
      const { id } = await json<{ id: string }>(await owner.ask('POST', '/api/organisations', { name: 'Clinic' }));
      await database.inOrganisation(id as never, (db) =>
        db
          .insertInto('rating')
          .values({
            safeguard_id: 'S-041',
            rating: 'unknown',
            reason: null,
            owner: null,
            note: null,
            evidence: storedJson([]),
            rated_on: null,
            due: '2026-11-26',
            version: 1,
            updated_at: now(),
          })
          .execute(),
      );
      const mail = mailingBy(`smtp://127.0.0.1:${server.port}`);
      const parts = { database, door: house.door, services, mail, now };
      await remindAll(parts);
      await remindAll(parts);
      expect((await rows()).filter(({ kind }) => kind === 'digest').map(({ recipient }) => recipient)).toEqual([
        person.email,
        person.email,
      ]);
      await send();
    });

    test('mail: at most two hundred a day go to people whom members name', async () => {
      await database.inOrganisation('00000000-0000-4000-8000-000000000001' as never, (db) =>
        db
          .insertInto('mail')
          .values(
            Array.from({ length: 200 }, (_, index) => ({
              key: `many/${index}`,
              kind: 'question' as const,
              recipient: 'a@h.example',
              subject: null,
              body: null,
              state: 'sent' as const,
              tries: 1,
              due_at: now(),
              last_error: null,
              created_at: now(),
              ended_at: now(),
            })),
          )
          .execute(),
      );
      expect(await ask()).toMatchObject({ isMailed: false, link: expect.stringMatching(/^thg_/u) });
      clock += 31 * day;
      await forgetOld({ database, now });
      expect(await rows()).toEqual([]);
      await owner.ask('POST', '/api/session', { email: person.email, password: person.password });
    });

    test('mail: the status and a test of it, for whoever may, without secrets', async () => {
      const told = await owner.ask('GET', '/api/mail');
      expect(await told.json()).toMatchObject({
        isOn: true,
        server: `127.0.0.1:${server.port}`,
        encryption: 'none',
        from: 'Theriac <theriac@h.example>',
        failed: 0,
      });
      expect((await owner.ask('POST', '/api/mail/test', { address: 'ada@h.example' })).status).toBe(200);
      expect(server.taken[0]?.to).toEqual(['ada@h.example']);
      server.refusals.push(550);
      const refused = await owner.ask('POST', '/api/mail/test', { address: 'ada@h.example' });
      expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining('550')]);
      const { link } = await json<{ link: string }>(
        await owner.ask('POST', '/api/people/invitations', { role: 'administrator' }),
      );
      const other = house.browser();
      await other.ask('POST', '/api/session/accept', { ...person, link, email: 'eve@h.example', name: 'Eve' });
      expect((await other.ask('POST', '/api/mail/test', { address: 'x@h.example' })).status).toBe(403);
      expect((await other.ask('GET', '/api/mail')).status).toBe(200);
    });

    test('mail: off, everything works, and nothing is written', async () => {
      const browser = quiet.browser();
      await browser.ask('POST', '/api/session', { email: person.email, password: person.password });
      expect(await ask({}, browser)).toMatchObject({ isMailed: false, link: expect.stringMatching(/^thg_/u) });
      expect(await json(await browser.ask('GET', '/api/mail'))).toMatchObject({ isOn: false, server: null });
      const refused = await browser.ask('POST', '/api/mail/test', { address: 'a@h.example' });
      expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('docs/operating.md')]);
      const store = await localStore(database);
      expect((await command(['mail', 'status'], store)).stdout).toContain('Mail is off.');
      expect((await command(['mail', 'test', 'a@h.example'], store)).code).toBe(2);
      expect((await command(['mail', 'remind'], store)).code).toBe(2);
    });

    test('mail: switched off, what waits is given up and its secret deleted', async () => {
      await ask();
      await database.inInstallation((db) => giveUpAll(db, { at: now(), error: 'Mail was switched off' }));
      expect((await rows()).at(-1)).toMatchObject({ state: 'failed', body: null });
      expect(await send()).toBe(0);
    });

    test('mail: no organisation reads what a mail says', async () => {
      await ask();
      const read = database.inOrganisation('00000000-0000-4000-8000-000000000001' as never, (db) =>
        db.selectFrom('mail').select('body').execute(),
      );
      await expect(read).rejects.toMatchObject({ code: '42501' });
      await send();
    });
  });
});

const pauses: readonly (readonly [number, number | null])[] = [
  [1, minute],
  [2, 5 * minute],
  [6, 12 * 60 * minute],
  [7, null],
];
test.each(pauses)('pauseAfter: after %i tries', (tries, pauseMs) => {
  expect(pauseAfter(tries)).toBe(pauseMs);
});

const mornings: readonly (readonly [string, string, boolean])[] = [
  ['2026-11-25T06:59:00', '2026-11-24', false],
  ['2026-11-25T07:00:00', '2026-11-24', true],
  ['2026-11-25T23:59:00', '', true],
  ['2026-11-25T08:00:00', '2026-11-25', false],
];
test.each(mornings)('isTimeToRemind: at %s, told on "%s"', (at, toldOn, is) => {
  expect(isTimeToRemind(new Date(at), toldOn)).toBe(is);
});

describe('encryption', () => {
  const mail = { to: 'a@h.example', subject: 'x', text: 'x' };
  const sendBy = async (url: string) => (await mailingBy(url).transport()).send(mail, 'id');

  test('mail: a server without STARTTLS is refused where it is required', async () => {
    const server = await startMailServer();
    expect(await sendBy(`smtp://localhost:${server.port}?starttls=required`)).toMatchObject({ ok: false });
    expect(server.taken).toEqual([]);
    await server.close();
  });

  test('mail: an unknown certificate is refused, a known one is not, and the password travels encrypted alone', async () => {
    const logins: (readonly [unknown, boolean])[] = [];
    const server = await startMailServer({
      key: loopbackKey,
      cert: loopbackCertificate,
      authOptional: false,
      onAuth: (auth, session, answer) => {
        logins.push([auth.password, session.secure]);
        answer(null, auth.password === 'geh:eim' ? { user: 'ok' } : undefined);
      },
    });
    const url = (password: string) => `smtp://us%40er:${password}@localhost:${server.port}?starttls=required`;
    expect(await sendBy(url('geh%3Aeim'))).toMatchObject({ ok: false });
    expect(logins).toEqual([]);
    const usual = getCACertificates();
    setDefaultCACertificates([...usual, loopbackCertificate]);
    expect(await sendBy(url('geh%3Aeim'))).toEqual({ ok: true, value: null });
    const wrong = await sendBy(url('geheimer'));
    setDefaultCACertificates(usual);
    expect(wrong).toMatchObject({ ok: false, error: { isFinal: false } });
    expect(JSON.stringify(wrong)).not.toContain('geheimer');
    expect([server.taken.map(({ isTls }) => isTls), logins[0]]).toEqual([[true], ['geh:eim', true]]);
    await server.close();
  });

  test('mail: a server that is not there says so', async () => {
    const server = await startMailServer();
    await server.close();
    expect(await sendBy(`smtp://127.0.0.1:${server.port}`)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('ECONNREFUSED'), isFinal: false },
    });
  });
});
