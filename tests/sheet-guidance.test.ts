/** Spreadsheets as frameworks and mappings: said what they are, seen before, loaded whole; on both engines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CrosswalkView } from '../src/core/crosswalk/view.ts';
import type { ImportDetail, ImportPreview } from '../src/core/guidance/import-view.ts';
import type { SheetView } from '../src/features/imports/sheet-action.ts';
import { noStore } from '../src/installation.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { upload } from './support/guidance-files.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

const ward: Buffer<ArrayBuffer> = Buffer.from(
  'Nr;Titel;Text;Aisle\nW1;Backup;Backups are kept.;4\nW1.1;Offline;One copy is offline.;5\nW2;Doors;"=1+1";6\n;Nobody numbered this;;\n',
);
const relations = Buffer.from(
  'Source,Target,Relationship\nW1,PR.DS-11,subset\nW1.1,PR.DS-11,intersects\nW9,PR.DS-11,equal\nW2,XX,equal\n',
);
const asFramework = { as: 'framework', title: 'Ward rules', publisher: 'Board of nurses' } as const;
const asMapping = { as: 'mapping', title: 'Ward to CSF', from: 'ward-rules', to: 'csf-2.0' } as const;

type Refused = { readonly error: { readonly kind: string; readonly message: string; readonly details?: object[] } };

forEachEngine((engine) => {
  describe('sheets of guidance', () => {
    let database: Database;
    let store: Store;
    let api: ReturnType<typeof apiOn>;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
      api = apiOn(store);
    });
    afterAll(async () => database.close());
    beforeEach(async () => {
      await database.inOrganisation(store.orgId, (db) => db.deleteFrom('guidance_import').execute());
    });

    const ask = async <Answer>(path: string, body: object): Promise<Answer> =>
      (await (await api('POST', path, body)).json()) as Answer;
    const file = upload(ward, 'ward.csv');
    const load = (sheet: object, bytes = ward) =>
      ask<{ id: string; state: string; import: ImportPreview } & Refused>('/api/imports', {
        file: upload(bytes, 'ward.csv'),
        sheet,
      });

    test('a look says what the columns seem to be, and which kind fits', async () => {
      const seen = await ask<SheetView>('/api/imports/sheet', { file });
      expect(seen).toMatchObject({ as: 'framework', page: null, headRow: 1, missing: [] });
      expect(seen.columns.map(({ letter, role }) => [letter, role])).toEqual([
        ['A', 'number'],
        ['B', 'title'],
        ['C', 'text'],
        ['D', null],
      ]);
      expect(await ask<SheetView>('/api/imports/sheet', { file: upload(relations, 'm.csv') })).toMatchObject({
        as: 'mapping',
        missing: [],
      });
      expect(await ask<SheetView>('/api/imports/sheet', { file, as: 'mapping' })).toMatchObject({
        as: 'mapping',
        missing: expect.arrayContaining(['relation']),
      });
    });

    test('a framework is seen before it is loaded, and says how it was read', async () => {
      const seen = await ask<ImportPreview>('/api/imports/preview', { file, sheet: asFramework });
      expect(seen).toMatchObject({
        format: 'sheet',
        title: 'Ward rules',
        publisher: 'Board of nurses',
        counts: { frameworks: 1, requirements: 4 },
        frameworks: [{ urn: 'urn:sheet:ward-rules', edition: '1', standing: 'new' }],
        findings: [{ code: 'empty_number', at: 'row 5' }],
        losses: [{ what: expect.stringContaining('Aisle') }],
        isLoadable: true,
      });
      const { id, state } = await load(asFramework);
      expect(state).toBe('loaded');
      const detail = (await (await api('GET', `/api/imports/${id}`)).json()) as ImportDetail;
      expect(detail.sheet).toEqual({
        as: 'framework',
        page: null,
        columns: [
          { letter: 'A', head: 'Nr', role: 'number' },
          { letter: 'B', head: 'Titel', role: 'title' },
          { letter: 'C', head: 'Text', role: 'text' },
        ],
      });
      const original = await api('GET', `/api/imports/${id}/original`);
      expect(Buffer.from(await original.arrayBuffer())).toEqual(ward);
    });

    test('the same bytes read in the same way are there already; read otherwise, they are another import', async () => {
      const first = await load(asFramework);
      expect(await load(asFramework)).toMatchObject({ id: first.id, state: 'already' });
      // The columns that were guessed, named one by one, are the same reading.
      const named = { number: ['A'], title: ['B'], text: ['C'] };
      expect(await load({ ...asFramework, columns: named })).toMatchObject({ id: first.id, state: 'already' });
      const other = await load({ ...asFramework, edition: '2', columns: { ...named, note: ['D'] } });
      expect(other).toMatchObject({ state: 'loaded', import: { frameworks: [{ against: { edition: '1' } }] } });
      const changed = await load({ ...asFramework, columns: { ...named, note: ['D'] } });
      expect(changed.error).toMatchObject({
        kind: 'invalid_guidance',
        details: [{ message: expect.stringContaining('an edition never changes') }],
      });
    });

    test('a mapping finds the numbers of both frameworks, and stands in the crosswalk', async () => {
      await load(asFramework);
      const seen = await load(asMapping, relations);
      expect(seen).toMatchObject({
        state: 'loaded',
        import: {
          counts: { mappingSets: 1, relations: 2 },
          findings: [
            { code: 'unknown_number', at: 'row 4' },
            { code: 'unknown_number', at: 'row 5' },
          ],
        },
      });
      const crosswalk = await api('GET', '/api/crosswalk?from=ward-rules&to=csf-2.0');
      const { rows } = (await crosswalk.json()) as CrosswalkView;
      expect(
        rows.flatMap(({ requirement, pairs }) =>
          pairs.flatMap(({ target, stated }) => stated.map((one) => [requirement.code, one.relation, target.code])),
        ),
      ).toEqual([
        ['W1', 'subset', 'PR.DS-11'],
        ['W1.1', 'intersects', 'PR.DS-11'],
      ]);
    });

    test('a framework that is not here is named by its URN, and its absence is a finding', async () => {
      const { import: seen } = await load({ ...asMapping, from: 'urn:nobody:rules' }, relations);
      expect(seen.mappingSets).toMatchObject([{ source: 'urn:nobody:rules', relations: 3 }]);
      expect(seen.findings.some(({ message }) => message.includes('urn:nobody:rules'))).toBe(true);
    });

    test.each<{ name: string; sheet: object; bytes?: Buffer<ArrayBuffer>; says: string }>([
      { name: 'a column that is not there', sheet: { ...asFramework, columns: { number: ['Foo'] } }, says: '"Foo"' },
      {
        name: 'no column of numbers',
        sheet: { ...asFramework, columns: { number: [] } },
        says: 'number must be named',
      },
      { name: 'a page that is not there', sheet: { ...asFramework, page: 'Rules' }, says: 'no page "Rules"' },
      {
        name: 'a mapping of one framework',
        sheet: { as: 'mapping', title: 'x', from: 'csf-2.0' },
        says: 'two frameworks',
      },
      {
        name: 'an unknown framework',
        sheet: { ...asMapping, from: 'ward-rule' },
        says: 'No framework is called "ward-rule"',
      },
      {
        name: 'bytes that are no sheet',
        sheet: asFramework,
        bytes: Buffer.of(0x50, 0x4b, 3, 4, 0),
        says: 'as a sheet',
      },
      { name: 'an empty file', sheet: asFramework, bytes: Buffer.from(' \n'), says: 'as a sheet' },
    ])('refused with the remedy: $name', async ({ sheet, bytes = ward, says }) => {
      const { error } = await load(sheet, bytes);
      expect(error.message).toContain(says);
      expect(
        await database.inOrganisation(store.orgId, (db) => db.selectFrom('guidance_import').selectAll().execute()),
      ).toEqual([]);
    });

    test('a number that stands twice is an error by its row, and nothing is stored', async () => {
      const twice = Buffer.from('Nr;Titel\n1;a\n1;b\n');
      const { error } = await load(asFramework, twice);
      expect(error).toMatchObject({ kind: 'invalid_guidance', details: [{ path: 'row 3' }] });
    });

    test('without a word on what it is, the refusal says how to say it, once', async () => {
      const { error } = await ask<Refused>('/api/imports', { file });
      expect(error.message).toContain('--as framework');
      expect(error.details).toEqual([{ path: 'file', message: 'unknown_format' }]);
    });

    test('a template that was filled in becomes a framework', async () => {
      const template = await api('GET', '/api/guidance/templates/framework?format=csv');
      const rows = '1;;Alarm;Ring the bell.;;;;;\r\n1.1;1;Bell;It is loud.;;;;;\r\n';
      const filled = Buffer.from((await template.text()) + rows);
      const { import: seen } = await load({ as: 'framework', title: 'Alarm rules' }, filled);
      expect(seen).toMatchObject({ counts: { requirements: 2 }, findings: [] });
    });

    test('a workbook with several pages: the page is chosen, the others are told as lost', async () => {
      const bytes = Buffer.from(
        await writeOds({
          sheets: [
            { name: 'About', rows: [['Made by'], ['us']] },
            {
              name: 'Rules',
              rows: [
                ['No', 'Title'],
                ['1', 'Alarm'],
              ],
            },
          ],
        }),
      );
      const ods = upload(bytes, 'rules.ods');
      expect(await ask<SheetView>('/api/imports/sheet', { file: ods })).toMatchObject({
        page: 'Rules',
        pages: ['About', 'Rules'],
      });
      const seen = await ask<ImportPreview>('/api/imports/preview', { file: ods, sheet: asFramework });
      expect(seen).toMatchObject({ counts: { requirements: 1 }, losses: [{ code: 'sheet', what: 'About' }] });
    });

    test('a command says the same, and a look or a dry run needs no data', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'theriac-sheet-'));
      const path = join(folder, 'ward.csv');
      writeFileSync(path, ward);
      const said = ['--as', 'framework', '--title', 'Ward rules', '--columns', 'number=A;title=B;text=C;note=D'];
      const look = await command(['imports', 'sheet', path], noStore);
      expect([look.code, look.stdout.includes('Read as a framework')]).toEqual([0, true]);
      const dry = await command(['import', path, ...said, '--dry-run'], noStore);
      expect([dry.code, dry.stdout.includes('4 requirements')]).toEqual([0, true]);
      const bare = await command(['import', path], store);
      expect([bare.code, bare.stderr.includes('--as framework')]).toEqual([2, true]);
      const loaded = await command(['import', path, ...said], store);
      expect([loaded.code, loaded.stdout.includes('Loaded as')]).toEqual([0, true]);
      rmSync(folder, { recursive: true });
    });
  });
});
