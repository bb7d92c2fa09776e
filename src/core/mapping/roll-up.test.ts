import { expect, test } from 'vitest';
import { crosswalk } from './crosswalk.ts';
import { frameworkOf, inputs, safeguardOf, setOf, stated } from './mapping-example.ts';
import { mappingGraph } from './mapping-graph.ts';
import { rollUp } from './roll-up.ts';

const places = [
  { id: '1' },
  { id: '1.1', parent: '1' },
  { id: '1.1.1', parent: '1.1' },
  { id: '1.1.2', parent: '1.1' },
  { id: '1.2', parent: '1' },
  { id: '1.3', parent: '1' },
  { id: '1.4', parent: '1' },
  { id: '2' },
];

test('rollUp: counts of the ends under each heading, and no relation of its own', () => {
  const graph = mappingGraph(
    inputs({
      frameworks: [frameworkOf('a', ...places.map(({ id }) => id)), frameworkOf('b', 'x', 'y')],
      safeguards: [safeguardOf('S-001', { 'a:1.3': 'intersects-with', 'b:x': 'intersects-with' })],
      sets: [
        setOf('a', 'b', [stated('1.1.1', 'superset', 'x'), stated('1.1.1', 'intersects', 'y')]),
        setOf('a', 'c', [stated('1.2', 'subset', 'z'), stated('1.1.1', 'subset', 'z')]),
        setOf('c', 'b', [stated('z', 'subset', 'y')]),
      ],
    }),
  );
  const zero = { does_all: 0, does_part: 0, touches: 0, nothing_in_common: 0 };
  expect(rollUp(places, crosswalk(graph, 'a', 'b'))).toEqual([
    {
      heading: '1',
      ends: 5,
      stated: { ...zero, does_all: 1, touches: 1 },
      composed: { ...zero, does_part: 1 },
      onlyCandidates: 1,
      without: 2,
    },
    {
      heading: '1.1',
      ends: 2,
      stated: { ...zero, does_all: 1, touches: 1 },
      composed: zero,
      onlyCandidates: 0,
      without: 1,
    },
  ]);
});
