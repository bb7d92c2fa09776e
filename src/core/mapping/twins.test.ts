import { expect, test } from 'vitest';
import type { RelationSource } from './mapping-graph.ts';
import { setOf } from './mapping-example.ts';
import { twinsIn, voicesOf } from './twins.ts';

const [there, back] = [setOf('a', 'b', []), setOf('b', 'a', [])];

test.each<[string, Parameters<typeof twinsIn>[0], readonly (readonly [string, string])[]]>([
  [
    'there and back by one author',
    [there, back],
    [
      ['a>b', 'b>a'],
      ['b>a', 'a>b'],
    ],
  ],
  ['two authors are two voices', [there, { ...back, author: 'another' }], []],
  [
    'an author that is not stated may be anybody',
    [
      { ...there, author: null },
      { ...back, author: null },
    ],
    [],
  ],
  ['another edition', [there, { ...back, edition: '2' }], []],
  ['the same direction twice', [there, { ...there, urn: 'again' }], []],
])('twinsIn: %s', (_, sets, expected) => expect([...twinsIn(sets)]).toEqual(expected));

const source = (of: string, isInverse: boolean): RelationSource => ({
  kind: 'mapping_set',
  of,
  edition: '1',
  title: null,
  author: 'somebody',
  note: null,
  isInverse,
  review: null,
  rationale: null,
  confidence: null,
});

test.each<[string, readonly RelationSource[], readonly string[]]>([
  ['twins speak once', [source('a>b', false), source('b>a', true)], ['a>b twice']],
  ['whatever stands first', [source('b>a', true), source('a>b', false)], ['a>b twice']],
  ['one of two alone', [source('b>a', true)], ['b>a']],
  ['others beside them', [source('x', true), source('a>b', false), source('b>a', true)], ['x', 'a>b twice']],
])('voicesOf: %s', (_, sources, expected) => {
  const voices = voicesOf(sources, twinsIn([there, back]));
  expect(voices.map((voice) => `${voice.source.of}${voice.hasTwin ? ' twice' : ''}`)).toEqual(expected);
});
