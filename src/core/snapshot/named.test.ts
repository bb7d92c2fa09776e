import { expect, test } from 'vitest';
import { findNamed, isSameName } from './named.ts';

const pairs = [
  ['Main house', 'main HOUSE', true],
  ['Όροφος', 'ΌΡΟΦΟΣ', true],
  ['İzmir', 'i\u0307zmir', true],
  ['Caf\u00e9', 'Cafe\u0301', true],
  ['Straße', 'STRASSE', true],
  ['Ward 1', 'Ward 2', false],
  ['Café', 'Cafe', false],
] as const;
test.each(pairs)('isSameName: %s and %s: %s', (left, right, is) => {
  expect(isSameName(left, right)).toBe(is);
});

const all = [
  { id: 'a', name: 'b' },
  { id: 'b', name: 'Όροφος' },
  { id: 'c', name: 'ΌΡΟΦΟΣ' },
];
const wanted = [
  ['b', 'b'],
  ['ΌΡΟΦΟΣ', 'c'],
  ['Όροφος', 'b'],
  ['όροφος', 'b'],
  ['B', 'a'],
  ['constructor', undefined],
] as const;
test.each(wanted)('findNamed: %s is %s', (name, id) => {
  expect(findNamed(all, name)?.id).toBe(id);
});
