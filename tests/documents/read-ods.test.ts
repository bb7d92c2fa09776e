/** OpenDocument spreadsheets, and the larger limits by which frameworks and mappings are read. */
import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { guidanceLimits } from '../../src/library/sheet/limits.ts';
import { parseSheet, parseSheets } from '../../src/library/sheet/parse-sheet.ts';
import { readSheet, readSheets } from '../../src/library/sheet/read-sheet.ts';
import { renderXlsx } from '../../src/outputs/xlsx.ts';
import { lyingZip, workbookWith } from './hostile-zip.ts';
import { partOf } from './package-parts.ts';

const rows = [
  ['Id', 'Due', 'Days'],
  ['A.5.1', new Date('2027-05-31T00:00:00Z'), 1.5],
  ['A.5.2', null, '=1+1'],
];
const read = [
  ['Id', 'Due', 'Days'],
  ['A.5.1', '2027-05-31', '1.5'],
  ['A.5.2', '', '=1+1'],
];
const file = await writeOds({
  sheets: [
    { name: 'Controls', rows },
    { name: 'Notes', rows: [['more']] },
  ],
});
const xml = partOf(file, 'content.xml');
const changed = (from: string | RegExp, to: string): Uint8Array => {
  const other = xml.replace(from, to);
  if (other === xml) throw new Error(`Cannot find ${String(from)}`);
  return workbookWith(file, { 'content.xml': other });
};

test('parseSheet: an OpenDocument spreadsheet as text, days as days', async () => {
  expect(await parseSheet(file)).toEqual({ ok: true, value: read });
  expect(await readSheet(file)).toEqual({ ok: true, value: read });
});

test('readSheets: every visible sheet by its name; text has none', async () => {
  expect(await readSheets(file, guidanceLimits)).toEqual({
    ok: true,
    value: [
      { name: 'Controls', rows: read },
      { name: 'Notes', rows: [['more']] },
    ],
  });
  const text = await readSheets(Buffer.from('Id;Note\nA;b\n'), guidanceLimits);
  expect(text.ok && text.value.map(({ name }) => name)).toEqual([null]);
  const sheetOf = (name: string) => ({ name, columns: [{ head: 'Id', kind: 'text', letters: 9 }], rows: [] }) as const;
  const sheets = [sheetOf('One'), sheetOf('Two'), sheetOf('Three')] as const;
  const book = await renderXlsx({ title: 'B', creator: 'T', date: '2026-11-25' as never, sheets });
  const hidden = partOf(book, 'xl/workbook.xml').replace('sheetId="2"', 'sheetId="2" state="hidden"');
  const seen = await parseSheets(workbookWith(book, { 'xl/workbook.xml': hidden }), guidanceLimits, 'all');
  expect(seen.ok && seen.value.map(({ name }) => name)).toEqual(['One', 'Three']);
});

test('parseSheet: rows in groups and repeated heads are rows, and remarks at cells are none of their text', async () => {
  const grouped = changed(
    /(<table:table [^>]*>)(.*?)(<\/table:table>)/su,
    '$1<table:table-header-rows>$2</table:table-header-rows>$3',
  );
  expect(await parseSheet(grouped)).toEqual({ ok: true, value: read });
  const noted = changed(
    'A.5.1',
    'A.5.1</text:p><office:annotation><text:p>remark</text:p></office:annotation><text:p>',
  );
  const value = await parseSheet(noted);
  expect(value.ok && value.value[1]?.[0]?.trim()).toBe('A.5.1');
});

test('parseSheet: a hidden sheet of an OpenDocument spreadsheet is passed over', async () => {
  const style =
    '<style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const inner = xml.includes('<office:automatic-styles>')
    ? xml.replace('<office:automatic-styles>', `<office:automatic-styles>${style}`)
    : xml.replace('<office:body>', `<office:automatic-styles>${style}</office:automatic-styles><office:body>`);
  const other = inner.replace(
    '<table:table table:name="Controls"',
    '<table:table table:name="Controls" table:style-name="ta9"',
  );
  expect(other).toContain('table:style-name="ta9"');
  const value = await parseSheet(workbookWith(file, { 'content.xml': other }));
  expect(value.ok && value.value).toEqual([['more']]);
});

test.each<{ name: string; bytes: () => Uint8Array; refusal: string }>([
  {
    name: 'that names a file of the machine',
    bytes: () => changed('?>', '?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'),
    refusal: 'declares_types',
  },
  { name: 'without its content', bytes: () => workbookWith(file, { 'content.xml': null }), refusal: 'damaged' },
  { name: 'that breaks off', bytes: () => file.subarray(0, file.length - 40), refusal: 'damaged' },
  {
    name: 'with a row more often than a sheet is long',
    bytes: () => changed('<table:table-row', '<table:table-row table:number-rows-repeated="900000000"'),
    refusal: 'too_many_rows',
  },
])('readSheet: refuses an OpenDocument spreadsheet $name', async ({ bytes, refusal }) => {
  expect(await readSheet(bytes())).toEqual({ ok: false, error: refusal });
});

test('parseSheet: more rows than of ratings are read where a framework is expected, and no more than that', async () => {
  const text = (count: number): Uint8Array => Buffer.from(`Id;Title\n${'A.5.1;Policies\n'.repeat(count - 1)}`);
  const lengthOf = async (count: number): Promise<number | string> => {
    const value = await parseSheet(text(count), guidanceLimits);
    return value.ok ? value.value.length : value.error;
  };
  expect(await lengthOf(20_000)).toBe(20_000);
  expect(await lengthOf(20_001)).toBe('too_many_rows');
  expect(await parseSheet(text(2001))).toEqual({ ok: false, error: 'too_many_rows' });
});

test('parseSheet: what a workbook grows to has its limit too', async () => {
  const bomb = lyingZip({ name: 'xl/workbook.xml', unpacked: 61_000_000, claimed: 10 });
  expect(await parseSheet(bomb, guidanceLimits)).toEqual({ ok: false, error: 'too_large' });
});
