/** Sheets that people hand in: what is read, what is refused, and that nothing hostile costs memory or time. */
import { expect, test } from 'vitest';
import type { Sheet } from '../../src/core/report/sheet.ts';
import { parseSheet } from '../../src/library/sheet/parse-sheet.ts';
import { readSheet } from '../../src/library/sheet/read-sheet.ts';
import { renderXlsx } from '../../src/outputs/xlsx.ts';
import { requires } from '../support/require.ts';
import { hostileTexts } from './hostile-texts.ts';
import { lyingZip, workbookWith } from './hostile-zip.ts';
import { savedByOffice } from './open-in-office.ts';
import { partOf } from './package-parts.ts';

const sheet: Sheet = {
  name: 'Assessment',
  columns: [
    { head: 'Id', kind: 'text', letters: 8 },
    { head: 'Due', kind: 'date', letters: 12 },
    { head: 'Days', kind: 'number', letters: 12 },
    { head: 'Note', kind: 'text', letters: 40 },
  ],
  rows: [
    ['S-041', '2027-05-31', 1.5, 'two\nlines'],
    ['S-043', null, null, '=1+1'],
  ],
};
const book = { title: 'Sheet', creator: 'Theriac', date: '2026-11-25' as never, sheets: [sheet] } as const;
const rows = [
  ['Id', 'Due', 'Days', 'Note'],
  ['S-041', '2027-05-31', '1.5', 'two\nlines'],
  ['S-043', '', '', '=1+1'],
];
const workbook = await renderXlsx(book);
const sheetPart = 'xl/worksheets/sheet1.xml';
const sheetXml = partOf(workbook, sheetPart);
const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await parseSheet(bytes);
  return read.ok ? `read ${read.value.length} rows` : read.error;
};
const text = (given: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(given, encoding);

test('parseSheet: a workbook as text, days as days', async () => {
  expect(await parseSheet(workbook)).toEqual({ ok: true, value: rows });
});

test.each([
  {
    name: 'semicolons',
    bytes: text('Id;Note\r\nS-041;"a;b"\r\n'),
    read: [
      ['Id', 'Note'],
      ['S-041', 'a;b'],
    ],
  },
  {
    name: 'commas',
    bytes: text('Id,Note\nS-041,"a ""b"""\n'),
    read: [
      ['Id', 'Note'],
      ['S-041', 'a "b"'],
    ],
  },
  {
    name: 'tabs',
    bytes: text('Id\tNote\nS-041\tb'),
    read: [
      ['Id', 'Note'],
      ['S-041', 'b'],
    ],
  },
  {
    name: 'the mark of UTF-8',
    bytes: text('\ufeffId;Note\nS-041;ά'),
    read: [
      ['Id', 'Note'],
      ['S-041', 'ά'],
    ],
  },
  {
    name: 'UTF-16, little end first',
    bytes: text('\ufeffId;Note\nS-041;ά', 'utf16le'),
    read: [
      ['Id', 'Note'],
      ['S-041', 'ά'],
    ],
  },
  {
    name: 'UTF-16, big end first',
    bytes: new Uint8Array(Buffer.from('\ufeffId;N\nS;ά', 'utf16le').swap16()),
    read: [
      ['Id', 'N'],
      ['S', 'ά'],
    ],
  },
  {
    name: 'line ends in a cell',
    bytes: text('Id;Note\n"S-041";"a\r\nb"'),
    read: [
      ['Id', 'Note'],
      ['S-041', 'a\r\nb'],
    ],
  },
  {
    name: 'a formula made harmless',
    bytes: text("Id;Note\nS-041;'=1+1"),
    read: [
      ['Id', 'Note'],
      ['S-041', '=1+1'],
    ],
  },
  {
    name: 'empty rows at the end',
    bytes: text('Id;Note\nS-041;a\n;\n;\n'),
    read: [
      ['Id', 'Note'],
      ['S-041', 'a'],
    ],
  },
])('parseSheet: $name', async ({ bytes, read }) => {
  expect(await parseSheet(bytes)).toEqual({ ok: true, value: read });
});

const doctype = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE w [${Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')}]>`;
const declared = (type: string): string => sheetXml.replace('?>', `?>${type}`);

test.each<{ name: string; bytes: () => Uint8Array; refusal: string }>([
  { name: 'nothing', bytes: () => new Uint8Array(), refusal: 'empty' },
  { name: 'only empty cells', bytes: () => text(';;\n;;\n'), refusal: 'empty' },
  { name: 'more bytes than are read', bytes: () => new Uint8Array(1_000_001).fill(65), refusal: 'too_large' },
  { name: 'more rows than are read', bytes: () => text('a;b\n'.repeat(2001)), refusal: 'too_many_rows' },
  { name: 'more columns than are read', bytes: () => text(';'.repeat(50) + 'a'), refusal: 'too_large' },
  { name: 'a cell without end', bytes: () => text(`Id;"${'x'.repeat(40_000)}"`), refusal: 'too_large' },
  { name: 'another encoding', bytes: () => text('Id;Note\nS-041;M\u00fcller', 'latin1'), refusal: 'not_utf8' },
  { name: 'bytes that are no text', bytes: () => new Uint8Array([1, 2, 0, 3]), refusal: 'not_utf8' },
  {
    name: 'the old format of Excel',
    bytes: () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
    refusal: 'old_office',
  },
  { name: 'half a workbook', bytes: () => workbook.subarray(0, workbook.length - 40), refusal: 'damaged' },
  {
    name: 'a zip file of something else',
    bytes: () => lyingZip({ name: 'a.txt', unpacked: 10, claimed: 10 }),
    refusal: 'damaged',
  },
  {
    name: 'a part that names a file of the machine',
    bytes: () => workbookWith(workbook, { [sheetPart]: declared(doctype) }),
    refusal: 'declares_types',
  },
  {
    name: 'a part that grows by its entities',
    bytes: () => workbookWith(workbook, { [sheetPart]: declared(laughs) }),
    refusal: 'declares_types',
  },
  {
    name: 'a type in UTF-16',
    bytes: () => workbookWith(workbook, { 'xl/sharedStrings.xml': Buffer.from(`\ufeff${doctype}`, 'utf16le') }),
    refusal: 'declares_types',
  },
  {
    name: 'a part of two hundred megabytes in two hundred kilobytes',
    bytes: () => lyingZip({ name: 'xl/workbook.xml', unpacked: 200_000_000, claimed: 200_000_000 }),
    refusal: 'too_large',
  },
  {
    name: 'a part that says it is small',
    bytes: () => lyingZip({ name: 'xl/workbook.xml', unpacked: 60_000_000, claimed: 10 }),
    refusal: 'too_large',
  },
  {
    name: 'many parts that together are too large',
    bytes: () =>
      lyingZip(
        ...Array.from({ length: 9 }, (_, at) => ({
          name: `xl/worksheets/s${at}.xml`,
          unpacked: 3_000_000,
          claimed: 3_000_000,
        })),
      ),
    refusal: 'too_large',
  },
  {
    name: 'more parts than a workbook has',
    bytes: () => lyingZip(...Array.from({ length: 1001 }, (_, at) => ({ name: `${at}`, unpacked: 0, claimed: 0 }))),
    refusal: 'too_large',
  },
  {
    name: 'an encrypted part',
    bytes: () => lyingZip({ name: 'xl/workbook.xml', unpacked: 10, claimed: 10, flags: 1 }),
    refusal: 'damaged',
  },
  {
    name: 'a name twice',
    bytes: () => lyingZip(...[1, 2].map(() => ({ name: 'xl/workbook.xml', unpacked: 9, claimed: 9 }))),
    refusal: 'damaged',
  },
  {
    name: 'tags without end',
    bytes: () => workbookWith(workbook, { [sheetPart]: `<worksheet><sheetData>${'<row>'.repeat(200_000)}` }),
    refusal: 'empty',
  },
])('parseSheet: refuses $name', async ({ bytes, refusal }) => {
  expect(await refusalOf(bytes())).toBe(refusal);
});

test('parseSheet: a cell at the last corner of a sheet costs nothing and is not read', async () => {
  const corner = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>';
  const far = workbookWith(workbook, { [sheetPart]: sheetXml.replace('</sheetData>', corner) });
  const before = process.memoryUsage().rss;
  expect(await refusalOf(far)).toMatch(/^(?:read 3 rows|too_large|too_many_rows)$/u);
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test('parseSheet: formulas are read as what they showed last, and macros and links are never looked at', async () => {
  const formula = sheetXml.replace(
    /<c r="C2"[^>]*><v>1.5<\/v><\/c>/u,
    '<c r="C2"><f>HYPERLINK("https://evil.example","x")</f><v>7</v></c>',
  );
  expect(formula).not.toBe(sheetXml);
  const read = await parseSheet(
    workbookWith(workbook, {
      [sheetPart]: formula,
      'xl/vbaProject.bin': new Uint8Array(1000),
      'xl/externalLinks/externalLink1.xml': doctype,
    }),
  );
  expect(read.ok && read.value[1]?.[2]).toBe('7');
});

test('parseSheet: of several sheets the first that can be seen', async () => {
  const second = { ...sheet, name: 'Second', rows: [['S-999', null, null, null]] as const };
  const both = await renderXlsx({ ...book, sheets: [sheet, second] });
  const hidden = partOf(both, 'xl/workbook.xml').replace('sheetId="1"', 'sheetId="1" state="hidden"');
  const read = await parseSheet(workbookWith(both, { 'xl/workbook.xml': hidden }));
  expect(read.ok && read.value[1]?.[0]).toBe('S-999');
});

test.each(hostileTexts)('parseSheet: $name comes back from a workbook as it went in', async ({ text: given, kept }) => {
  const one = { ...sheet, rows: [['S-041', null, null, given]] as const };
  const read = await parseSheet(await renderXlsx({ ...book, sheets: [one] }));
  expect(read.ok && read.value[1]?.[3]).toBe(kept);
});

test('readSheet: a workbook is read on a thread of its own, and so is what is wrong with it', async () => {
  expect(await readSheet(workbook)).toEqual({ ok: true, value: rows });
  expect(await readSheet(workbookWith(workbook, { [sheetPart]: declared(doctype) }))).toEqual({
    ok: false,
    error: 'declares_types',
  });
  // Text needs no thread.
  expect(await readSheet(text('Id;Note\nS-041;a'))).toEqual({
    ok: true,
    value: [
      ['Id', 'Note'],
      ['S-041', 'a'],
    ],
  });
});

test.skipIf(!requires('libreoffice'))(
  'parseSheet: what LibreOffice saves as XLSX is read as what it was given',
  { timeout: 180_000 },
  async () => {
    const saved = savedByOffice({ 'given.xlsx': workbook }, 'xlsx').get('given.xlsx') ?? new Uint8Array();
    const read = await parseSheet(saved);
    expect(read.ok && read.value).toEqual(rows);
  },
);
