import { expect, test } from 'vitest';
import {
  asQuestion,
  chosenOf,
  isBlank,
  nextStep,
  readAddress,
  withFacet,
  withMore,
  withoutFacets,
  withWords,
  type LibraryAddress,
} from './address.ts';

const read: readonly (readonly [string, Record<string, unknown>, LibraryAddress])[] = [
  ['nothing', {}, {}],
  ['words and facets', { q: 'scanner', kind: 'safeguard,topic' }, { q: 'scanner', kind: 'safeguard,topic' }],
  ['a number that the router read as one', { q: 2022 }, { q: '2022' }],
  ['a word that the router read as a truth value', { q: true }, { q: 'true' }],
  ['empty words', { q: '  ' }, {}],
  ['an order', { order: 'newest' }, { order: 'newest' }],
  ['the usual order', { order: 'match' }, {}],
  ['an order that does not exist', { order: 'worst' }, {}],
  ['more answers', { show: 40 }, { show: 40 }],
  ['fewer answers than at first', { show: 5 }, {}],
  ['far too many answers', { show: 90000 }, { show: 500 }],
  ['what the library does not know', { colour: 'blue', kind: ['a'] }, {}],
];

test.each(read)('readAddress: %s', (_name, search, address) => {
  expect(readAddress(search)).toEqual(address);
});

test('chosenOf: several values stand in one text', () => {
  expect([chosenOf({ kind: 'topic,role' }, 'kind'), chosenOf({}, 'kind')]).toEqual([['topic', 'role'], []]);
});

const changed: readonly (readonly [string, LibraryAddress, LibraryAddress])[] = [
  ['withFacet: a value', withFacet({ q: 'a', show: 40 }, 'kind', ['topic', 'role']), { q: 'a', kind: 'topic,role' }],
  ['withFacet: none left', withFacet({ q: 'a', kind: 'topic' }, 'kind', []), { q: 'a' }],
  ['withWords: others', withWords({ q: 'a', kind: 'topic', show: 60 }, ' b '), { q: 'b', kind: 'topic' }],
  ['withWords: none', withWords({ q: 'a', kind: 'topic' }, ' '), { kind: 'topic' }],
  ['withoutFacets: only words stay', withoutFacets({ q: 'a', kind: 'topic', order: 'newest' }), { q: 'a' }],
  ['withMore: twenty more', withMore({ q: 'a' }), { q: 'a', show: 40 }],
];

test.each(changed)('%s', (_name, address, wanted) => {
  expect(address).toEqual(wanted);
});

test('nextStep: never more than are left', () => {
  expect([nextStep(20, 95), nextStep(20, 23), nextStep(480, 900)]).toEqual([20, 3, 20]);
});

test('isBlank: an order alone asks for nothing', () => {
  expect([isBlank({ order: 'newest' }), isBlank({ topic: 'cloud' }), isBlank({ q: 'a' })]).toEqual([
    true,
    false,
    false,
  ]);
});

test('asQuestion: all values are text', () => {
  expect(asQuestion({ q: 'a', show: 40 })).toEqual({ q: 'a', show: '40' });
});
