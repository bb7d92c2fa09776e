/** Ratings as people work on them: one at a time, by several at once, with evidence and history. On both engines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeOf } from '../src/data.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { OrgId } from '../src/platform/db/tables.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { library } from './support/examples.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

const other = '00000000-0000-4000-8000-000000000003' as OrgId;
const folder = mkdtempSync(join(tmpdir(), 'theriac-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Evidence = { readonly key: string; readonly what: string; readonly file: string | null; readonly stored: unknown };
type Rating = {
  readonly rating: string;
  readonly version: number;
  readonly ratedOn: string | null;
  readonly owner: string | null;
  readonly evidence: readonly Evidence[];
};
type Refusal = {
  readonly error: {
    readonly kind: string;
    readonly details: readonly { readonly path: string; readonly message: string }[];
    readonly stored: Rating;
  };
};

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');
const upload = (name: string, bytes: Buffer) => ({ name, content: bytes.toString('base64') });

forEachEngine((engine) => {
  describe('assessment', () => {
    let database: Database;
    let store: Store;
    let call: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
      call = apiOn(store);
    });
    afterAll(async () => database.close());

    const rate = async (id: string, change: object): Promise<Rating> =>
      (await call('PATCH', `/api/ratings/${id}`, change)).json() as never;
    const refusedWith = async (answered: Response): Promise<readonly [number, Refusal['error']]> =>
      [answered.status, ((await answered.json()) as Refusal).error] as const;

    test('ratings.rate: changes what it names, keeps the rest, and counts versions', async () => {
      await rate('S-041', { rating: 'partially', owner: 'IT operations', note: ' Two suppliers ', due: '2027-03-31' });
      const changed = await rate('S-041', { rating: 'largely', version: 1 });
      expect(changed).toMatchObject({
        rating: 'largely',
        owner: 'IT operations',
        note: 'Two suppliers',
        due: '2027-03-31',
        ratedOn: '2026-11-25',
        version: 2,
        changedAt: '2026-11-25T09:00:00.000Z',
      });
      expect(await rate('S-041', { note: null, owner: 'IT operations' })).toMatchObject({ note: null, version: 3 });
    });

    test('ratings.rate: a change that changes nothing leaves no trace', async () => {
      expect(await rate('S-041', { rating: 'largely', version: 3 })).toMatchObject({ version: 3 });
    });

    test('ratings.rate: a stale version is refused with both values, who and when; nothing is overwritten', async () => {
      const [status, error] = await refusedWith(
        await call('PATCH', '/api/ratings/S-041', { rating: 'fully', due: '2027-01-01', version: 2 }),
      );
      expect(status).toBe(409);
      expect(error).toMatchObject({ kind: 'conflict', stored: { rating: 'largely', version: 3 } });
      expect(error.details).toEqual([
        { path: 'rating', message: 'yours: "fully"; stored: "largely"' },
        { path: 'due', message: 'yours: "2027-01-01"; stored: "2027-03-31"' },
        { path: 'version', message: 'stored: 3' },
        { path: 'changedBy', message: 'other' },
        { path: 'changedAt', message: '2026-11-25T09:00:00.000Z' },
      ]);
      expect(await rate('S-041', {})).toMatchObject({ rating: 'largely', due: '2027-03-31', version: 3 });
    });

    test('ratings.rate: of two at the same time with one version, one wins and one is told', async () => {
      const answered = await Promise.all(
        ['not_implemented', 'partially'].map((rating) => call('PATCH', '/api/ratings/S-048', { rating, version: 0 })),
      );
      expect(answered.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    });

    test('ratings.rate: unknown again keeps the owner, and the version goes on', async () => {
      expect(await rate('S-041', { rating: 'unknown' })).toMatchObject({
        rating: 'unknown',
        owner: 'IT operations',
        ratedOn: null,
        version: 4,
      });
      const { profile } = (await (await call('GET', '/api/profile')).json()) as { profile: unknown };
      expect(profile).toBeNull();
      await rate('S-041', { owner: null, due: null });
      const { ratings } = (await (await call('GET', '/api/ratings')).json()) as { ratings: { id: string }[] };
      expect(ratings.map(({ id }) => id)).toEqual(['S-048']);
      expect(await rate('S-041', { rating: 'fully', version: 5 })).toMatchObject({ version: 6 });
    });

    const wrong = [
      { name: 'not applicable without a reason', change: { rating: 'not_applicable' }, status: 422 },
      {
        name: 'a link that runs something',
        change: { evidence: [{ what: 'x', link: 'javascript:alert(1)' }] },
        status: 400,
      },
      { name: 'a day that is none', change: { due: '31.3.2027' }, status: 400 },
      { name: 'a day that no calendar has', change: { due: '2027-02-30' }, status: 400 },
      { name: 'an unknown key', change: { ratting: 'fully' }, status: 400 },
      { name: 'a file that was never added', change: { evidence: [{ what: 'x', file: other }] }, status: 422 },
    ];
    test.each(wrong)('ratings.rate: refuses $name', async ({ change, status }) => {
      expect((await call('PATCH', '/api/ratings/S-052', change)).status).toBe(status);
    });

    test('ratings.rate: refuses a safeguard that does not exist', async () => {
      expect((await call('PATCH', '/api/ratings/S-999', { rating: 'fully' })).status).toBe(404);
    });

    test('ratings.history: every change, by whichever way it came, latest first', async () => {
      await call('PUT', '/api/ratings', { ratings: { 'S-041': 'partially' } });
      await call('PUT', '/api/profile', { profile: { name: 'Whole', ratings: { 'S-041': { rating: 'partially' } } } });
      await call('PUT', '/api/profile', { profile: { name: 'Whole', ratings: {} } });
      const { changes } = (await (await call('GET', '/api/ratings/S-041/history')).json()) as {
        changes: { version: number; action: string; before: Rating; after: Rating }[];
      };
      expect(
        changes.map(({ version, action, before, after }) => [version, action, before.rating, after.rating]),
      ).toEqual([
        [8, 'profile.save', 'partially', 'unknown'],
        [7, 'ratings.save', 'fully', 'partially'],
        [6, 'ratings.rate', 'unknown', 'fully'],
        [5, 'ratings.rate', 'unknown', 'unknown'],
        [4, 'ratings.rate', 'largely', 'unknown'],
        [3, 'ratings.rate', 'largely', 'largely'],
        [2, 'ratings.rate', 'partially', 'largely'],
        [1, 'ratings.rate', 'unknown', 'partially'],
      ]);
    });

    test('ratings.history: cannot be rewritten', async () => {
      await expect(
        store.change({ action: 'x', object: 'x', detail: {} }, (db) =>
          db.deleteFrom('rating_change').where('version', '=', 1).execute(),
        ),
      ).rejects.toThrow('permission denied');
    });

    test('evidence: a file comes back as it was, as a download that can run nothing', async () => {
      const added = (await (
        await call('POST', '/api/ratings/S-071/evidence', {
          file: upload('Πολιτική 3.pdf', pdf),
          what: 'Restore protocol',
          dated: '2026-05-12',
          expires: '2027-05-12',
          owner: 'Security officer',
        })
      ).json()) as Rating;
      expect(added).toMatchObject({
        rating: 'unknown',
        version: 1,
        evidence: [
          {
            what: 'Restore protocol',
            dated: '2026-05-12',
            expires: '2027-05-12',
            owner: 'Security officer',
            stored: { name: 'Πολιτική 3.pdf', mediaType: 'application/pdf', size: pdf.length },
          },
        ],
      });
      const answered = await call('GET', `/api/evidence/${added.evidence[0]?.file}`);
      expect(Buffer.from(await answered.arrayBuffer()).equals(pdf)).toBe(true);
      expect(answered.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[^"]+\.pdf"; filename\*=UTF-8''%CE/u,
      );
      expect(answered.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*; sandbox$/u);
      expect(answered.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answered.headers.get('content-type')).toBe('application/pdf');
    });

    test('evidence: the same file twice is there once, and a whole profile does not drop it', async () => {
      const again = { file: upload('copy.pdf', pdf), what: 'Copy' };
      const twice = (await (await call('POST', '/api/ratings/S-071/evidence', again)).json()) as Rating;
      expect(twice).toMatchObject({ version: 1 });
      const { profile } = (await (await call('GET', '/api/profile')).json()) as { profile: object };
      expect((await call('PUT', '/api/profile', { profile })).status).toBe(200);
      await call('PUT', '/api/profile', { profile: { name: 'Whole', ratings: { 'S-071': 'fully' } } });
      expect(await rate('S-071', {})).toMatchObject({
        rating: 'fully',
        evidence: [{ what: 'Restore protocol', stored: { size: pdf.length } }],
      });
    });

    test('evidence: ten megabytes pass, more and what is no evidence is refused with the reason', async () => {
      const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9_999_980, 32), Buffer.from('\n%%EOF\n')]);
      expect((await call('POST', '/api/ratings/S-081/evidence', { file: upload('large.pdf', large) })).status).toBe(
        200,
      );
      const { evidence } = await rate('S-081', {});
      const back = await call('GET', `/api/evidence/${evidence[0]?.file}`);
      expect(Buffer.from(await back.arrayBuffer()).equals(large)).toBe(true);
      const tooLarge = Buffer.concat([large, Buffer.alloc(200, 32)]);
      const [status, error] = await refusedWith(
        await call('POST', '/api/ratings/S-081/evidence', { file: upload('large.pdf', tooLarge) }),
      );
      expect([status, error.kind]).toEqual([413, 'too_large']);
      const page = upload('page.pdf', Buffer.from('<html><script>alert(1)</script>'));
      const refused = await refusedWith(await call('POST', '/api/ratings/S-081/evidence', { file: page }));
      expect([refused[0], refused[1].details[0]?.path]).toEqual([415, 'markup']);
    });

    test('evidence: taken out, a file is deleted; what is not there is said so', async () => {
      const { evidence } = await rate('S-071', {});
      const [file] = evidence;
      const rest = (await (await call('DELETE', `/api/ratings/S-071/evidence/${file?.key}`)).json()) as Rating;
      expect(rest.evidence).toEqual([]);
      expect((await call('GET', `/api/evidence/${file?.file}`)).status).toBe(404);
      expect((await call('DELETE', `/api/ratings/S-071/evidence/${file?.key}`)).status).toBe(404);
    });

    test('evidence: commands add a file with a rating, fetch it and take it out', async () => {
      const path = join(folder, 'policy.csv');
      writeFileSync(path, 'who;second factor\nanna;yes\n');
      const rated = await command(['ratings', 'rate', 'S-031', 'fully', '--evidence', path, '--json'], store);
      expect([rated.stderr, rated.code]).toEqual(['', 0]);
      const { evidence, rating } = JSON.parse(rated.stdout) as Rating;
      expect([rating, evidence[0]?.what]).toEqual(['fully', 'policy']);
      const fetched = await command(['evidence', 'fetch', String(evidence[0]?.file), '--out', 'out.csv'], store);
      expect(Buffer.from(fetched.files.get('out.csv') ?? []).toString()).toContain('anna;yes');
      const shown = await command(['ratings', 'history', 'S-031'], store);
      expect(shown.stdout).toContain('rating: Unknown → Fully');
      const removed = await command(['evidence', 'remove', 'S-031', String(evidence[0]?.key)], store);
      expect([removed.code, removed.stdout.includes('policy')]).toEqual([0, false]);
    });

    test('assessment.show: every safeguard once, with its rating, also before there is a profile', async () => {
      const seen = (await (await call('GET', '/api/assessment')).json()) as {
        hasProfile: boolean;
        domains: { groups: { rows: { id: string; rating: string; rank: number | null }[] }[] }[];
        outside: { id: string }[];
      };
      const rows = seen.domains.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
      const shown = [...rows, ...seen.outside].map(({ id }) => id);
      expect(seen.domains).toHaveLength(4);
      expect(shown.toSorted()).toEqual(library.content.safeguards.map(({ id }) => id as string).toSorted());
      expect(seen.outside.map(({ id }) => id)).toContain('S-148');
      expect(rows.find(({ id }) => id === 'S-031')).toMatchObject({ rating: 'fully', rank: null });
      const strange = apiOn(storeOf(database, 'other', () => new Date('2026-11-25'), other));
      expect(await (await strange('GET', '/api/assessment')).json()).toMatchObject({ hasProfile: false });
    });

    test('assessment: readers read, and another organisation reaches neither ratings, history nor files', async () => {
      const added = await rate('S-061', { rating: 'fully', attach: upload('proof.pdf', pdf) });
      const file = `/api/evidence/${added.evidence[0]?.file}`;
      const reader = apiOn(store, 'reader');
      expect((await reader('GET', file)).status).toBe(200);
      expect((await reader('PATCH', '/api/ratings/S-061', { rating: 'largely' })).status).toBe(403);
      expect((await reader('POST', '/api/ratings/S-061/evidence', { what: 'x' })).status).toBe(403);
      await database.inInstallation((db) =>
        db
          .insertInto('organisation')
          .values({ id: other, name: 'Other', country: null, kind: null, created_at: new Date('2026-11-25') })
          .execute(),
      );
      const strange = apiOn(storeOf(database, 'other', () => new Date('2026-11-25'), other));
      expect((await strange('GET', file)).status).toBe(404);
      expect(await (await strange('GET', '/api/ratings/S-061/history')).json()).toEqual({ id: 'S-061', changes: [] });
    });

    test('assessment: the audit trail says which parts changed, and nothing of what they say', async () => {
      const acts = await store.read((db) =>
        db
          .selectFrom('audit_entry')
          .select(['action', 'object', 'detail'])
          .where('action', 'in', ['ratings.rate', 'evidence.add'])
          .orderBy('id')
          .execute(),
      );
      expect(acts[0]).toEqual({
        action: 'ratings.rate',
        object: 'safeguard/S-041',
        detail: { fields: ['rating', 'owner', 'due', 'note'], rating: 'partially' },
      });
      expect(JSON.stringify(acts)).not.toContain('IT operations');
    });
  });
});
