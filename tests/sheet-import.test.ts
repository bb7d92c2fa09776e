/** Ratings out as a sheet and in again: suggestions first, stored only when accepted, nothing overwritten. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeOf } from '../src/data.ts';
import type { ImportView } from '../src/features/profile/import-view.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { OrgId } from '../src/platform/db/tables.ts';
import { forEachEngine } from './db/engines.ts';
import { hostileTexts } from './documents/hostile-texts.ts';
import { openOrThrow } from './support/database.ts';
import { library } from './support/examples.ts';
import { apiOn, command } from './support/surfaces.ts';

const instant = new Date('2026-11-25T09:00:00Z');

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const csv = (text: string, name = 'ratings.csv') => ({ name, content: base64(text) });

forEachEngine((engine) => {
  describe('sheet import', () => {
    let database: Database;
    let store: Store;
    let call: ReturnType<typeof apiOn>;
    let organisations = 0;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
    });
    beforeEach(async () => {
      // An organisation of its own is quicker than a database of its own.
      organisations += 1;
      const id = `00000000-0000-4000-8000-${String(organisations).padStart(12, '0')}` as OrgId;
      await database.inInstallation((db) =>
        db
          .insertInto('organisation')
          .values({ id, name: 'Ours', country: null, kind: null, created_at: instant })
          .execute(),
      );
      store = storeOf(database, 'test', () => instant, id);
      call = apiOn(store);
    });
    afterAll(async () => database.close());

    const imported = async (body: object): Promise<{ status: number; view: ImportView; message: string }> => {
      const answered = await call('POST', '/api/ratings/import', body);
      const view = (await answered.json()) as ImportView & { error?: { message: string } };
      return { status: answered.status, view, message: view.error?.message ?? '' };
    };
    const listed = async (): Promise<readonly Record<string, unknown>[]> =>
      ((await (await call('GET', '/api/ratings')).json()) as { ratings: Record<string, unknown>[] }).ratings;
    const sheet = async (format: string): Promise<{ name: string; content: string }> => {
      const answered = await call('POST', '/api/ratings/sheet', { format });
      expect(answered.status).toBe(200);
      return { name: `ratings.${format}`, content: Buffer.from(await answered.arrayBuffer()).toString('base64') };
    };

    test.each(['xlsx', 'csv'])('%s: out and in again suggests nothing, whatever the texts are', async (format) => {
      const notes = hostileTexts.map(({ kept }) => kept.trim()).filter((text) => text !== '');
      const ids = ['S-001', 'S-002', 'S-005', 'S-008', 'S-015', 'S-021', 'S-031', 'S-041', 'S-043', 'S-048'];
      for (const [index, id] of ids.entries()) {
        const evidence = [{ what: notes[index + 10] ?? 'Report', dated: '2026-10-01' }, { what: notes[index] }];
        await call('PATCH', `/api/ratings/${id}`, { rating: 'partially', note: notes[index], evidence });
        await call('PATCH', `/api/ratings/${id}`, { owner: notes[index + 10] ?? 'IT', due: '2027-05-31' });
      }
      await call('PATCH', '/api/ratings/S-071', { rating: 'not_applicable', reason: '=no backup' });
      await call('PATCH', '/api/ratings/S-052', { owner: 'Nobody has judged it yet' });
      const before = await listed();
      expect(before).toHaveLength(12);
      const { status, view } = await imported({ file: await sheet(format), accept: 'all' });
      expect([status, view]).toEqual([
        200,
        {
          file: `ratings.${format}`,
          changes: [],
          problems: [],
          unchanged: library.content.safeguards.length,
          ignored: [],
          stored: 0,
        },
      ]);
      expect(await listed()).toEqual(before);
    });

    test('a template comes before the first answer, and filling it in rates', async () => {
      const { content } = await sheet('csv');
      const filled = Buffer.from(content, 'base64')
        .toString()
        .replace(/^(S-041;.*?);Unknown;/mu, '$1;L;');
      const { view } = await imported({ file: csv(filled), accept: 'all' });
      expect([view.stored, view.problems]).toEqual([1, []]);
      expect(await listed()).toMatchObject([{ id: 'S-041', rating: 'largely', ratedOn: '2026-11-25' }]);
    });

    test('nothing is stored before it is accepted; then only what is, with its history', async () => {
      await call('PATCH', '/api/ratings/S-041', { rating: 'partially', owner: 'Head of IT' });
      const file = csv('Id,Rating,Owner\nS-041,Largely,Head of IT\nS-043,P,Biomedical\n');
      const first = await imported({ file });
      expect(first.view).toMatchObject({
        stored: 0,
        changes: [
          { row: 2, id: 'S-041', version: 1, fields: [{ field: 'rating', before: 'Partially', after: 'Largely' }] },
          {
            row: 3,
            id: 'S-043',
            version: 0,
            fields: [
              { field: 'rating', before: 'Unknown', after: 'Partially' },
              { field: 'owner', before: null, after: 'Biomedical' },
            ],
          },
        ],
      });
      expect(await listed()).toHaveLength(1);
      const second = await imported({ file, accept: [{ id: 'S-041', version: 1 }] });
      expect([second.status, second.view.stored]).toEqual([200, 1]);
      expect(await listed()).toMatchObject([{ id: 'S-041', rating: 'largely', owner: 'Head of IT', version: 2 }]);
      const history = await (await call('GET', '/api/ratings/S-041/history')).json();
      expect(history).toMatchObject({ changes: [{ version: 2, action: 'ratings.import' }, { version: 1 }] });
      const acts = await store.read((db) => db.selectFrom('audit_entry').select(['action', 'detail']).execute());
      const entry = acts.find(({ action }) => action === 'ratings.import');
      expect(entry?.detail).toEqual({ fields: { 'S-041': ['rating'] } });
    });

    test('what someone changed in between is not overwritten', async () => {
      await call('PATCH', '/api/ratings/S-041', { rating: 'partially' });
      const file = csv('Id;Rating\nS-041;Fully\nS-043;Fully\n');
      const { view } = await imported({ file });
      await call('PATCH', '/api/ratings/S-041', { note: 'Just looked again' });
      const accept = view.changes.map(({ id, version }) => ({ id, version }));
      const { status, message } = await imported({ file, accept });
      expect([status, message]).toEqual([409, expect.stringContaining('S-041 changed since')]);
      expect(await listed()).toMatchObject([{ id: 'S-041', rating: 'partially', version: 2 }]);
    });

    test('a row that cannot be carried over says which, what stands there, what is allowed and the nearest', async () => {
      const lines = Array.from({ length: 12 }, () => ';').join('\n');
      const file = csv(`Id;Rating\n${lines}\nS-041;mostly\nS-043;Fully\n`);
      const { view } = await imported({ file });
      expect(view.problems).toEqual([
        {
          row: 14,
          id: 'S-041',
          value: 'mostly',
          allowed: ['Fully (F)', 'Largely (L)', 'Partially (P)', 'Not implemented (N)', 'Not applicable', 'Unknown'],
          nearest: 'Largely (L)',
          message:
            'Row 14 of “ratings.csv” says “mostly”. Allowed: Fully (F), Largely (L), Partially (P), Not implemented (N), Not applicable, Unknown. The nearest is Largely (L).',
        },
      ]);
      const all = await imported({ file, accept: 'all' });
      expect([all.status, all.message]).toEqual([422, expect.stringContaining('Nothing was changed.')]);
      expect(await listed()).toEqual([]);
      const some = await imported({ file, accept: [{ id: 'S-043' }] });
      expect([some.status, some.view.stored]).toEqual([200, 1]);
      const none = await imported({ file, accept: [{ id: 'S-041' }] });
      expect([none.status, none.message]).toEqual([409, expect.stringContaining('S-041')]);
    });

    test.each([
      { name: 'no heads', file: csv('a;b\nc;d'), says: '“Id” and at least one of: Rating, Reason' },
      { name: 'nothing', file: csv(''), says: 'it is empty' },
      {
        name: 'another encoding',
        file: { name: 'r.csv', content: Buffer.from('Id;\xfc', 'latin1').toString('base64') },
        says: 'CSV UTF-8',
      },
      { name: 'half a workbook', file: csv('PK\u0003\u0004 and so on', 'r.xlsx'), says: 'no whole XLSX file' },
      { name: 'a name with folders', file: csv('', '../../etc/\u202Epasswd.csv'), says: '“passwd.csv”' },
    ])('refuses $name whole, with what to do', async ({ file, says }) => {
      const { status, message } = await imported({ file });
      expect([status, message]).toEqual([422, expect.stringContaining(says)]);
      expect(message).toContain('Nothing was changed.');
    });

    test('a reader may have the sheet, and may not hand one in', async () => {
      const reader = apiOn(store, 'reader');
      expect((await reader('POST', '/api/ratings/sheet', {})).status).toBe(200);
      expect((await reader('POST', '/api/ratings/import', { file: csv('Id;Rating\n') })).status).toBe(403);
    });

    test('on the command line: look first, then apply', async () => {
      const path = new URL('./documents/filled.csv', import.meta.url).pathname;
      const looked = await command(['ratings', 'import', path], store);
      expect([looked.code, looked.stdout]).toEqual([1, expect.stringContaining('Rating: Unknown → Largely')]);
      expect(looked.stdout).toContain('Row 4 of “filled.csv” says “mostly”');
      expect(looked.stdout).toContain('Nothing was changed. Mend the rows above');
      const refused = await command(['ratings', 'import', path, '--apply'], store);
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('filled.csv:4: Row 4')]);
      expect(await listed()).toEqual([]);
      const stored = await command(['ratings', 'import', path, '--accept', 'S-041'], store);
      expect(stored.stdout).toContain('One rating was changed.');
      expect(await listed()).toMatchObject([{ id: 'S-041', rating: 'largely', note: 'Laboratory suppliers follow' }]);
    });
  });
});
