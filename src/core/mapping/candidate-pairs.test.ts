import { expect, test } from 'vitest';
import { candidatePairs, comparePairs } from './candidate-pairs.ts';
import { frameworkOf, inputs, safeguardOf } from './mapping-example.ts';
import { mappingGraph } from './mapping-graph.ts';

const graph = mappingGraph(
  inputs({
    frameworks: [frameworkOf('a', '1', '2', '10'), frameworkOf('b', 'x', 'y')],
    safeguards: [
      safeguardOf('S-002', { 'a:1': 'intersects-with', 'b:x': 'intersects-with', 'a:2': 'intersects-with' }),
      safeguardOf('S-001', { 'a:1': 'intersects-with', 'b:x': 'intersects-with', 'b:y': 'intersects-with' }),
      safeguardOf('S-003', { 'a:10': 'intersects-with' }),
    ],
  }),
);
const ours = candidatePairs(graph, 'a', 'b');

test('candidatePairs: through each safeguard that touches both', () =>
  expect(ours.map(({ source, target, through }) => `${source} ${target} ${through.join(' ')}`)).toEqual([
    '1 x S-001 S-002',
    '1 y S-001',
    '2 x S-002',
  ]));

test('candidatePairs: a safeguard is a requirement of nobody', () =>
  expect(candidatePairs(graph, 'safeguards', 'b')).toEqual([]));

test('comparePairs: both, only ours, only published', () => {
  const found = comparePairs(ours, [
    { source: '10', target: 'y' },
    { source: '1', target: 'y' },
    { source: '2', target: 'y' },
  ]);
  expect(found.both.map(({ source, target }) => source + target)).toEqual(['1y']);
  expect(found.onlyOurs.map(({ source, target }) => source + target)).toEqual(['1x', '2x']);
  expect(found.onlyPublished.map(({ source, target }) => source + target)).toEqual(['2y', '10y']);
  expect(found.bySource).toEqual([
    { source: '1', both: 1, onlyPublished: 0, onlyOurs: 1 },
    { source: '2', both: 0, onlyPublished: 1, onlyOurs: 1 },
    { source: '10', both: 0, onlyPublished: 1, onlyOurs: 0 },
  ]);
});
