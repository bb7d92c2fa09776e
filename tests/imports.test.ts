/** Guidance from files of others: previewed, loaded whole or not at all, shown, compared and taken away; on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CatalogueEntry } from '../src/core/guidance/bundle.ts';
import type { EditionTree, ImportDetail, ImportFacts, ImportPreview } from '../src/core/guidance/import-view.ts';
import { packWords } from '../src/core/library-search/packed-words.ts';
import { insertImport } from '../src/features/imports/store-queries.ts';
import { json } from '../src/platform/db/tables.ts';
import type { Database, OrgId, Writer } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import {
  frameworkFile,
  laterNodes,
  manyNodes,
  mappingFile,
  node,
  upload,
  wardNodes,
} from './support/guidance-files.ts';
import { installationOn, type Browser, type Installation } from './support/installation.ts';

const other = '00000000-0000-4000-8000-00000000000b' as OrgId;
const person = { email: 'ada@hospital.example', name: 'Ada Tester', password: 'a lamp above every bed' };
const tables = [
  'guidance_import',
  'framework_edition',
  'edition_requirement',
  'mapping_set',
  'published_relation',
  'imported_matrix',
  'catalogue_entry',
  'edition_wording',
] as const;

type Loaded = { readonly id: string; readonly state: 'loaded' | 'already'; readonly import: ImportPreview };
type Refusal = { readonly error: { readonly kind: string; readonly message: string; readonly details?: object[] } };

forEachEngine((engine) => {
  describe('imports', () => {
    let database: Database;
    let house: Installation;
    let owner: Browser;
    let organisation: OrgId;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      house = await installationOn(database, () => new Date('2026-11-25T09:00:00Z'));
      owner = house.browser();
      await owner.ask('POST', '/api/session/accept', { link: await house.firstLink(), ...person });
      organisation = (await house.door.organisations())[0]?.id as OrgId;
      await database.inInstallation((db) =>
        db
          .insertInto('organisation')
          .values({ id: other, name: 'other', country: null, kind: null, created_at: new Date() })
          .execute(),
      );
    });
    afterAll(async () => database.close());

    const rowsIn = (org: OrgId = organisation) =>
      database.inOrganisation(org, async (db) => {
        const count = async (table: (typeof tables)[number]) =>
          Number(
            (
              await db
                .selectFrom(table)
                .select((row) => row.fn.countAll().as('count'))
                .executeTakeFirstOrThrow()
            ).count,
          );
        return Object.fromEntries(
          await Promise.all(tables.map(async (table) => [table, await count(table)] as const)),
        ) as Readonly<Record<(typeof tables)[number], number>>;
      });
    const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> =>
      (await (await owner.ask(method, path, body)).json()) as Answer;
    const preview = (bytes: Buffer) => ask<ImportPreview>('POST', '/api/imports/preview', { file: upload(bytes) });
    const load = (bytes: Buffer, more: object = {}) =>
      ask<Loaded>('POST', '/api/imports', { file: upload(bytes), ...more });
    const audit = () =>
      database.inOrganisation(organisation, (db) =>
        db
          .selectFrom('audit_entry')
          .select(['action', 'detail'])
          .where('action', 'like', 'imports.%')
          .orderBy('id')
          .execute(),
      );
    const clear = (org: OrgId = organisation) =>
      database.inOrganisation(org, (db) => db.deleteFrom('guidance_import').execute());

    test('imports: a preview counts, finds and compares, and writes nothing', async () => {
      const seen = await preview(frameworkFile({ labels: ['night'] }));
      expect(seen).toMatchObject({
        title: 'Ward rules',
        licence: { text: 'CC BY 4.0', stance: 'may_pass_on' },
        counts: { frameworks: 1, requirements: 5, assessable: 3, losses: 1 },
        frameworks: [{ standing: 'new', against: null, languages: ['en', 'fr'] }],
        losses: [{ what: 'night' }],
        already: null,
        comparedWith: 'stored',
        isLoadable: true,
      });
      expect(Object.values(await rowsIn()).every((count) => count === 0)).toBe(true);
      expect(await audit()).toEqual([]);
    });

    test('imports: loading keeps bytes, source, licence and losses, with one audit entry', async () => {
      const bytes = frameworkFile({ labels: ['night'] });
      const { id, state } = await load(bytes, { source: 'https://nurses.example/ward' });
      expect(state).toBe('loaded');
      expect(await ask<ImportDetail>('GET', `/api/imports/${id}`)).toMatchObject({
        source: 'https://nurses.example/ward',
        by: { kind: 'person', name: 'Ada Tester' },
        file: { name: 'ward.yaml', size: bytes.length },
        licence: { text: 'CC BY 4.0' },
        parts: [{ kind: 'framework', standing: 'new', id: expect.any(String) }],
        losses: { total: 1, rows: [{ what: 'night' }] },
      });
      const original = await owner.ask('GET', `/api/imports/${id}/original`);
      expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
      expect(original.headers.get('content-disposition')).toContain('attachment');
      expect(await audit()).toMatchObject([{ action: 'imports.load', detail: { requirements: 5, losses: 1 } }]);
    });

    test('imports: the same bytes twice say so and change nothing', async () => {
      await clear();
      const first = await load(frameworkFile());
      const before = [await rowsIn(), await audit()];
      const again = await load(frameworkFile());
      expect([again.state, again.id]).toEqual(['already', first.id]);
      expect((await preview(frameworkFile())).already?.id).toBe(first.id);
      expect([await rowsIn(), await audit()]).toEqual(before);
    });

    test('imports: a new edition stands beside the old one, which stays as it was', async () => {
      await clear();
      await load(frameworkFile());
      const seen = await preview(frameworkFile({ version: 2, nodes: laterNodes }));
      expect(seen.frameworks[0]).toMatchObject({
        standing: 'another_edition',
        against: {
          edition: '1',
          difference: { counts: { added: 1, removed: 1, reworded: 1, renumbered: 1, moved: 0 } },
        },
      });
      expect(seen.frameworks[0]?.against?.difference.named).toContainEqual(
        expect.objectContaining({ kind: 'removed', name: '1.2 Printed lists' }),
      );
      await load(frameworkFile({ version: 2, nodes: laterNodes }));
      const { editions } = await ask<{ editions: { id: string; edition: string; requirements: number }[] }>(
        'GET',
        '/api/frameworks',
      );
      expect(editions.map(({ edition, requirements }) => [edition, requirements]).toSorted()).toEqual([
        ['1', 5],
        ['2', 5],
      ]);
      const idOf = (wanted: string) => editions.find(({ edition }) => edition === wanted)?.id ?? '';
      const old = await ask<EditionTree>('GET', `/api/frameworks/${idOf('1')}`);
      expect(old.tree.map(({ number }) => number)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
      expect(old.others).toMatchObject([{ edition: '2' }]);
      const compared = await ask<{ difference: Record<string, object[]> }>(
        'GET',
        `/api/framework-comparison?from=${idOf('1')}&to=${idOf('2')}`,
      );
      expect(compared.difference['reworded']).toMatchObject([
        { name: '1.1 Backups', fields: expect.arrayContaining([expect.objectContaining({ field: 'text' })]) },
      ]);
    });

    test('imports: words are shown in a language that the edition has', async () => {
      await clear();
      await load(frameworkFile());
      const { editions } = await ask<{ editions: { id: string }[] }>('GET', '/api/frameworks');
      const path = `/api/frameworks/${editions[0]?.id}`;
      const french = await ask<EditionTree>('GET', `${path}?words=fr`);
      expect(french.tree.map(({ title, language }) => [title, language])).toEqual([
        ['Before the night', 'en'],
        ['Sauvegardes', 'fr'],
        ['Printed lists', 'en'],
        ['In the night', 'en'],
        ['Who to call', 'en'],
      ]);
      expect((await owner.ask('GET', `${path}?words=de`)).status).toBe(400);
    });

    test('imports: other words under the number of a stored edition are refused, and nothing is stored', async () => {
      await clear();
      await load(frameworkFile());
      const before = await rowsIn();
      const changed = frameworkFile({ nodes: laterNodes });
      expect(await preview(changed)).toMatchObject({ isLoadable: false, frameworks: [{ standing: 'altered' }] });
      const refused = await owner.ask('POST', '/api/imports', { file: upload(changed) });
      expect([refused.status, ((await refused.json()) as Refusal).error]).toMatchObject([
        422,
        { kind: 'invalid_guidance', details: [{ message: expect.stringContaining('an edition never changes') }] },
      ]);
      expect(await rowsIn()).toEqual(before);
    });

    test('imports: what fails half-way leaves nothing', async () => {
      await clear();
      const requirement = { id: 'a', parent: null, position: 0, number: '1', title: 'x', text: null, note: null };
      const prepared = {
        row: importRow,
        editions: [
          {
            row: { urn: 'urn:x', edition: '1', title: 'x', language: 'en', digest, counts: json({}), facts: json({}) },
            requirements: json([{ ...requirement, is_assessable: true, rest: {} }]),
            words: [{ language: 'en', texts: 1, words: packWords(new Map([['x', [1]]])) }],
          },
        ],
        mappingSets: [],
        matrices: json([]),
        // The last statement breaks a rule of its table, after all the others.
        catalogue: json([{ position: 0, urn: 'urn:c', kind: 'nonsense', number: null, title: 'x', facts: {} }]),
      };
      const inserted = database.inOrganisation(organisation, (db) => insertImport(db, prepared));
      await expect(inserted).rejects.toMatchObject({ code: '23514' });
      const twice = frameworkFile({ nodes: [...wardNodes, node('1.1', 'Backups again')] });
      expect((await owner.ask('POST', '/api/imports', { file: upload(twice) })).status).toBe(422);
      expect(Object.values(await rowsIn()).every((count) => count === 0)).toBe(true);
    });

    test('imports: every kind of catalogue entry is stored', async () => {
      await clear();
      const kinds = ['threat', 'control', 'metric', 'component'] as const satisfies readonly CatalogueEntry['kind'][];
      const entries = kinds.map((kind, position) => ({
        position,
        urn: kind,
        kind,
        number: null,
        title: 'x',
        facts: {},
      }));
      const none = { editions: [], mappingSets: [], matrices: json([]) };
      await database.inOrganisation(organisation, (db) =>
        insertImport(db, { ...none, row: importRow, catalogue: json(entries) }),
      );
      expect((await rowsIn()).catalogue_entry).toBe(4);
    });

    test('imports: a mapping whose framework is absent is a finding, and goes once that has come', async () => {
      await clear();
      const bytes = mappingFile('urn:nobody:framework', [['1.1', 'urn:nobody:1']]);
      const first = await preview(bytes);
      expect(first.findings.map(({ code, severity }) => [code, severity])).toEqual([
        ['mapping_source_absent', 'warning'],
        ['mapping_target_absent', 'warning'],
      ]);
      expect((await load(bytes)).state).toBe('loaded');
      await load(frameworkFile());
      const { editions } = await ask<{ editions: { id: string }[] }>('GET', '/api/frameworks');
      const tree = await ask<EditionTree>('GET', `/api/frameworks/${editions[0]?.id}`);
      expect(tree.mappings).toMatchObject([{ title: 'Ward to other', relations: 1 }]);
      const later = await preview(
        mappingFile(
          'urn:theriac:framework:nis2',
          [
            ['1.1', '21(2)(c)'],
            ['9.9', '21'],
          ],
          2,
        ),
      );
      expect(later.findings).toMatchObject([{ code: 'relation_source_absent', severity: 'warning' }]);
      expect(later.mappingSets[0]?.standing).toBe('another_edition');
    });

    test('imports: one is taken away whole, unless another brought the same edition', async () => {
      await clear();
      const first = await load(frameworkFile());
      const second = await load(frameworkFile({ name: 'Ward rules', labels: ['again'] }));
      expect(second.import.frameworks[0]?.standing).toBe('same');
      const kept = await owner.ask('DELETE', `/api/imports/${first.id}`);
      expect([kept.status, ((await kept.json()) as Refusal).error.kind]).toEqual([409, 'conflict']);
      expect((await owner.ask('DELETE', `/api/imports/${second.id}`)).status).toBe(200);
      expect(await rowsIn()).toMatchObject({ guidance_import: 1, framework_edition: 1, edition_requirement: 5 });
      expect((await owner.ask('DELETE', `/api/imports/${first.id}`)).status).toBe(200);
      expect(Object.values(await rowsIn()).every((count) => count === 0)).toBe(true);
      expect((await owner.ask('DELETE', `/api/imports/${first.id}`)).status).toBe(404);
      expect((await audit()).at(-1)).toMatchObject({ action: 'imports.remove' });
    });

    test('imports: nobody may change what was imported, nor take an edition alone', async () => {
      await clear();
      await load(frameworkFile());
      const changes: readonly ((db: Writer) => Promise<unknown>)[] = [
        (db: Writer) => db.deleteFrom('framework_edition').execute(),
        (db: Writer) => db.deleteFrom('edition_requirement').execute(),
        (db: Writer) => db.deleteFrom('published_relation').execute(),
        (db: Writer) =>
          db
            .updateTable('framework_edition')
            .set({ title: 'x' } as never)
            .execute(),
        (db: Writer) =>
          db
            .updateTable('guidance_import')
            .set({ title: 'x' } as never)
            .execute(),
      ];
      for (const change of changes)
        await expect(database.inOrganisation(organisation, change)).rejects.toMatchObject({ code: '42501' });
    });

    test('imports: an organisation sees, loads and removes its own alone', async () => {
      await clear();
      const { id } = await load(frameworkFile());
      expect(Object.values(await rowsIn(other)).every((count) => count === 0)).toBe(true);
      const there = (method: string, path: string, body?: unknown) => house.local(method, path, body, other);
      for (const path of [`/api/imports/${id}`, `/api/imports/${id}/original`])
        expect((await there('GET', path)).status).toBe(404);
      expect((await there('DELETE', `/api/imports/${id}`)).status).toBe(404);
      expect(await (await there('POST', '/api/imports', { file: upload(frameworkFile()) })).json()).toMatchObject({
        state: 'loaded',
      });
      expect(await rowsIn(other)).toMatchObject({ guidance_import: 1, edition_requirement: 5 });
      await clear(other);
      expect(await rowsIn()).toMatchObject({ guidance_import: 1, edition_requirement: 5 });
    });

    test('imports: a reader reads, and neither previews, loads nor removes', async () => {
      const { link } = (await (await owner.ask('POST', '/api/people/invitations', { role: 'reader' })).json()) as {
        link: string;
      };
      const reader = house.browser();
      await reader.ask('POST', '/api/session/accept', { ...person, link, email: 'ben@hospital.example', name: 'Ben' });
      const { imports } = (await (await reader.ask('GET', '/api/imports')).json()) as { imports: ImportFacts[] };
      const body = { file: upload(frameworkFile({ version: 7 })) };
      expect((await reader.ask('POST', '/api/imports/preview', body)).status).toBe(403);
      expect((await reader.ask('POST', '/api/imports', body)).status).toBe(403);
      expect((await reader.ask('DELETE', `/api/imports/${imports[0]?.id}`)).status).toBe(403);
      expect((await house.browser().ask('GET', '/api/imports')).status).toBe(401);
    });

    const refused = [
      { why: 'no base64', content: '%%%', status: 400 },
      { why: 'no text', content: Buffer.from([0xff, 0xfe, 0, 1]).toString('base64'), status: 415 },
      { why: 'another format', content: Buffer.from('hello: world').toString('base64'), status: 415 },
    ];
    test.each(refused)('imports: $why is refused by what is wrong with it', async ({ content, status }) => {
      for (const path of ['/api/imports', '/api/imports/preview'])
        expect((await owner.ask('POST', path, { file: { name: 'x.yaml', content } })).status).toBe(status);
    });

    test('imports: thousands of rows go in and come out in their order', async () => {
      await clear();
      await load(frameworkFile({ nodes: manyNodes(1200) }));
      const pairs = Array.from({ length: 4500 }, (_, index) => [`${index % 30}.1`, `urn:other:${index}`] as const);
      await load(mappingFile('urn:other:framework', pairs));
      expect(await rowsIn()).toMatchObject({ edition_requirement: 1200, published_relation: 4500 });
      const { editions } = await ask<{ editions: { id: string }[] }>('GET', '/api/frameworks');
      const { tree } = await ask<EditionTree>('GET', `/api/frameworks/${editions[0]?.id}`);
      expect(tree.map(({ title }) => title)).toEqual(manyNodes(1200).map(({ name }) => name));
    });
  });
});

const digest = '0'.repeat(64);
/** An import that has nothing in it. */
const importRow = {
  at: new Date('2026-11-25T09:00:00Z'),
  actor: 'test',
  file_name: 'x',
  bytes: Buffer.from('x'),
  size: 1,
  digest,
  format: 'library',
  urn: null,
  about: json({}),
  title: 'x',
  publisher: null,
  packager: null,
  edition: null,
  language: 'en',
  licence: null,
  source: null,
  needs: json([]),
  counts: json({}),
  parts: json([]),
  findings: json([]),
  losses: json([]),
};
