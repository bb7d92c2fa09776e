import { expect, test } from 'vitest';
import { proposeColumns } from './columns.ts';
import { setRelations } from './mapping-set.ts';
import { mappingFromSheet, type MappingIdentity } from './sheet-mapping.ts';
import { rationaleOf, relationOf, yesNoOf } from './sheet-terms.ts';
import { strengthScaleOf } from './strength.ts';

type Rows = readonly (readonly string[])[];
const identity: MappingIdentity = {
  urn: 'urn:test:a-to-b',
  edition: '1',
  title: 'A to B',
  source: 'urn:test:A',
  target: 'urn:test:b',
};
const read = (rows: Rows, more: Partial<MappingIdentity> = {}) => {
  const proposal = proposeColumns(rows, 'mapping');
  if (!proposal.ok) throw new Error('columns');
  return mappingFromSheet(rows, proposal.value, { ...identity, ...more });
};
const heads = ['Source', 'Target', 'Relationship', 'Rationale', 'Strength', 'Comment'];

test('mappingFromSheet: relations with rationale, strength and note', () => {
  const { mappingSet, findings, losses } = read([
    heads,
    ['A.1', 'B-2', 'Intersects with', 'Semantic', '8', 'both speak of logs'],
    ['A.2', 'B-3', 'subset-of', 'by title', '10', ''],
  ]);
  expect(mappingSet).toMatchObject({ source: 'urn:test:a', target: 'urn:test:b' });
  expect(mappingSet.relations).toEqual([
    {
      source: 'a.1',
      target: 'b-2',
      relation: 'intersects',
      rationale: 'semantic',
      confidence: 0.8,
      note: 'both speak of logs',
    },
    { source: 'a.2', target: 'b-3', relation: 'subset', rationale: null, confidence: 1, note: 'by title' },
  ]);
  expect(findings).toMatchObject([{ code: 'unknown_rationale', at: 'row 3, column D' }]);
  expect(losses).toEqual([]);
});

test.each<{ name: string; rows: Rows; findings: string[]; kept: string[]; more?: Partial<MappingIdentity> }>([
  {
    name: 'a word that names no relation is a finding and never a guess',
    rows: [
      ['A.1', 'B.1', 'covers'],
      ['A.2', 'B.1', ''],
      ['', 'B.1', 'equal'],
      ['A.3', 'B.1', 'equal'],
    ],
    findings: ['unknown_relation row 2, column C', 'empty_relation row 3, column C', 'empty_source row 4, column A'],
    kept: ['a.3 equal b.1'],
  },
  {
    name: 'several in a cell only where what holds of all holds of each',
    rows: [
      ['A.1', 'B.1; B.2', 'superset of'],
      ['A.2', 'B.1, B.2', 'intersects with'],
      ['A.3\nA.4', 'B.1', 'subset of'],
      ['A.5', 'B.1; B.2', 'subset of'],
    ],
    findings: ['several_in_cell row 3, column B', 'several_in_cell row 5, column B'],
    kept: ['a.1 superset b.1', 'a.1 superset b.2', 'a.3 subset b.1', 'a.4 subset b.1'],
  },
  {
    name: 'numbers that a framework does not have, and ids of one that it has',
    rows: [
      ['A.1', 'B.1', 'equal'],
      ['A.9', 'B.1', 'equal'],
      ['A.1, second', 'B.1', 'equal'],
    ],
    more: {
      sourceNumbers: new Map([
        ['a.1', 'urn:a:1'],
        ['a.1, second', 'urn:a:2'],
      ]),
    },
    findings: ['unknown_number row 3, column A'],
    kept: ['urn:a:1 equal b.1', 'urn:a:2 equal b.1'],
  },
  {
    name: 'the same twice, and two relations of one pair',
    rows: [
      ['A.1', 'B.1', 'equal'],
      ['a.1', 'b.1', '='],
      ['A.1', 'B.1', 'subset of'],
    ],
    findings: ['repeated_relation row 3', 'two_relations row 4'],
    kept: ['a.1 equal b.1', 'a.1 subset b.1'],
  },
])('mappingFromSheet: $name', ({ rows, findings, kept, more }) => {
  const result = read([heads, ...rows], more);
  expect(result.findings.map(({ code, at }) => `${code} ${at}`)).toEqual(findings);
  expect(result.mappingSet.relations.map(({ source, relation, target }) => `${source} ${relation} ${target}`)).toEqual(
    kept,
  );
});

test('mappingFromSheet: a row that is left out is lost by what it said', () => {
  const { losses } = read([heads, ['A.1', 'B.1', 'covers']]);
  expect(losses).toEqual([{ code: 'relation', at: 'row 2', what: 'A.1 → B.1 (covers)' }]);
});

test.each([
  ...setRelations.map((word) => ({ word, relation: word })),
  { word: 'Subset Of', relation: 'subset' },
  { word: 'equivalent-to', relation: 'equivalent' },
  { word: 'no-relationship', relation: 'none' },
  { word: 'Teilmenge von', relation: 'subset' },
  { word: 'sous-ensemble de', relation: 'subset' },
  { word: 'sur-ensemble de', relation: 'superset' },
  { word: 'podzbiór', relation: 'subset' },
  { word: 'Υποσύνολο του', relation: 'subset' },
  { word: 'τέμνεται με', relation: 'intersects' },
  { word: '∩', relation: 'intersects' },
  { word: 'partial', relation: null },
  { word: 'related to', relation: null },
  { word: '', relation: null },
])('relationOf: "$word"', ({ word, relation }) => {
  expect(relationOf(word)).toBe(relation);
});

test('rationaleOf and yesNoOf: words of several languages, and nothing of an empty cell', () => {
  expect(['Functional', 'σημασιολογική', 'syntaktisch', 'x', ''].map(rationaleOf)).toEqual([
    'functional',
    'semantic',
    'syntactic',
    null,
    null,
  ]);
  expect(['Ναι', 'όχι', 'Sí', 'nein', 'x', 'perhaps', '', '-'].map(yesNoOf)).toEqual([
    true,
    false,
    true,
    false,
    true,
    null,
    null,
    null,
  ]);
});

test.each([
  { name: 'shares of one', cells: ['0.5', '1', ''], read: [0.5, 1, null] },
  { name: 'per cent', cells: ['50 %', '100%'], read: [0.5, 1] },
  { name: 'steps to ten', cells: ['5', '10', '0'], read: [0.5, 1, 0] },
  { name: 'a comma', cells: ['0,25'], read: [0.25] },
  { name: 'ones and noughts, which fit two scales', cells: ['1', '0'], read: null },
  { name: 'words', cells: ['strong'], read: null },
  { name: 'more than ten', cells: ['11'], read: null },
])('strengthScaleOf: $name', ({ cells, read: expected }) => {
  const scale = strengthScaleOf(cells);
  expect(scale === null ? null : cells.map(scale)).toEqual(expected);
});
