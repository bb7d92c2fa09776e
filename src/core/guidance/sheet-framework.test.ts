import { expect, test } from 'vitest';
import { proposeColumns } from './columns.ts';
import { nearestAbove } from './numbering.ts';
import { frameworkFromSheet } from './sheet-framework.ts';

type Rows = readonly (readonly string[])[];
const identity = { urn: 'urn:Test:ward-rules', edition: '1', title: 'Ward rules', language: 'en' };
const read = (rows: Rows) => {
  const proposal = proposeColumns(rows, 'framework');
  if (!proposal.ok) throw new Error('columns');
  return frameworkFromSheet(rows, proposal.value, identity);
};
const tree = (rows: Rows) => read(rows).framework.requirements.map(({ id, parent }) => `${id} < ${parent ?? '-'}`);
const said = (rows: Rows) => read(rows).findings.map(({ code, severity, at }) => `${severity} ${code} ${at}`);

test('frameworkFromSheet: numbers, words, evidence, questions and groups', () => {
  const { framework, findings, losses } = read([
    [
      'Id',
      'Title',
      'Description',
      'Guidance',
      'Evidence',
      'Question',
      'IG1 group',
      'IG2 group',
      'Assessable',
      'Colour',
    ],
    ['A.5', 'Organisation', '', '', '', '', '', '', 'no', 'red'],
    [
      'A.5.23',
      'Cloud',
      'Rules for cloud services.',
      'Ask the supplier.',
      'Contract',
      'Is there a list?\nIs it current?',
      'x',
      '',
      'yes',
      '',
    ],
    ['A.5.24', 'Incidents', '', '', '', '', '', 'x', 'maybe', ''],
  ]);
  expect(framework).toMatchObject({ urn: 'urn:test:ward-rules', edition: '1', title: 'Ward rules', language: 'en' });
  const [top, cloud, incidents] = framework.requirements;
  expect(top).toMatchObject({ id: 'a.5', number: 'A.5', parent: null, isAssessable: false, text: null, groups: [] });
  expect(cloud).toMatchObject({
    id: 'a.5.23',
    parent: 'a.5',
    title: 'Cloud',
    text: 'Rules for cloud services.',
    note: 'Ask the supplier.',
    evidence: 'Contract',
    isAssessable: true,
    groups: ['IG1 group'],
  });
  expect(cloud?.questions.map(({ id, text }) => `${id} ${text}`)).toEqual([
    'a.5.23:question:1 Is there a list?',
    'a.5.23:question:2 Is it current?',
  ]);
  expect(incidents).toMatchObject({ isAssessable: true, groups: ['IG2 group'] });
  expect(framework.groups.map(({ id }) => id)).toEqual(['IG1 group', 'IG2 group']);
  expect(findings).toMatchObject([{ code: 'unknown_yes_no', at: 'row 4, column I' }]);
  expect(losses).toEqual([{ code: 'column', at: 'row 1', what: 'Colour (column J)' }]);
});

test.each<{ name: string; rows: Rows; expected: string[]; findings?: string[] }>([
  {
    name: 'numbers, the nearest that is there',
    rows: [
      ['Id', 'Title'],
      ['1', 'a'],
      ['1.1.2', 'b'],
      ['21(2)', 'c'],
      ['21(2)(d)', 'd'],
      ['PR', 'e'],
      ['PR.AA-03', 'f'],
    ],
    expected: ['1 < -', '1.1.2 < 1', '21(2) < -', '21(2)(d) < 21(2)', 'pr < -', 'pr.aa-03 < pr'],
    findings: ['note orphan row 4, column A'],
  },
  {
    name: 'a flat list has no orphans',
    rows: [
      ['Id', 'Title'],
      ['A.5.1', 'a'],
      ['A.5.2', 'b'],
    ],
    expected: ['a.5.1 < -', 'a.5.2 < -'],
  },
  {
    name: 'a column of parents, which come first whatever the order of rows',
    rows: [
      ['Id', 'Parent', 'Title'],
      ['x1', 'T', 'a'],
      ['T', '', 'b'],
      ['x2', 'Q', 'c'],
    ],
    expected: ['t < -', 'x1 < t', 'x2 < -'],
    findings: ['warning orphan row 4, column B', 'note parent_after_child row 3'],
  },
  {
    name: 'parents in a circle, with one outside that leads into it',
    rows: [
      ['Id', 'Parent', 'Title'],
      ['c', 'a', ''],
      ['a', 'b', ''],
      ['b', 'a', ''],
    ],
    expected: ['a < -', 'c < a', 'b < a'],
    findings: ['warning parent_cycle row 3, column B', 'note parent_after_child row 3'],
  },
  {
    name: 'a column of levels, counted from two',
    rows: [
      ['Id', 'Level', 'Title'],
      ['a', '2', ''],
      ['b', '3', ''],
      ['c', '4', ''],
      ['d', '3', ''],
      ['e', 'deep', ''],
      ['f', '3', ''],
    ],
    expected: ['a < -', 'b < a', 'c < b', 'd < a', 'e < -', 'f < -'],
    findings: ['warning unknown_level row 6, column B'],
  },
  {
    name: 'a number twice in either case, and none',
    rows: [
      ['Id', 'Title'],
      ['A.1', 'a'],
      ['a.1', 'b'],
      ['', 'c'],
      ['', ''],
    ],
    expected: ['a.1 < -', 'row-4 < -'],
    findings: ['error duplicate_number row 3, column A', 'warning empty_number row 4, column A'],
  },
])('frameworkFromSheet: $name', ({ rows, expected, findings = [] }) => {
  expect(tree(rows)).toEqual(expected);
  expect(said(rows)).toEqual(findings);
});

test('frameworkFromSheet: lines above the heads, remarks, second rows of one number and cut texts are named', () => {
  const { losses, findings, framework } = read([
    ['Ward rules', '2026'],
    ['Id', 'Title'],
    ['# How to fill in', 'Words'],
    ['1', 'a'],
    ['1', 'b'],
    ['2', 'x'.repeat(32_767)],
  ]);
  expect(framework.requirements.map(({ id }) => id)).toEqual(['1', '2']);
  expect(losses.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'line_above_heads row 1',
    'remark row 3',
    'duplicate_row row 5',
  ]);
  expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'duplicate_number row 5, column A',
    'cut_text row 6, column B',
  ]);
});

test.each([
  { number: 'a.5.23', above: 'a.5' },
  { number: 'a.5.1.2', above: 'a.5' },
  { number: 'b.1', above: null },
  { number: 'a.5', above: null },
  { number: '((', above: null },
])('nearestAbove: $number', ({ number, above }) => {
  expect(nearestAbove(number, new Set(['a.5', 'a.5.23']))).toBe(above);
});
