/** Spreadsheets as frameworks and mappings: said what they are, seen before, loaded whole; on both engines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CrosswalkView } from '../src/core/crosswalk/view.ts';
import type { EditionTree, ImportDetail, ImportPreview } from '../src/core/guidance/import-view.ts';
import type { SheetView } from '../src/features/imports/sheet-action.ts';
import { noStore } from '../src/installation.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { frameworkFile, upload } from './support/guidance-files.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

const ward: Buffer = Buffer.from(
  'Nr;Titel;Text;Aisle\nW1;Backup;Backups are kept.;4\nW1.1;Offline;One copy is offline.;5\nW2;Doors;"=1+1";6\n;Nobody numbered this;;\n',
);
const relations = Buffer.from(
  'Source,Target,Relationship\nW1,PR.DS-11,subset\nW1.1,PR.DS-11,intersects\nW9,PR.DS-11,equal\nW2,XX,equal\n',
);
const keyed = Buffer.from('Catalogue: rules of 2026;;\nNr;Titel;Text\n1;Alarm;Ring.\n');
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
    const load = (sheet: object, bytes: Buffer = ward) =>
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
        findings: [{ code: 'empty_number', at: 'row 5, column A' }],
        losses: [{ what: expect.stringContaining('Aisle') }],
        isLoadable: true,
      });
      const { id, state } = await load(asFramework);
      expect(state).toBe('loaded');
      const detail = (await (await api('GET', `/api/imports/${id}`)).json()) as ImportDetail;
      expect(detail.sheet).toEqual({
        as: 'framework',
        page: null,
        from: null,
        to: null,
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
            { code: 'unknown_number', at: 'row 4, column A' },
            { code: 'unknown_number', at: 'row 5, column B' },
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

    test.each<{ name: string; sheet: object; bytes?: Buffer; says: string }>([
      { name: 'a column that is not there', sheet: { ...asFramework, columns: { number: ['Foo'] } }, says: '"Foo"' },
      { name: 'a letter beyond the sheet', sheet: { ...asFramework, columns: { number: ['Z'] } }, says: '"Z"' },
      {
        name: 'no column of numbers',
        sheet: { ...asFramework, columns: { number: [] } },
        says: 'number must be named',
      },
      { name: 'a page that is not there', sheet: { ...asFramework, page: 'Rules' }, says: 'has no sheet "Rules"' },
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
        bytes: Buffer.from([0x50, 0x4b, 3, 4, 0]),
        says: 'as a sheet',
      },
      {
        name: 'guidance that says itself what it is',
        sheet: asFramework,
        bytes: frameworkFile(),
        says: 'no spreadsheet',
      },
      {
        name: 'JSON with commas',
        sheet: { ...asFramework, columns: { number: ['A'] } },
        bytes: Buffer.from('[{"a":1,"b":2},\n{"a":1,"b":2}]'),
        says: 'no spreadsheet',
      },
      {
        name: 'a column named for two things',
        sheet: { ...asFramework, columns: { number: ['A'], title: ['Nr'] } },
        says: 'named twice',
      },
      {
        name: 'a role of a mapping in a framework',
        sheet: { ...asFramework, columns: { source: ['C'] } },
        says: 'No column of a framework is "source"',
      },
      { name: 'a framework between frameworks', sheet: { ...asFramework, from: 'nis2' }, says: 'Only a mapping' },
      { name: 'a title without a letter', sheet: { ...asFramework, title: '!!!' }, says: 'with --reference' },
      { name: 'an empty file', sheet: asFramework, bytes: Buffer.from(' \n'), says: 'as a sheet' },
    ])('refused with the remedy: $name', async ({ sheet, bytes = ward, says }) => {
      const { error } = await load(sheet, bytes);
      expect(error.message).toContain(says);
      expect(
        await database.inOrganisation(store.orgId, (db) => db.selectFrom('guidance_import').selectAll().execute()),
      ).toEqual([]);
    });

    test.each([
      { name: 'heads alone', bytes: Buffer.from('Nr;Titel\n') },
      { name: 'a template that nobody filled in', bytes: Buffer.from('Nr;Titel\n# The number;What it is called\n') },
    ])('a sheet in which no row can be read is an error: $name', async ({ bytes }) => {
      const { error } = await load(asFramework, bytes);
      expect(error).toMatchObject({ kind: 'invalid_guidance', details: [{ path: 'row 1' }] });
    });

    test('a look at what says itself what it is shows no columns', async () => {
      const { error } = await ask<Refused>('/api/imports/sheet', { file: upload(frameworkFile(), 'ward.csv') });
      expect([error.kind, error.message]).toEqual(['refused_file', expect.stringContaining('no spreadsheet')]);
    });

    test('heads that stand twice are told apart by letters, and the second is lost by name', async () => {
      const { import: seen } = await load(asFramework, Buffer.from('Nr;Title;Title\n1;Alarm;Rings\n'));
      expect(seen.losses).toMatchObject([{ code: 'column', what: 'Title (column C)' }]);
      const by = { number: ['A'], title: ['C'] };
      const other = await load(
        { ...asFramework, title: 'x', columns: by },
        Buffer.from('Nr;Title;Title\n1;Alarm;Rings\n'),
      );
      expect(other.import.losses).toMatchObject([{ what: 'Title (column B)' }]);
    });

    test('a number that stands twice is an error by its row, and nothing is stored', async () => {
      const twice = Buffer.from('Nr;Titel\n1;a\n1;b\n');
      const { error } = await load(asFramework, twice);
      expect(error).toMatchObject({ kind: 'invalid_guidance', details: [{ path: 'row 3, column A' }] });
    });

    test.each([
      { kind: 'framework', given: file, needed: '' },
      { kind: 'mapping', given: upload(relations, 'notes.txt'), needed: '' },
      { kind: 'framework', given: upload(keyed, 'keyed.csv'), needed: '' },
      { kind: 'framework', given: upload(Buffer.from('x;y\n,;,\n'), 'x.csv'), needed: 'but for number' },
    ])('a sheet of which nothing is said shows its columns, and what is needed: $given.name', async (one) => {
      for (const path of ['/api/imports', '/api/imports/preview']) {
        const answered = await api('POST', path, { file: one.given });
        const { error } = (await answered.json()) as Refused;
        expect([answered.status, error.kind]).toEqual([422, 'unsaid_sheet']);
        expect(error.message).toContain(`--as ${one.kind}`);
        expect(error.message).toContain(one.needed);
        expect(error.details?.length).toBeGreaterThan(1);
      }
    });

    test.each([
      { name: 'a text', given: upload(Buffer.from('Dear all,\nplease read.\n'), 'letter.txt') },
      { name: 'JSON', given: upload(Buffer.from('[{"a":1,"b":2},\n{"a":1,"b":2}]'), 'x.json') },
      { name: 'YAML', given: upload(Buffer.from('hello: world\nyou; too: x\n'), 'x.yaml') },
    ])('what is no sheet is not taken for one: $name', async ({ given }) => {
      const answered = await api('POST', '/api/imports/preview', { file: given });
      const { error } = (await answered.json()) as Refused;
      expect([answered.status, error.kind]).toEqual([415, 'refused_file']);
      expect(error.message).not.toContain('--as');
    });

    test('a template that was filled in becomes a framework', async () => {
      const template = await api('GET', '/api/guidance/templates/framework?format=csv');
      const rows = '1;;Alarm;Ring the bell.;;;;;\r\n1.1;1;Bell;It is loud.;;;;;\r\n';
      const filled = Buffer.from((await template.text()) + rows);
      const { import: seen } = await load({ as: 'framework', title: 'Alarm rules' }, filled);
      expect(seen).toMatchObject({ counts: { requirements: 2 }, findings: [] });
    });

    test.each([
      {
        kind: 'framework',
        said: { as: 'framework', title: 'Alarm rules' },
        rows: [
          ['1', '', 'Alarm', 'Ring the bell.'],
          ['1.1', '1', 'Bell', 'It is loud.'],
        ],
        brings: { requirements: 2 },
      },
      {
        kind: 'mapping',
        said: { ...asMapping, from: 'csf-2.0', to: 'nis2' },
        rows: [['PR.DS-11', '21(2)(c)', 'intersects']],
        brings: { relations: 1 },
      },
    ])('a template that was filled in as a workbook: $kind', async ({ kind, said, rows, brings }) => {
      const answered = await api('GET', `/api/guidance/templates/${kind}?format=xlsx`);
      const book = await readXlsx(new Uint8Array(await answered.arrayBuffer()));
      const sheets = book.sheets.map((sheet, index) => ({
        name: sheet.name,
        rows: index === 0 ? [...sheet.rows, ...rows] : sheet.rows,
      }));
      const bytes = Buffer.from(await writeXlsx({ sheets }));
      const { import: seen, state } = await load(said, bytes);
      expect([state, seen.findings]).toEqual(['loaded', []]);
      expect(seen.counts).toMatchObject(brings);
      if (kind === 'mapping') return;
      const { editions } = (await (await api('GET', '/api/frameworks')).json()) as { editions: { id: string }[] };
      const tree = await api('GET', `/api/frameworks/${editions[0]?.id}`);
      expect(((await tree.json()) as EditionTree).tree).toMatchObject([
        { number: '1', parent: null, title: 'Alarm', isAssessable: false },
        { number: '1.1', parent: '1', title: 'Bell', text: 'It is loud.' },
      ]);
    });

    test('a formula is never calculated: its stored value is read, and without one it is lost by its place', async () => {
      const cells = new Map([['1,1', { formula: 'WEBSERVICE("http://a.example")', type: 'formula' as const }]]);
      const rows = [
        ['No', 'Title'],
        ['1', ''],
      ];
      const { import: seen } = await load(
        asFramework,
        Buffer.from(await writeXlsx({ sheets: [{ name: 'R', rows, cells }] })),
      );
      expect(seen.losses).toEqual([
        { code: 'formula_without_value', at: 'sheet "R", row 2, column B', what: '=WEBSERVICE("http://a.example")' },
      ]);
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
                ['', 'Bell'],
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
      expect(seen).toMatchObject({ counts: { requirements: 2 }, losses: [{ code: 'sheet', what: 'About' }] });
      expect(seen.findings).toMatchObject([{ code: 'empty_number', at: 'sheet "Rules", row 3, column A' }]);
      // Which page was read is kept, whether it was named or guessed.
      const loadOds = (sheet: object) => ask<{ id: string; state: string }>('/api/imports', { file: ods, sheet });
      const { id } = await loadOds(asFramework);
      expect(await loadOds({ ...asFramework, page: 'Rules', reference: 'URN:sheet:ward-rules' })).toMatchObject({
        id,
        state: 'already',
      });
      const detail = (await (await api('GET', `/api/imports/${id}`)).json()) as ImportDetail;
      expect(detail.sheet).toMatchObject({ as: 'framework', page: 'Rules' });
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
      for (const [more, remedy] of [
        [[], '--as framework'],
        [['--title', 'x'], 'needs --as'],
        [['--as', 'framework'], 'add --title'],
      ] as const) {
        const bare = await command(['import', path, ...more], store);
        expect([bare.code, bare.stderr.includes(remedy)]).toEqual([2, true]);
      }
      const loaded = await command(['import', path, ...said], store);
      expect([loaded.code, loaded.stdout.includes('Loaded as')]).toEqual([0, true]);
      const id = /Loaded as (\S+)\./u.exec(loaded.stdout)?.[1] ?? '';
      expect((await command(['imports', 'show', id], store)).stdout).toContain('A: Nr = number');
      rmSync(folder, { recursive: true });
    });
  });
});
