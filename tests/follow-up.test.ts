/** What an organisation keeps of each duty of law: alone, two at once, with history, documents and dates. On both engines. */
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeOf } from '../src/data.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { OrgId } from '../src/platform/db/tables.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { exampleText } from './support/examples.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

const other = '00000000-0000-4000-8000-000000000004' as OrgId;
const hospital = load(exampleText('hospital-greece')) as object;
const training = 'nis2-management-training';

type Followed = {
  readonly counts: object | null;
  readonly followUps: readonly { readonly id: string; readonly applies: string; readonly title: string }[];
};

forEachEngine((engine) => {
  describe('follow-up', () => {
    let database: Database;
    let store: Store;
    let call: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
      call = apiOn(store);
    });
    afterAll(async () => database.close());

    const answer = async <Body>(method: string, path: string, body?: unknown): Promise<Body> =>
      (await call(method, path, body)).json() as Promise<Body>;
    const follow = (id: string, change: object) =>
      answer<Record<string, unknown>>('PATCH', `/api/follow-ups/${id}`, change);
    const followed = () => answer<Followed>('GET', '/api/follow-ups');
    const calendar = async (): Promise<string> => (await call('POST', '/api/obligations/calendar', {})).text();

    test('obligations.followed: without a profile nothing is counted, and a record can be kept all the same', async () => {
      expect(await followed()).toMatchObject({ counts: null, followUps: [], mayChange: true, today: '2026-11-25' });
      await follow('eidas-wallet', { contact: 'Ministry, desk 3' });
      expect((await followed()).followUps).toMatchObject([
        { id: 'eidas-wallet', state: 'not_followed', applies: null },
      ]);
      await call('PUT', '/api/profile', { profile: hospital });
      expect((await followed()).counts).toMatchObject({ followed: 0, overdue: 0, dueSoon: 0 });
    });

    test('obligations.follow: what is finished proposes its next day, and the rest stays', async () => {
      const started = { state: 'in_progress', owner: 'Board office', repeatMonths: 24, nextDue: '2026-12-20' };
      expect(await follow(training, started)).toMatchObject({ ...started, version: 1 });
      expect((await followed()).counts).toMatchObject({ followed: 1, overdue: 0, dueSoon: 1 });
      expect(await follow(training, { state: 'done', version: 1 })).toMatchObject({
        state: 'done',
        doneOn: '2026-11-25',
        nextDue: '2028-11-25',
        owner: 'Board office',
        version: 2,
        changedAt: '2026-11-25T09:00:00.000Z',
      });
      expect(await follow(training, { state: 'done', version: 2 })).toMatchObject({ version: 2 });
    });

    test('obligations.follow: a stale version is refused with both values, and nothing is overwritten', async () => {
      const refused = await call('PATCH', `/api/follow-ups/${training}`, {
        state: 'not_started',
        owner: 'IT',
        version: 1,
      });
      const { error } = (await refused.json()) as { error: { details: unknown; stored: object } };
      expect([refused.status, error]).toMatchObject([409, { kind: 'conflict', stored: { state: 'done', version: 2 } }]);
      expect(error.details).toEqual([
        { path: 'state', message: 'yours: "not_started"; stored: "done"' },
        { path: 'owner', message: 'yours: "IT"; stored: "Board office"' },
        { path: 'version', message: 'stored: 2' },
        { path: 'changedBy', message: 'other' },
        { path: 'changedAt', message: '2026-11-25T09:00:00.000Z' },
      ]);
      expect(await follow(training, {})).toMatchObject({ state: 'done', owner: 'Board office', version: 2 });
    });

    test('obligations.follow: of two at the same time with one version, one wins and one is told', async () => {
      const answered = await Promise.all(
        ['not_started', 'in_progress'].map((state) => call('PATCH', '/api/follow-ups/gdpr-dpo', { state, version: 0 })),
      );
      expect(answered.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    });

    const wrong = [
      { name: 'an owner without a state', id: 'nis2-governance', change: { owner: 'Board' }, status: 422 },
      { name: 'done tomorrow', id: training, change: { doneOn: '2026-11-26' }, status: 422 },
      { name: 'due before it was done', id: training, change: { nextDue: '2026-11-25' }, status: 422 },
      { name: 'a day that is none', id: training, change: { nextDue: '2027-02-30' }, status: 400 },
      { name: 'a year that is a slip', id: training, change: { nextDue: '9999-01-01' }, status: 400 },
      { name: 'a repeat of no months', id: training, change: { repeatMonths: 0 }, status: 400 },
      {
        name: 'a link that runs something',
        id: training,
        change: { addEvidence: { what: 'x', link: 'javascript:alert(1)' } },
        status: 400,
      },
      { name: 'an unknown key', id: training, change: { stat: 'done' }, status: 400 },
      { name: 'a duty that does not exist', id: 'nis2-nothing', change: { state: 'done' }, status: 404 },
      { name: 'the rule of the class, which is no duty', id: 'nis2-class', change: { state: 'done' }, status: 404 },
      { name: 'evidence that is not there', id: training, change: { removeEvidence: 'Nothing' }, status: 404 },
    ];
    test.each(wrong)('obligations.follow: refuses $name', async ({ id, change, status }) => {
      expect((await call('PATCH', `/api/follow-ups/${id}`, change)).status).toBe(status);
      expect(await follow(training, {})).toMatchObject({ version: 2 });
    });

    test('obligations.show: whom it goes to with how well that was checked, and every change with both values', async () => {
      const minutes = { what: 'Minutes', link: 'https://intranet.example/minutes', dated: '2026-11-20' };
      await follow(training, { addEvidence: minutes });
      const shown = await answer<Record<string, unknown>>('GET', `/api/follow-ups/${training}`);
      expect(shown).toMatchObject({
        applies: 'applies',
        authorities: [
          {
            name: 'National Cybersecurity Authority',
            email: 'incident@cyber.gov.gr',
            status: 'secondary',
            checkedOn: '2026-11-23',
          },
        ],
        followUp: { evidence: [minutes], version: 3 },
        changes: [
          { version: 3, before: { evidence: [] }, after: { evidence: [minutes] } },
          {
            version: 2,
            before: { state: 'in_progress', doneOn: null },
            after: { state: 'done', doneOn: '2026-11-25' },
          },
          { version: 1, before: { state: 'not_followed' }, after: { state: 'in_progress' } },
        ],
      });
      // Content records no Greek data protection authority, and none is made up.
      expect(await answer('GET', '/api/follow-ups/gdpr-dpo')).toMatchObject({ authorities: [] });
      expect((await call('GET', '/api/follow-ups/nis2-nothing')).status).toBe(404);
    });

    test('obligations.show: history cannot be rewritten', async () => {
      await expect(
        store.change({ action: 'x', object: 'x', detail: {} }, (db) =>
          db.deleteFrom('follow_up_change').where('version', '=', 1).execute(),
        ),
      ).rejects.toThrow('permission denied');
    });

    test('obligations.calendar: the due day is in it under a name that stays when the day moves', async () => {
      const entry = (ics: string): readonly string[] => {
        const lines = ics.split('\r\n');
        const at = lines.indexOf(`UID:follow-up-${training}@theriac`);
        return lines.slice(at, at + 4);
      };
      expect(entry(await calendar())).toEqual([
        `UID:follow-up-${training}@theriac`,
        'DTSTAMP:20261125T000000Z',
        'DTSTART;VALUE=DATE:20281125',
        'SUMMARY:Due: Board members are trained',
      ]);
      await follow(training, { nextDue: '2027-11-25' });
      expect(entry(await calendar())[2]).toBe('DTSTART;VALUE=DATE:20271125');
      expect(await calendar()).toBe(await calendar());
    });

    test('documents.register: says what is followed up and whom the organisation knows, the same bytes each time', async () => {
      await follow('eidas-wallet', { state: 'in_progress' });
      await follow('gdpr-breach-authority', { contact: 'Data protection desk, 210 000 0000' });
      const register = async (body: object): Promise<string> =>
        (await (await call('POST', '/api/register', { format: 'md', ...body })).text()).replaceAll('\u{a0}', ' ');
      const stored = await register({});
      expect(stored).toContain('Done on 25 November 2026; next due on 25 November 2027. Repeats every 24 months.');
      expect(stored).toContain('Not followed up.');
      expect(stored).toContain('| Accept the European identity wallet | In progress |');
      expect(stored).toContain('Data protection desk, 210 000 0000 (Own record)');
      expect(await register({})).toBe(stored);
      const madeFrom = (text: string): string | undefined => /method \w+, profile \w+/u.exec(text)?.[0];
      expect(madeFrom(stored)).not.toBe(madeFrom(await register({ profile: hospital })));
      expect(await register({ profile: hospital })).not.toContain('ollowed up');
      const docx = async (): Promise<Buffer> =>
        Buffer.from(await (await call('POST', '/api/register', { format: 'docx' })).arrayBuffer());
      expect((await docx()).equals(await docx())).toBe(true);
    });

    test('obligations.followed: what no longer applies stays on record, and nothing of it is due', async () => {
      await call('PUT', '/api/profile', {
        profile: { name: 'Moved', country: 'CH', provider_form: 'hospital', staff_fte: 2400 },
      });
      const { followUps } = await followed();
      expect(followUps.find(({ id }) => id === training)).toMatchObject({
        applies: 'no_longer',
        title: 'Board members are trained',
      });
      expect(await calendar()).not.toContain(`follow-up-${training}`);
      const text = await (await call('POST', '/api/register', { format: 'md' })).text();
      expect(text).toContain('No longer applies, still on record');
      await call('PUT', '/api/profile', { profile: hospital });
      expect((await followed()).followUps.find(({ id }) => id === training)?.applies).toBe('applies');
    });

    test('obligations.follow: taken back it keeps whom to tell, and the version goes on', async () => {
      await follow('gdpr-dpo', { contact: 'Desk 4' });
      const taken = await follow('gdpr-dpo', { state: 'not_followed' });
      expect(taken).toMatchObject({ state: 'not_followed', contact: 'Desk 4', version: 3 });
    });

    test('obligations: commands record, list, show and take evidence out', async () => {
      const ran = async (...argv: readonly string[]) => {
        const { code, stdout, stderr } = await command(['obligations', ...argv], store);
        return [code, (stdout + stderr).trim()] as const;
      };
      const done = [
        '--state',
        'done',
        '--done-on',
        '2026-08-31',
        '--repeat',
        '6',
        '--evidence',
        'Receipt',
        '--dated',
        '2026-08-31',
      ];
      expect(await ran('follow', 'nis2-registration', ...done)).toEqual([
        0,
        [
          'nis2-registration, version 1',
          'State: Done',
          'Done on: 31 August 2026',
          'Next due: 28 February 2027',
          'Repeats after months: 6',
          'Evidence: Receipt',
        ].join('\n'),
      ]);
      expect(await ran('follow', 'nis2-registration', '--remove-evidence', 'Receipt', '--if-version', '1')).toEqual([
        0,
        expect.not.stringContaining('Receipt'),
      ]);
      expect(await ran('follow', 'nis2-registration', '--owner', 'x', '--if-version', '1')).toEqual([
        2,
        expect.stringContaining('yours: "x"; stored: null'),
      ]);
      expect(await ran('followed')).toEqual([
        0,
        expect.stringContaining('Done on 31 August 2026; next due on 28 February 2027'),
      ]);
      expect(await ran('show', 'nis2-registration')).toEqual([0, expect.stringContaining('Evidence: Receipt → -')]);
      expect((await ran('follow', 'nis2-registration', '--state', 'finished'))[0]).toBe(2);
    });

    test('follow-up: readers read and may not write, strangers do neither, and another organisation sees none of it', async () => {
      const reader = apiOn(store, 'reader');
      expect(await (await reader('GET', `/api/follow-ups/${training}`)).json()).toMatchObject({ mayChange: false });
      expect((await reader('PATCH', `/api/follow-ups/${training}`, { state: 'done' })).status).toBe(403);
      for (const path of ['/api/follow-ups', `/api/follow-ups/${training}`])
        expect((await apiOn(store, 'everyone')('GET', path)).status).toBe(403);
      await database.inInstallation((db) =>
        db
          .insertInto('organisation')
          .values({ id: other, name: 'Other', country: null, kind: null, created_at: new Date('2026-11-25') })
          .execute(),
      );
      const strange = apiOn(storeOf(database, 'other', () => new Date('2026-11-25'), other));
      expect(await (await strange('GET', '/api/follow-ups')).json()).toMatchObject({ followUps: [] });
      expect(await (await strange('GET', `/api/follow-ups/${training}`)).json()).toMatchObject({
        followUp: { state: 'not_followed', version: 0 },
        changes: [],
      });
    });

    test('follow-up: the audit trail says which parts changed, and nothing of what they say', async () => {
      const acts = await store.read((db) =>
        db
          .selectFrom('audit_entry')
          .select(['action', 'object', 'detail'])
          .where('action', '=', 'obligations.follow')
          .orderBy('id')
          .execute(),
      );
      expect(acts[1]).toEqual({
        action: 'obligations.follow',
        object: `obligation/${training}`,
        detail: { fields: ['state', 'nextDue', 'repeatMonths', 'owner'], state: 'in_progress' },
      });
      expect(JSON.stringify(acts)).not.toContain('Board office');
    });
  });
});
