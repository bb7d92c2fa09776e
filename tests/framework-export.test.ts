/** Imported editions handed on: valid OSCAL and sheets that import again, without what a licence keeps back; on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditionFacts, EditionTree } from '../src/core/guidance/import-view.ts';
import { passedOn } from '../src/core/guidance/licence.ts';
import { passOn, withheldBy } from '../src/core/guidance/pass-on.ts';
import type { EditionRequirement, FrameworkEdition } from '../src/core/guidance/edition.ts';
import { readGuidanceSheet } from '../src/library/guidance/sheet.ts';
import { parseGuidance } from '../src/library/guidance/parse-guidance.ts';
import { makeOscal } from '../src/outputs/oscal/index.ts';
import { editionCatalog } from '../src/outputs/oscal/edition.ts';
import { readDocument } from '../src/oscal/read/read.ts';
import { shapeFindings, validate } from '../src/oscal/validate.ts';
import { writeDocument } from '../src/oscal/write.ts';
import type { Store } from '../src/platform/action.ts';
import type { Database } from '../src/platform/db/database.ts';
import { forEachEngine } from './db/engines.ts';
import { openOrThrow } from './support/database.ts';
import { day, exampleAnalysis, library } from './support/examples.ts';
import { frameworkFile, mappingFile, node, upload, wardNodes } from './support/guidance-files.ts';
import { apiOn, command, localStore } from './support/surfaces.ts';

/** Chapters, a heading that stands beside requirements, one without title or number, words that Markdown would read as marks. */
const nodes = [
  ...wardNodes,
  node('2.2', 'Doors', { assessable: false }),
  node('2.2.1', 'Locked *at* night', {
    description: 'Lock [both] doors at 20:00; {keys} with the nurse.\n\n- one\n- two',
  }),
  { ...node('2.3', ''), ref_id: undefined, name: undefined, description: 'Say it aloud.' },
];

const read = async (bytes: Uint8Array): Promise<FrameworkEdition> => {
  const bundle = await parseGuidance(Buffer.from(bytes));
  if (!bundle.ok) throw new Error(bundle.error.message);
  const [framework] = bundle.value.frameworks;
  if (framework === undefined) throw new Error(JSON.stringify(bundle.value.findings));
  return framework;
};
/** What two editions of the same framework must have in common. */
const asked = ({ requirements }: FrameworkEdition) =>
  requirements.map(({ id, parent, number, title, text, note, isAssessable }: EditionRequirement) => ({
    id,
    parent,
    number,
    title,
    text,
    note,
    isAssessable,
  }));
const catalogOf = (edition: FrameworkEdition, licence: string | null = 'CC BY 4.0') =>
  editionCatalog(edition, { on: day, licence, notice: 'Nothing was left out.' });

test.each([
  ['may_pass_on', 'nothing'],
  ['titles_only', 'texts'],
  ['not_stated', 'titles_and_texts'],
  ['no_derivatives', 'everything'],
] as const)('withheldBy: a licence read as %s keeps back %s', (stance, withheld) => {
  expect(withheldBy(stance)).toBe(withheld);
  expect(Object.keys(passedOn)).toContain(stance);
});

test('passOn: no word that is kept back is left anywhere in the edition', async () => {
  const edition = await read(frameworkFile({ nodes }));
  const words = ['copies', 'Both sides', 'trois copies', 'Say it aloud'];
  for (const [stance, titles] of [
    ['titles_only', true],
    ['not_stated', false],
  ] as const) {
    const passed = passOn(edition, stance);
    const text = JSON.stringify(passed.ok ? passed.value.requirements : null);
    expect(words.filter((word) => text.includes(word))).toEqual([]);
    expect(text.includes('Printed lists')).toBe(titles);
    expect(text).toContain('"number":"1.2"');
  }
  expect(passOn(edition, 'may_pass_on')).toEqual({ ok: true, value: edition });
  expect(passOn(edition, 'no_derivatives')).toEqual({ ok: false, error: 'everything' });
});

test.each(['json', 'yaml'] as const)(
  'editionCatalog: in %s it is valid, and imports as the same requirements',
  async (form) => {
    const edition = await read(frameworkFile({ nodes }));
    const root = catalogOf(edition);
    for (const version of ['1.1.3', '1.2.2'] as const) expect(shapeFindings('catalog', root, version)).toEqual([]);
    expect(validate({ model: 'catalog', root, form: 'json', version: '1.1.3' }).findings).toEqual([]);
    const back = await read(Buffer.from(writeDocument('catalog', root, form)));
    expect(asked(back)).toEqual(asked(edition));
    expect([back.urn, back.edition, back.title, back.publisher, back.language]).toEqual([
      edition.urn,
      edition.edition,
      edition.title,
      edition.publisher,
      edition.language,
    ]);
  },
);

test('editionCatalog: in XML the tree, numbers and titles are the same', async () => {
  const edition = await read(frameworkFile());
  const text = writeDocument('catalog', catalogOf(edition), 'xml');
  const document = readDocument(Buffer.from(text));
  expect(document.ok && validate(document.value).findings).toEqual([]);
  expect(asked(await read(Buffer.from(text)))).toEqual(asked(edition));
});

test('oscal export: a mapping of ours to ISO/IEC 27001 holds numbers, and no title of the standard', () => {
  const iso = library.content.frameworks.find(({ id }) => id === 'iso27001-2022');
  const made = makeOscal(
    'mapping',
    { content: library.content, organisation: exampleAnalysis('hospital-greece'), on: day, edition: '0', digest: 'd' },
    'iso27001-2022',
  );
  if (iso === undefined || !made.ok) throw new Error('No mapping to ISO/IEC 27001');
  const text = JSON.stringify(made.value.root);
  expect(text).toContain('A.5.23');
  // Titles of one or two words are words of the language, and stand in our own reasons.
  const titles = iso.requirements.map(({ title }) => title).filter((title) => title.split(' ').length > 3);
  expect(titles.length).toBeGreaterThan(20);
  expect(titles.filter((title) => text.includes(title))).toEqual([]);
  // The catalog has titles, which may be cited, and nothing else: no part of it is a text.
  const catalog = makeOscal(
    'framework',
    { content: library.content, organisation: exampleAnalysis('hospital-greece'), on: day, edition: '0', digest: 'd' },
    'iso27001-2022',
  );
  expect(catalog.ok && JSON.stringify(catalog.value.root)).not.toContain('"prose"');
});

forEachEngine((engine) => {
  describe('frameworks.export', () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      database = await openOrThrow(await engine.fresh());
      store = await localStore(database);
    });
    afterAll(async () => database.close());

    const loaded = async (name: string, copyright: string): Promise<string> => {
      const bytes = Buffer.from(
        frameworkFile({ name, copyright, nodes })
          .toString('utf8')
          .replaceAll('urn:ward:risk:framework:ward', `urn:ward:risk:framework:${name}`),
      );
      const answered = await apiOn(store)('POST', '/api/imports', { file: upload(bytes) });
      expect(answered.status).toBe(200);
      const { editions } = (await (await apiOn(store)('GET', '/api/frameworks')).json()) as {
        editions: EditionFacts[];
      };
      return editions.find((one) => one.title === name)?.id ?? '';
    };
    const exported = async (id: string, format: string) =>
      apiOn(store)('GET', `/api/frameworks/${id}/export?format=${format}`);

    test('frameworks.export: a free licence lets all of it go, in every form, and the same again comes in', async () => {
      const id = await loaded('open', 'CC BY 4.0');
      for (const format of ['oscal-json', 'oscal-yaml', 'oscal-xml']) {
        const answered = await exported(id, format);
        const bytes = Buffer.from(await answered.arrayBuffer());
        const preview = await apiOn(store)('POST', '/api/imports/preview', { file: upload(bytes, 'open') });
        const view = (await preview.json()) as { counts: { requirements: number }; licence: { stance: string } };
        expect([format, view.counts.requirements, view.licence.stance]).toEqual([format, nodes.length, 'may_pass_on']);
      }
    });

    test.each(['csv', 'xlsx'])(
      'frameworks.export: a sheet as %s is one that can be handed in again',
      async (format) => {
        const id = await loaded(`sheet-${format}`, 'CC BY 4.0');
        const bytes = new Uint8Array(await (await exported(id, format)).arrayBuffer());
        const identity = { urn: 'urn:x', edition: '1', title: 'Ward', language: 'en' };
        const back = await readGuidanceSheet(bytes, { purpose: 'framework', identity });
        const bundle = back.ok && back.value.kind === 'bundle' ? back.value.bundle : null;
        // What has no number goes by its id there.
        const edition = await read(frameworkFile({ nodes }));
        const ids = new Map(edition.requirements.map((one) => [one.id, one.number ?? one.id]));
        expect(
          bundle?.frameworks[0]?.requirements.map(({ number, title, text, note, isAssessable, parent }) => [
            number,
            title,
            text,
            note,
            isAssessable,
            parent,
          ]),
        ).toEqual(
          edition.requirements.map(({ number, id: own, title, text, note, isAssessable, parent }) => [
            number ?? own,
            title,
            text,
            note,
            isAssessable,
            parent === null ? null : ids.get(parent),
          ]),
        );
      },
    );

    test.each([
      ['iso', '© ISO/IEC 2022', 'The texts are left out', true],
      ['unknown', 'Ask the board', 'Titles and texts are left out', false],
    ])('frameworks.export: %s is stripped, and file and command say so', async (name, copyright, said, hasTitles) => {
      const id = await loaded(name, copyright);
      for (const format of ['oscal-json', 'oscal-xml', 'csv'] as const) {
        const text = await (await exported(id, format)).text();
        expect(text).toContain(said);
        expect(text).not.toContain('copies of the');
        expect(text).not.toContain('Both sides');
        expect(text.includes('Printed lists')).toBe(hasTitles);
        expect(text).toContain('1.2');
      }
      const ran = await command(['frameworks', 'export', id, '--format', 'oscal-yaml', '--out', 'out.yaml'], store);
      expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining(said)]);
      const back = await read([...ran.files.values()][0] ?? new Uint8Array());
      expect(back.requirements.map(({ number }) => number)).toEqual([...nodes].map((one) => one['ref_id'] ?? null));
      if (!hasTitles) expect(back.requirements.every(({ title }) => title === null)).toBe(true);
    });

    test('frameworks.export: what may only go unchanged is refused, with the way that is open', async () => {
      const id = await loaded('unchanged', 'CC BY-ND 4.0');
      const answered = await exported(id, 'oscal-json');
      expect([answered.status, await answered.text()]).toEqual([
        451,
        expect.stringContaining('theriac imports original'),
      ]);
      expect((await command(['frameworks', 'export', id, '--out', 'x.json'], store)).code).toBe(1);
      expect((await exported('0b1c3c9e-0000-4000-8000-000000000009', 'csv')).status).toBe(404);
      expect((await exported(id, 'pdf')).status).toBe(400);
    });

    test('mappings.export: relations go where their licence lets them, as a sheet that can be handed in again', async () => {
      const mapped = async (copyright: string, version: number) => {
        const bytes = mappingFile('urn:ward:risk:framework:home', [['1.1', 'urn:home:a']], version).toString('utf8');
        const file = upload(Buffer.from(bytes.replace('CC BY 4.0', copyright)), 'map.yaml');
        expect((await apiOn(store)('POST', '/api/imports', { file })).status).toBe(200);
      };
      const bytes = frameworkFile({ nodes });
      await apiOn(store)('POST', '/api/imports', { file: upload(bytes) });
      await mapped('CC BY 4.0', 1);
      await mapped('CC BY-ND 4.0', 2);
      const { editions } = (await (await apiOn(store)('GET', '/api/frameworks')).json()) as {
        editions: EditionFacts[];
      };
      const ward = editions.find(({ urn }) => urn === 'urn:ward:risk:framework:ward')?.id ?? '';
      const { mappings } = (await (await apiOn(store)('GET', `/api/frameworks/${ward}`)).json()) as EditionTree;
      expect(mappings.map(({ edition, mayPassOn }) => [edition, mayPassOn])).toEqual([
        ['1', true],
        ['2', false],
      ]);
      const [open, closed] = mappings;
      const ran = await command(['mappings', 'export', open?.id ?? '', '--format', 'csv', '--out', 'map.csv'], store);
      expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('Its licence lets all of it be passed on')]);
      const identity = { urn: 'urn:m', edition: '1', title: 'M', source: 's', target: 't', language: 'en' };
      const back = await readGuidanceSheet([...ran.files.values()][0] ?? new Uint8Array(), {
        purpose: 'mapping',
        identity,
      });
      const set = back.ok && back.value.kind === 'bundle' ? back.value.bundle.mappingSets[0] : undefined;
      expect(set?.relations).toMatchObject([{ source: '1.1', target: 'urn:home:a', relation: 'intersects' }]);
      const refused = await apiOn(store)('GET', `/api/mappings/${closed?.id ?? ''}/export`);
      expect([refused.status, await refused.text()]).toEqual([451, expect.stringContaining('Ask its author')]);
      expect((await apiOn(store)('GET', '/api/mappings/0b1c3c9e-0000-4000-8000-000000000009/export')).status).toBe(404);
    });
  });
});
