/** Sheets as files: numbers are numbers, days are days, texts are never formulas, and the same book is the same bytes. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { assert, asyncProperty, string } from 'fast-check';
import { expect, test } from 'vitest';
import { cellText } from '../../src/core/report/cell-text.ts';
import { planSheet } from '../../src/core/report/plan-sheet.ts';
import type { Sheet } from '../../src/core/report/sheet.ts';
import { parseSheet } from '../../src/library/sheet/parse-sheet.ts';
import { renderCsv } from '../../src/outputs/csv.ts';
import { renderXlsx } from '../../src/outputs/xlsx.ts';
import { day, exampleAnalysis, examplePath, library } from '../support/examples.ts';
import { hostileTexts } from './hostile-texts.ts';
import { partOf, partsOf, valuesOf } from './package-parts.ts';
import { xmlProblem } from './xml-problems.ts';

const root = join(import.meta.dirname, '../..');
const textSheet = (...texts: readonly string[]): Sheet => ({
  name: 'A [sheet] of: everything / that * is ? long',
  columns: ['Id', 'Text'].map((head) => ({ head, kind: 'text', letters: 20 })),
  rows: texts.map((text) => ['S-041', text]),
});
const bookOf = (sheet: Sheet) => ({ title: 'Book', creator: 'Theriac', date: day, sheets: [sheet] as const });

const planBook = () => {
  const organisation = exampleAnalysis('hospital-greece');
  if (organisation.plan === null) throw new Error('the example has a capacity');
  return planSheet(
    {
      language: 'en',
      on: day,
      edition: '0.0.0',
      content: library.content,
      organisation,
      say: library.words('en').translate,
      digests: { content: library.digest, method: 'm'.repeat(64), profile: null },
    },
    organisation.plan,
  );
};

test('plan sheet: quarters, capacity, what is not planned, and about; as many days as the plan has', () => {
  const { sheets } = planBook();
  expect(sheets.map(({ name }) => name)).toEqual(['Quarters', 'Capacity', 'Not planned', 'About']);
  const { plan } = exampleAnalysis('hospital-greece');
  const [quarters, capacity, notPlanned] = sheets;
  const daysAt = quarters.columns.findIndex(({ head }) => head === 'Person-days');
  const days = quarters.rows.reduce((sum, row) => sum + Number(row[daysAt]), 0);
  const planned = plan?.quarters.flatMap(({ shares }) => shares).reduce((sum, { personDays }) => sum + personDays, 0);
  expect(days).toBeCloseTo(planned ?? -1);
  expect(capacity?.rows.map((row) => row.slice(0, 3))).toEqual(
    expect.arrayContaining([['Q1 2027', '2027-01-01', '2027-03-31']]),
  );
  expect(notPlanned?.rows).toHaveLength((plan?.notPlanned.length ?? 0) + (plan?.setAside.length ?? 0));
});

test('xlsx: every part is well-formed, days are numbers that look like days, money is numbers', async () => {
  const bytes = await renderXlsx(planBook());
  const problems = [...partsOf(bytes)].flatMap(([, xml]) => xmlProblem(xml) ?? []);
  expect(problems).toEqual([]);
  const quarters = partOf(bytes, 'xl/worksheets/sheet1.xml');
  // 1 January 2027 as spreadsheets count days, and the money of the first row.
  expect(quarters).toMatch(/<c r="B2" s="\d+"><v>46388<\/v>/u);
  expect(quarters).toMatch(/<c r="H2" s="\d+"><v>\d+<\/v>/u);
  expect(partOf(bytes, 'xl/styles.xml')).toContain('formatCode="yyyy-mm-dd"');
  expect(partOf(bytes, 'docProps/core.xml')).toContain(`${day}T00:00:00Z`);
});

test.each(hostileTexts)('xlsx: $name is a text and no formula', async ({ text }) => {
  const bytes = await renderXlsx(bookOf(textSheet(text)));
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(xmlProblem(xml) ?? xmlProblem(partOf(bytes, 'xl/sharedStrings.xml'))).toBeNull();
  expect(xml).not.toContain('<f>');
  expect(xml).toMatch(/<c r="B2" t="s" s="(\d+)">/u);
  const styleAt = Number(/<c r="B2" t="s" s="(\d+)">/u.exec(xml)?.[1]);
  const styles = partOf(bytes, 'xl/styles.xml');
  const used = [...(/<cellXfs[^]*<\/cellXfs>/u.exec(styles)?.[0].matchAll(/<xf numFmtId="(\d+)"/gu) ?? [])][
    styleAt
  ]?.[1];
  expect(styles).toContain(`<numFmt numFmtId="${used}" formatCode="@"/>`);
});

test.each(hostileTexts.filter(({ text }) => /^'*[=+\-@\t]/u.test(text)))(
  'csv: $name is no formula either, and is read back as it was',
  async ({ text, kept }) => {
    const bytes = renderCsv(textSheet(text));
    expect(new TextDecoder().decode(bytes)).toMatch(/\r\nS-041;"?'/u);
    const read = await parseSheet(bytes);
    expect(read.ok && read.value[1]?.[1]).toBe(kept);
  },
);

test('csv and xlsx: any text comes back as it went in', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (given) => {
      const kept = cellText(given);
      for (const bytes of [renderCsv(textSheet(given)), await renderXlsx(bookOf(textSheet(given)))]) {
        const read = await parseSheet(bytes);
        expect(read.ok && read.value[1]?.[1]?.replaceAll('\r\n', '\n')).toBe(kept);
      }
    }),
    { seed: 20261125, numRuns: 200 },
  );
});

test('xlsx: ratings are chosen from a list, and the name of a sheet is one that Excel takes', async () => {
  const sheet = textSheet('a');
  const [id, word] = sheet.columns;
  if (id === undefined || word === undefined) throw new Error('two columns');
  const chosen: Sheet = { ...sheet, columns: [id, { ...word, choices: ['Fully', 'Largely'], refusal: 'Choose one' }] };
  const bytes = await renderXlsx(bookOf(chosen));
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<formula1>"Fully,Largely"</formula1>');
  expect(xml).toMatch(/<dataValidation type="list" sqref="B2:B2"[^>]*error="Choose one"/u);
  const [name = ''] = valuesOf(partOf(bytes, 'xl/workbook.xml'), /<sheet name="([^"]+)"/gu);
  expect(name.length).toBeLessThanOrEqual(31);
  expect(name).not.toMatch(/[[\]:*?/\\]/u);
});

test.each(['xlsx', 'csv'])('%s: two processes in two time zones make the same bytes', (format) => {
  const make = (zone: string): Buffer =>
    execFileSync(
      process.execPath,
      [
        join(root, 'src/cli.ts'),
        'plan',
        'sheet',
        examplePath('hospital-greece'),
        '--format',
        format,
        '--on',
        '2026-11-25',
        '--out',
        '-',
      ],
      { env: { ...process.env, TZ: zone } },
    );
  const [here, there] = [make('Europe/Athens'), make('America/New_York')];
  expect(here.length).toBeGreaterThan(1000);
  expect(here.equals(there)).toBe(true);
});
