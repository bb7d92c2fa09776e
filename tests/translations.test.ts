/** Translations: what changes in English shows in every other language, and nothing that is missing breaks anything. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../src/core/analysis.ts';
import { sheetWords } from '../src/core/assessment/sheet-words.ts';
import { suggestChanges } from '../src/core/assessment/suggest-changes.ts';
import { search } from '../src/core/library-search/search.ts';
import { buildGuide } from '../src/core/report/build-guide.ts';
import { buildRegister } from '../src/core/report/register.ts';
import type { Report } from '../src/core/report/report.ts';
import { searchableIn } from '../src/library/library-search.ts';
import { checkLibrary, openLibrary } from '../src/library/library.ts';
import { readSheet } from '../src/library/sheet/read-sheet.ts';
import { isStale } from '../src/library/translation.ts';
import { readTranslation, textsOf } from '../src/library/translation-files.ts';
import { loadWords } from '../src/library/words.ts';
import { renderReport } from '../src/outputs/index.ts';
import { partOf } from './documents/package-parts.ts';
import { day, examplePath, exampleProfile, library } from './support/examples.ts';
import { command } from './support/surfaces.ts';

const root = join(import.meta.dirname, '..');
const others = library.languages.filter((language) => language !== 'en');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'theriac-content-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the content with some files changed. */
function changed(edits: Readonly<Record<string, (text: string) => string>>): string {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'content'), folder, { recursive: true });
  for (const [file, edit] of Object.entries(edits))
    writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

const staleIn = (content: string, language: string): readonly string[] =>
  textsOf(content, openLibrary(content).content, readTranslation(content, language))
    .filter(isStale)
    .map(({ key }) => key);

const stamp = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'tools/stamp-translations.ts'), ...args], {
    env: { ...process.env, THERIAC_CONTENT: folder },
    encoding: 'utf8',
  });

describe.each(others)('the language %s', (language) => {
  test('every message can be read, takes what the English takes, counts as the language counts, and holds no markup', async () => {
    const findings = (await checkLibrary(join(root, 'content'))).filter(({ rule }) => rule === 'translations-fit');
    expect(findings.map(({ file, path, message }) => `${file} ${path}: ${message}`)).toEqual([]);
  });

  test('counts add up', () => {
    const counts = library.translation(language);
    expect(counts).toMatchObject({ language });
    expect(counts?.translated).toBe((counts?.machine ?? 0) + (counts?.confirmed ?? 0));
    expect(counts?.texts).toBe((counts?.translated ?? 0) + (counts?.missing ?? 0));
  });
});

test('translation: English is the source and has no counts', () => {
  expect(library.translation('en')).toBeNull();
});

test('isStale: exactly the word whose English changed', () => {
  const before = staleIn(join(root, 'content'), 'el');
  const content = changed({
    'words/en/common.json': (text) => text.replace('"fully": "Fully"', '"fully": "Wholly"'),
  });
  expect(staleIn(content, 'el').filter((key) => !before.includes(key))).toEqual(['rating.fully']);
});

test('isStale: exactly the safeguard whose English changed, in what is translated', () => {
  const before = staleIn(join(root, 'content'), 'el');
  const content = changed({
    'safeguards/S-043.yaml': (text) => text.replace('The session is recorded.', 'The session is filmed.'),
    'safeguards/S-041.yaml': (text) => text.replace('measure:', '# a remark changes nothing\nmeasure:'),
  });
  expect(staleIn(content, 'el').filter((key) => !before.includes(key))).toEqual(['S-043']);
});

test('stamp: what is older stays older until it is named; who confirmed it is kept', () => {
  changed({ 'words/en/common.json': (text) => text.replace('"fully": "Fully"', '"fully": "Wholly"') });
  expect(stamp('el').status).toBe(0);
  expect(staleIn(folder, 'el')).toContain('rating.fully');
  expect(stamp('el', 'rating', 'S-043', '--confirmed-by', 'A. Papadopoulou', '--on', '2026-12-01').status).toBe(0);
  expect(staleIn(folder, 'el')).not.toContain('rating.fully');
  expect(stamp('el').status).toBe(0);
  const { marks, safeguards } = readTranslation(folder, 'el');
  expect(marks.get('rating.largely')?.confirmed).toEqual({ by: 'A. Papadopoulou', on: '2026-12-01' });
  expect(marks.get('force.binding_now')?.confirmed).toBeNull();
  expect(safeguards['S-043']).toMatchObject({ status: 'confirmed', confirmedBy: 'A. Papadopoulou' });
  expect(safeguards['S-041']).toMatchObject({ status: 'machine' });
  expect(openLibrary(folder).translation('el')?.confirmed).toBeGreaterThan(1);
});

test('stamp: no language, or a confirmation without a day, is refused', () => {
  changed({});
  expect(stamp('xx').status).toBe(2);
  expect(stamp('el', 'rating', '--confirmed-by', 'A. Papadopoulou').status).toBe(2);
});

test('translate: English stands for what is missing, and for what fills in something that is no longer given', () => {
  const content = changed({
    'words/en/common.json': (text) => text.replace('"fully": "Fully"', '"fully": "Fully of {all}"'),
    'words/el/common.json': (text) =>
      text.replace(/"fully": "[^"]*"/u, '"fully": "{gone}"').replace(/"largely": "[^"]*",/u, ''),
  });
  const { translate } = loadWords(content, 'el');
  expect(translate('rating.fully', { all: 3 })).toBe('Fully of 3');
  expect(translate('rating.largely')).toBe('Largely');
  expect(openLibrary(content).translation('el')?.missing).toBe((library.translation('el')?.missing ?? 0) + 1);
});

test('checkLibrary: names a translation that cannot be said', async () => {
  const content = changed({
    'words/el/common.json': (text) =>
      text.replace(/"fully": "[^"]*"/u, '"fully": "{gone, plural, other {#}} <b>x</b>"'),
  });
  const found = (await checkLibrary(content)).filter(({ path }) => path === 'rating.fully');
  expect(found.map(({ message }) => message)).toEqual([
    'Cannot fill in {gone}: the English has none',
    'Cannot count without the form "one", which this language has',
    'Cannot hold a tag: words are text',
  ]);
});

describe('a document in Greek', () => {
  const greek = library.inLanguage('el');
  const source = {
    role: 'ciso' as const,
    language: 'el',
    on: day,
    edition: '0.0.0',
    content: greek.content,
    organisation: analyse(exampleProfile('hospital-greece'), greek.content, day),
    say: greek.words('el').translate,
    translation: { language: 'el', texts: 9, translated: 9, machine: 9, confirmed: 0, stale: 2, missing: 0 },
    digests: { content: greek.digest, method: 'm'.repeat(64), profile: null },
  };
  const html = async (report: Report): Promise<string> =>
    new TextDecoder().decode(await renderReport(report, 'html', async () => new Uint8Array()));

  test('says its language, its translator and its age, and marks what is English', async () => {
    const text = await html(buildGuide(source));
    const wanted = [
      '<html lang="el">',
      'Μηχανική μετάφραση',
      '2 κείμενα είναι παλαιότερα',
      'Συντήρηση από προμηθευτές μόνο μέσω πύλης',
      '<h2 id="h-13" lang="en">',
      '<span lang="en">',
      '25 Νοεμβρίου 2026',
      'Ελλάδα',
    ];
    expect(wanted.filter((piece) => !text.includes(piece))).toEqual([]);
  });

  test('is silent once every text is confirmed and none is older', async () => {
    const translation = { ...source.translation, machine: 0, confirmed: 9, stale: 0 };
    expect(
      buildGuide({ ...source, translation })
        .banners.flat()
        .join(' '),
    ).not.toContain('Μηχανική');
  });

  test('is Greek to Word as well', async () => {
    const bytes = await renderReport(buildRegister(source), 'docx', async () => new Uint8Array());
    expect(partOf(bytes, 'word/styles.xml').includes('w:val="el-GR"')).toBe(true);
    expect(partOf(bytes, 'word/document.xml').includes('w:val="en-GB"')).toBe(true);
  });

  test('has nothing to mark in English', async () => {
    const english = {
      ...source,
      language: 'en',
      content: library.content,
      say: library.words('en').translate,
      translation: null,
      organisation: analyse(exampleProfile('hospital-greece'), library.content, day),
    };
    expect((await html(buildGuide(english))).match(/ lang="[^"]+"/gu)).toEqual([' lang="en"', ' lang="el"']);
  });
});

test.each(['αντίγραφο ασφαλείας', 'αντιγραφο', 'ΑΝΤΙΓΡΑΦΟ', 'επαναφορ', 'offline backup'])(
  'search in Greek: %s finds the backup',
  (question) => {
    const { index } = searchableIn(library.inLanguage('el'));
    const { hits } = search(index, { words: question, order: 'match', show: 5, filters: {}, forces: null });
    expect(hits.map(({ entry }) => entry.ref)).toContain('S-071');
  },
);

test('search in Greek: a final sigma is a sigma', () => {
  const { index } = searchableIn(library.inLanguage('el'));
  const found = (words: string) =>
    search(index, { words, order: 'match', show: 5, filters: {}, forces: null }).hits.map(({ entry }) => entry.ref);
  expect(found('προμηθευτής')).toContain('S-008');
  expect(found('ΠΡΟΜΗΘΕΥΤΗΣ')).toEqual(found('προμηθευτής'));
});

const hospital = examplePath('hospital-greece');
const spoken: readonly (readonly string[])[] = [
  ['rank', hospital],
  ['plan', hospital],
  ['explain', hospital, 'S-043'],
  ['obligations', hospital],
  ['assessment', 'show', 'S-043'],
  ['library', 'list', 'safeguards'],
  ['library', 'show', 'S-043'],
  ['library', 'item', 'S-043'],
  ['library', 'search', 'S-043'],
];

test.each(spoken.map((argv) => ({ argv, name: argv[0] })))(
  '--language: $name answers with Greek titles, and says that they are Greek',
  async ({ argv }) => {
    const { code, stdout } = await command([...argv, '--language', 'el', '--json']);
    expect([code, stdout.includes('Συντήρηση από προμηθευτές'), stdout.includes('"language": "el"')]).toEqual([
      0,
      true,
      true,
    ]);
  },
);

test.each(spoken.map((argv) => ({ argv, name: argv[0] })))(
  '--language: $name without it is as it was',
  async ({ argv }) => {
    const { code, stdout } = await command([...argv, '--json']);
    expect([
      code,
      /[α-ω]{4}/u.test(stdout.replaceAll(/"(?:url|native_name)": .*/gu, '')),
      stdout.includes('"language":'),
    ]).toEqual([0, false, false]);
  },
);

test.each(spoken.map((argv) => ({ argv, name: argv[0] })))(
  '--language: $name refuses one that is not there',
  async ({ argv }) => {
    const { code, stderr } = await command([...argv, '--language', 'xx']);
    expect([code, stderr.includes('languages are el, en')]).toEqual([2, true]);
  },
);

test('a sheet in Greek can be filled in and handed in again', async () => {
  const argv = ['ratings', 'sheet', hospital, '--language', 'el', '--format', 'csv', '--out', 'x.csv'];
  const bytes = (await command(argv)).files.get('x.csv') ?? new Uint8Array();
  const rows = await readSheet(bytes);
  const say = (['en', 'el'] as const).map((language) => library.words(language).translate);
  const world = {
    words: sheetWords(say),
    ids: library.safeguardIds,
    stored: new Map(),
    limits: { letters: { reason: 2000, note: 2000, owner: 200, evidence: 2000 }, evidence: 50 },
    nearest: () => null,
  };
  const read = suggestChanges(rows.ok ? rows.value : [], world);
  expect(read.ok && read.value.problems).toEqual([]);
  expect(read.ok && read.value.changes.length).toBeGreaterThan(9);
});
