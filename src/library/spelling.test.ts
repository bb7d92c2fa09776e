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
  date: null,
  verification: 'editorial',
});
const index = indexOf(
  [entry('a', 'Ransomware and backup'), entry('b', 'Krankenhäuser'), entry('c', 'Backup'), entry('d', 'Packup')],
  new Set(),
);

const cases: readonly (readonly [question: string, unmet: readonly string[], wanted: string | null])[] = [
  ['ransomeware', ['ransomeware'], 'ransomware'],
  ['offline ransomwar backups', ['ransomwar'], 'offline ransomware backups'],
  ['Krankenhausr', ['Krankenhausr'], 'krankenhäuser'],
  ['bakcup', ['bakcup'], 'backup'],
  ['helicopter', ['helicopter'], null],
  ['ransomwxre helicopter', ['ransomwxre', 'helicopter'], null],
  ['abc', ['abc'], null],
  ['backup', [], null],
];
test.each(cases)('respelt: %s', (question, unmet, wanted) => {
  expect(respelt(question, unmet, index)).toBe(wanted);
});

test('nearestOf: the allowed value that is most like another', () => {
  expect(nearestOf('documents', ['topic', 'document', 'role'])).toBe('document');
});
