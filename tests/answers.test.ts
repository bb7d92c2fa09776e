/** Answers that somebody gave to another framework: through the command, from the sheets that people have. */
import { join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { applicabilitySheet } from '../src/core/report/applicability-sheet.ts';
import { readAnswers } from '../src/library/guidance/answers.ts';
import { renderSheet } from '../src/outputs/sheets.ts';
import { day, exampleAnalysis, library } from './support/examples.ts';
import { command } from './support/surfaces.ts';

const statement = join(import.meta.dirname, 'documents/statement.csv');
const suggest = (...more: readonly string[]) => command(['answers', 'suggest', ...more]);
const framework = library.content.frameworks.find(({ id }) => id === 'iso27001-2022');
if (framework === undefined) throw new Error('no framework');

test('answers suggest: hints with their path, nothing rated, and what could not be read', async () => {
  const { stdout, code } = await suggest(statement, '--framework', 'iso27001-2022');
  expect(code).toBe(0);
  expect(stdout).toContain('No rating follows from them');
  expect(stdout).toContain(
    'Row 5: of A.8.13 your answer says “Implemented”. S-071 touches it: rate it by its own steps.',
  );
  expect(stdout).toContain('Answered, and touched by no safeguard: A.5.32.');
  expect(stdout).toContain('"A.9.99" is no number of the framework');
  const json = JSON.parse((await suggest(statement, '--framework', 'iso27001-2022', '--json')).stdout) as {
    answered: number;
    unanswered: number;
    columns: readonly { letter: string; role: string | null }[];
    suggestions: readonly { safeguard: { id: string }; path: object; concluded: object | null }[];
  };
  expect(json).toMatchObject({ answered: 5, unanswered: 1 });
  expect(json.columns.map(({ role }) => role)).toEqual(['number', null, 'applicable', 'reason', 'state', 'evidence']);
  expect(json.suggestions.every(({ concluded }) => concluded === null)).toBe(true);
  expect(json.suggestions.find(({ safeguard }) => safeguard.id === 'S-071')?.path).toMatchObject({
    framework: 'iso27001-2022',
    requirement: 'A.8.13',
    relation: 'intersects-with',
  });
});

test.each([
  {
    name: 'a framework that is not there',
    argv: ['--framework', 'cyfun'],
    says: 'No framework is called "cyfun"',
  },
  {
    name: 'a column that is not there',
    argv: ['--framework', 'iso27001-2022', '--columns', 'state=Standing'],
    says: 'Cannot find the column “Standing”',
  },
  {
    name: 'a role that is none',
    argv: ['--framework', 'iso27001-2022', '--columns', 'colour=Status'],
    says: 'columns',
  },
])('answers suggest: $name', async ({ argv, says }) => {
  const { stderr, code } = await suggest(statement, ...argv);
  expect(code).toBe(2);
  expect(stderr).toContain(says);
});

test('answers suggest: without a column of numbers, the refusal shows the columns of the page that has most', async () => {
  const bytes = await writeOds({
    sheets: [
      { name: 'About', rows: [['Made by'], ['Us']] },
      {
        name: 'Controls',
        rows: [
          ['Thema', 'Wie weit', 'Wer'],
          ['Backup', 'Implemented', 'IT'],
          ['Logging', 'Planned', 'IT'],
        ],
      },
    ],
  });
  const read = await readAnswers(bytes, framework);
  expect(read).toMatchObject({
    ok: false,
    error: { kind: 'no_number', columns: [{ letter: 'A', samples: ['Backup', 'Logging'] }, { head: 'Wie weit' }, {}] },
  });
});

test('answers suggest: columns by head or letter', async () => {
  const { stdout } = await suggest(
    statement,
    '--framework',
    'iso27001-2022',
    '--columns',
    'number=A;state=E;applicable=Applicable',
  );
  expect(stdout).toContain('S-071 touches it');
});

test('readAnswers: an OpenDocument spreadsheet, on the sheet that holds the answers', async () => {
  const bytes = await writeOds({
    sheets: [
      {
        name: 'About',
        rows: [
          ['Id', 'Note'],
          ['1', 'x'],
        ],
      },
      {
        name: 'Controls',
        rows: [
          ['Control', 'Status'],
          ['A.8.13', 'Implemented'],
        ],
      },
    ],
  });
  const read = await readAnswers(bytes, framework);
  expect(read.ok && read.value.answers).toMatchObject([{ requirement: 'A.8.13', state: 'implemented' }]);
});

test.each(['en', 'el'])('readAnswers: our own statement in %s, when somebody has filled it in', async (language) => {
  const spoken = library.inLanguage(language);
  const say = spoken.words(language).translate;
  const book = applicabilitySheet({
    language,
    on: day,
    edition: '0.0.0',
    content: spoken.content,
    organisation: exampleAnalysis('hospital-greece'),
    say,
    digests: { content: library.digest, method: 'm'.repeat(64), profile: null },
  });
  const [sheet, ...others] = book.sheets;
  const at = sheet.columns.findIndex(({ isOpen }) => isOpen === true);
  const rows = sheet.rows.map((row) => row.map((cell, index) => (index === at ? say('sheet.no') : cell)));
  const { bytes } = await renderSheet({ ...book, sheets: [{ ...sheet, rows }, ...others] }, 'xlsx', 'statement');
  const read = await readAnswers(bytes, framework);
  expect(read.ok && read.value.answers).toHaveLength(93);
  expect(read.ok && read.value.answers.every(({ state }) => state === 'not_applicable')).toBe(true);
  expect(read.ok && read.value.findings).toEqual([]);
});
