import { expect, test } from 'vitest';
import type { RequirementView } from '../../../core/guidance/import-view.ts';
import { searchTree, treeOf } from './tree.ts';

const requirement = (id: string, parent: string | null, text: string): RequirementView => ({
  id,
  parent,
  number: id,
  title: null,
  text,
  note: null,
  language: 'en',
  noteLanguage: 'en',
  isAssessable: true,
  groups: [],
  questions: 0,
});
const all = [
  requirement('1', null, 'Night'),
  requirement('1.1', '1', 'Αντίγραφα ασφαλείας, three of them'),
  requirement('1.1.1', '1.1', 'Torches'),
  requirement('2', null, 'Day'),
];

test('treeOf: each below its parent, and counted', () => {
  expect(treeOf(all).map(({ requirement: { id }, count }) => [id, count])).toEqual([
    ['1', 2],
    ['2', 0],
  ]);
});

test.each([
  ['', []],
  ['torches', ['1.1.1']],
  ['ΑΝΤΙΓΡΑΦΑ three', ['1.1']],
  ['1.1', ['1.1', '1.1.1']],
  ['torches night', []],
])('searchTree: %j', (question, ids) => {
  expect(searchTree(all, question).map(({ requirement: { id } }) => id)).toEqual(ids);
});

test('searchTree: says what stands above', () => {
  expect(searchTree(all, 'torches')[0]?.above).toEqual(['1 Night', '1.1 Αντίγραφα ασφαλείας, three of them']);
});
