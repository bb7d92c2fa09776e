/** Frameworks and mappings as people keep them in spreadsheets: what is read, what is asked, what is lost. */
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readGuidanceSheet, type SheetRequest } from '../../src/library/guidance/sheet.ts';

const rows = [
  ['Number', 'Title', 'Text', 'Owner'],
  ['A.5', 'Organisation', null, null],
  ['A.5.1', 'Policies', 'Policies are written and approved.', 'CISO'],
];
const identity = { urn: 'urn:test:rules', edition: '2', title: 'Rules', language: 'en', publisher: 'A body' };
const framework: SheetRequest = { purpose: 'framework', identity, licence: 'CC BY 4.0' };
const csv = Buffer.from(
  'Number;Title;Text;Owner\nA.5;Organisation;;\nA.5.1;Policies;Policies are written and approved.;CISO\n',
);
const workbook = await writeXlsx({
  sheets: [
    { name: 'Read me', rows: [['Rules of the house'], ['As of May']] },
    { name: 'Rules', rows },
  ],
});

test.each([
  { name: 'CSV', bytes: csv, losses: ['Owner (column D)'] },
  { name: 'XLSX', bytes: workbook, losses: ['Read me', 'Owner (column D)'] },
  { name: 'ODS', bytes: await writeOds({ sheets: [{ name: 'Rules', rows }] }), losses: ['Owner (column D)'] },
])('readGuidanceSheet: a framework as $name', async ({ bytes, losses }) => {
  const read = await readGuidanceSheet(bytes, framework);
  if (!read.ok || read.value.kind !== 'bundle') throw new Error(JSON.stringify(read));
  const { bundle } = read.value;
  expect(bundle).toMatchObject({
    format: 'sheet',
    title: 'Rules',
    edition: '2',
    publisher: 'A body',
    licence: 'CC BY 4.0',
  });
  expect(bundle.frameworks[0]?.requirements).toMatchObject([
    { id: 'a.5', parent: null, isAssessable: false },
    { id: 'a.5.1', parent: 'a.5', number: 'A.5.1', text: 'Policies are written and approved.', isAssessable: true },
  ]);
  expect(bundle.findings).toEqual([]);
  expect(bundle.losses.map(({ what }) => what)).toEqual(losses);
});

test('readGuidanceSheet: a mapping, between the frameworks that were named', async () => {
  const bytes = Buffer.from('Source,Relationship,Target\nA.5.1,intersects with,PR.AA-03\nA.5.2,covers,PR.AA-03\n');
  const read = await readGuidanceSheet(bytes, {
    purpose: 'mapping',
    identity: {
      urn: 'urn:test:map',
      edition: '1',
      title: 'Map',
      language: 'en',
      source: 'urn:test:rules',
      target: 'urn:test:csf',
    },
  });
  if (!read.ok || read.value.kind !== 'bundle') throw new Error(JSON.stringify(read));
  // Needs are files; that a framework is absent is found by its requirements.
  expect(read.value.bundle.needs).toEqual([]);
  expect(read.value.bundle.mappingSets[0]?.relations).toMatchObject([{ source: 'a.5.1', target: 'pr.aa-03' }]);
  expect(read.value.bundle.findings).toMatchObject([{ code: 'unknown_relation', at: 'row 3, column B' }]);
});

test('readGuidanceSheet: without identity, or where a column is missing, it asks', async () => {
  const asked = await readGuidanceSheet(workbook, { purpose: 'framework' });
  expect(asked).toMatchObject({
    ok: true,
    value: { kind: 'choose_columns', sheet: 'Rules', sheets: ['Read me', 'Rules'] },
  });
  const missing = await readGuidanceSheet(csv, {
    purpose: 'mapping',
    identity: { ...identity, source: 'a', target: 'b' },
  });
  expect(missing).toMatchObject({
    ok: true,
    value: { kind: 'choose_columns', proposal: { missing: ['target', 'relation'] } },
  });
});

test('readGuidanceSheet: columns and sheets that are not there', async () => {
  expect(await readGuidanceSheet(csv, { ...framework, columns: { title: ['Heading'] } })).toEqual({
    ok: false,
    error: {
      kind: 'no_column',
      unknown: [{ role: 'title', named: 'Heading' }],
      heads: ['Number', 'Title', 'Text', 'Owner'],
    },
  });
  expect(await readGuidanceSheet(workbook, { ...framework, sheet: 'Other' })).toMatchObject({
    ok: false,
    error: { kind: 'no_sheet', sheets: ['Read me', 'Rules'] },
  });
  expect(await readGuidanceSheet(new Uint8Array(), framework)).toMatchObject({ error: { why: 'empty' } });
});
