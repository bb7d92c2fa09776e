import { expect, test } from 'vitest';
import type { Entry } from '../core/library-search/entry.ts';
import { indexOf } from '../core/library-search/search-index.ts';
import { nearestOf, respelt } from './spelling.ts';

const entry = (ref: string, title: string): Entry => ({
  ref,
  kind: 'topic',
  title,
  fields: [],
  topics: [],
  roles: [],
  state: 'current',
  place: null,
  writtenIn: ['en'],
  date: null,
  verification: 'editorial',
});
const index = indexOf(
  [entry('a', 'Ransomware and backup'), entry('b', 'Krankenhäuser'), entry('c', 'Backup'), entry('d', 'Packup')],
  new Map(),
);

const cases: readonly (readonly [question: string, unmet: readonly string[], wanted: string | null])[] = [
  ['ransomeware', ['ransomeware'], 'ransomware'],
  ['offline ransomwar backups', ['ransomwar'], 'offline ransomware backups'],
  ['Krankenhausr', ['Krankenhausr'], 'krankenhäuser'],
  ['bakcup', ['bakcup'], 'backup'],
  ['helicopter', ['helicopter'], null],
  ['ransomwxre helicopter', ['ransomwxre', 'helicopter'], 'ransomware helicopter'],
  ['abc', ['abc'], null],
  ['backup', [], null],
];
test.each(cases)('respelt: %s', (question, unmet, wanted) => {
  expect(respelt(question, unmet, index)?.words ?? null).toBe(wanted);
});

test('respelt: a word that stands besides is as good, and ours before it where both are as near', () => {
  const besides = new Map([['fournisseru', ['fournisseur', 'fournir']]]);
  expect(respelt('fournisseru', ['fournisseru'], index, besides)?.taken).toEqual(
    new Map([['fournisseru', 'fournisseur']]),
  );
  expect(respelt('bakup', ['bakup'], index, new Map([['bakup', ['bankup']]]))?.words).toBe('backup');
});

test('nearestOf: the allowed value that is most like another', () => {
  expect(nearestOf('documents', ['topic', 'document', 'role'])).toBe('document');
});
