import { expect, test } from 'vitest';
import { library } from '../../../tests/support/examples.ts';
import { frameworkOf, safeguardOf, setOf, stated } from './mapping-example.ts';
import { mappingGraph, type MappingInputs } from './mapping-graph.ts';
import { waysToSafeguards } from './ways-to-safeguards.ts';

const inputs = (more: Partial<MappingInputs>): MappingInputs => ({
  frameworks: [frameworkOf('ours', '1', '2', '3')],
  safeguards: [safeguardOf('S-001', { 'ours:1': 'intersects-with' }), safeguardOf('S-002', { 'ours:2': 'subset-of' })],
  editions: [],
  sets: [],
  aliases: [],
  ...more,
});
const waysIn = (more: Partial<MappingInputs>, framework: string, requirement: string): readonly string[] =>
  waysToSafeguards(mappingGraph(inputs(more)), framework, requirement).map(({ safeguard, conclusion, steps }) =>
    [
      safeguard,
      conclusion.kind === 'relation' ? conclusion.relation : conclusion.kind,
      ...steps.map(({ to, relation }) => `${relation} ${to}`),
    ].join(', '),
  );
const theirs = (...relations: readonly ReturnType<typeof stated>[]) => ({ sets: [setOf('theirs', 'ours', relations)] });

test.each([
  { name: 'mapped directly', more: {}, of: ['ours', '1'], found: ['S-001, intersects, intersects safeguards:S-001'] },
  {
    name: 'a safeguard that is a part of it',
    more: {},
    of: ['ours', '2'],
    found: ['S-002, superset, superset safeguards:S-002'],
  },
  { name: 'nothing leads on', more: {}, of: ['ours', '3'], found: [] },
  { name: 'a requirement that is none', more: {}, of: ['ours', '9'], found: [] },
  {
    name: 'the same in another framework, with what follows of it',
    more: theirs(stated('a', 'equal', '2')),
    of: ['theirs', 'a'],
    found: ['S-002, superset, equal ours:2, superset safeguards:S-002'],
  },
  {
    name: 'a part of what a safeguard only touches, from which nothing follows',
    more: theirs(stated('a', 'subset', '1')),
    of: ['theirs', 'a'],
    found: ['S-001, no_conclusion, subset ours:1, intersects safeguards:S-001'],
  },
  {
    name: 'the further safeguard where more than touching follows, the nearest in any case',
    more: theirs(stated('a', 'superset', '1'), stated('a', 'equal', '2')),
    of: ['theirs', 'a'],
    found: [
      'S-001, overlap, superset ours:1, intersects safeguards:S-001',
      'S-002, superset, equal ours:2, superset safeguards:S-002',
    ],
  },
  {
    name: 'two that are said to have nothing in common lead nowhere',
    more: theirs(stated('a', 'none', '1')),
    of: ['theirs', 'a'],
    found: [],
  },
])('waysToSafeguards: $name', ({ more, of: [framework = '', requirement = ''], found }) => {
  expect([...waysIn(more, framework, requirement)].toSorted()).toEqual(found);
});

test('waysToSafeguards: where all that is known is that they touch, a second mapping is one too many', () => {
  const sets = [
    setOf('far', 'theirs', [stated('x', 'intersects', 'a')]),
    setOf('theirs', 'ours', [stated('a', 'intersects', '1')]),
  ];
  expect(waysIn({ sets }, 'far', 'x')).toEqual([]);
  expect(waysIn({ sets }, 'theirs', 'a')).toHaveLength(1);
});

test('waysToSafeguards: a whole statement of applicability concludes nothing, for our mappings only touch', () => {
  const { frameworks, safeguards } = library.content;
  const graph = mappingGraph({ frameworks, safeguards, editions: [], sets: [], aliases: [] });
  const annex = frameworks.find(({ id }) => id === 'iso27001-2022');
  const ways = (annex?.requirements ?? []).flatMap(({ id }) => waysToSafeguards(graph, 'iso27001-2022', id));
  expect(ways.length).toBeGreaterThan(200);
  expect(new Set(ways.map(({ conclusion }) => (conclusion.kind === 'relation' ? conclusion.relation : '')))).toEqual(
    new Set(['intersects']),
  );
});
