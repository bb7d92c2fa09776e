import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setRelations, type MappingSet, type SetRelation } from '../guidance/mapping-set.ts';
import { crosswalk, type CrosswalkOptions, type CrosswalkPair } from './crosswalk.ts';
import { frameworkOf, inputs, safeguardOf, setOf, stated } from './mapping-example.ts';
import { mappingGraph, type MappingInputs } from './mapping-graph.ts';
import { sameFramework } from './same-framework.ts';

const walk = (given: Partial<MappingInputs>, from: string, to: string, options: CrosswalkOptions = {}) =>
  crosswalk(mappingGraph(inputs(given)), from, to, options);

/** A pair in one line: what is stated, what follows and how, and what is only a candidate. */
function told({ target, stated: said, composed, throughSafeguards, disagrees }: CrosswalkPair): string {
  const follows = composed.map(({ conclusion, path, chains }) => {
    const word = conclusion.kind === 'relation' ? conclusion.relation : conclusion.kind;
    return `${word} by ${path.map(({ relation, to }) => `${relation} ${to}`).join(' ')}${chains > 1 ? ` ×${chains}` : ''}`;
  });
  return [
    target,
    ...said.map(({ relation }) => relation),
    ...follows,
    ...(throughSafeguards.length > 0 ? [`through ${throughSafeguards.join(' ')}`] : []),
    ...(disagrees ? ['disagrees'] : []),
  ].join('; ');
}

const relations = (from: string, to: string, ...all: readonly (readonly [string, SetRelation, string])[]): MappingSet =>
  setOf(
    from,
    to,
    all.map(([source, relation, target]) => stated(source, relation, target)),
  );

describe('crosswalk: of requirement 1 of a', () => {
  test.each<[string, readonly MappingSet[], readonly string[]]>([
    ['stated', [relations('a', 'b', ['1', 'subset', '2'])], ['2; subset']],
    ['stated the other way round', [relations('b', 'a', ['2', 'subset', '1'])], ['2; superset']],
    ['nothing', [relations('a', 'x', ['1', 'equal', '2'])], []],
    [
      'followed through another framework',
      [relations('a', 'x', ['1', 'subset', '5']), relations('b', 'x', ['2', 'superset', '5'])],
      ['2; subset by subset x:5 subset b:2'],
    ],
    [
      'two that intersect a third have nothing to do with each other',
      [relations('a', 'x', ['1', 'intersects', '5']), relations('x', 'b', ['5', 'intersects', '2'])],
      [],
    ],
    [
      'an overlap',
      [relations('a', 'x', ['1', 'superset', '5']), relations('x', 'b', ['5', 'intersects', '2'])],
      ['2; overlap by superset x:5 intersects b:2'],
    ],
    [
      'several chains with the same conclusion are one',
      [
        relations('a', 'x', ['1', 'subset', '5'], ['1', 'equal', '6']),
        relations('x', 'b', ['5', 'subset', '2'], ['6', 'subset', '2']),
      ],
      ['2; subset by subset x:5 subset b:2 ×2'],
    ],
    [
      'not through a neighbour of its own framework',
      [relations('a', 'a', ['1', 'equal', '9']), relations('a', 'b', ['9', 'equal', '2'])],
      [],
    ],
    [
      'sources that differ',
      [relations('a', 'b', ['1', 'subset', '2']), { ...relations('a', 'b', ['1', 'intersects', '2']), urn: 'another' }],
      ['2; intersects; subset; disagrees'],
    ],
    [
      'equal in other words',
      [relations('a', 'b', ['1', 'equal', '2']), { ...relations('a', 'b', ['1', 'equivalent', '2']), urn: 'another' }],
      ['2; equal; equivalent'],
    ],
    [
      'what follows rules out what is stated',
      [
        relations('a', 'b', ['1', 'intersects', '2']),
        relations('a', 'x', ['1', 'subset', '5']),
        relations('x', 'b', ['5', 'none', '2']),
      ],
      ['2; intersects; none by subset x:5 none b:2; disagrees'],
    ],
    [
      'nothing follows from what was withdrawn, and it is shown',
      [
        { ...relations('a', 'x', ['1', 'equal', '5']), review: 'deprecated' },
        relations('x', 'b', ['5', 'equal', '2']),
        relations('a', 'y', ['1', 'equal', '6']),
        { ...relations('y', 'b', ['6', 'equal', '4']), review: 'superseded' },
        { ...relations('a', 'b', ['1', 'equal', '3']), review: 'superseded' },
      ],
      ['3; equal'],
    ],
  ])('%s', (_, sets, expected) => {
    const row = walk({ sets }, 'a', 'b').find(({ requirement }) => requirement === '1');
    expect(row?.pairs.map(told)).toEqual(expected);
  });
});

test('crosswalk: the third step, only where it is asked for', () => {
  const sets = [
    relations('a', 'x', ['1', 'equivalent', '5']),
    relations('x', 'y', ['5', 'subset', '6']),
    relations('y', 'b', ['6', 'equal', '2']),
  ];
  expect(walk({ sets }, 'a', 'b')[0]?.pairs).toEqual([]);
  expect(walk({ sets }, 'a', 'b', { maxSteps: 1 })[0]?.pairs).toEqual([]);
  expect(walk({ sets }, 'a', 'b', { maxSteps: 3 })[0]?.pairs.map(told)).toEqual([
    '2; subset by equivalent x:5 subset y:6 equal b:2',
  ]);
});

test('crosswalk: a chain is worth its weakest link, and of several the most trusted is shown', () => {
  const sets = [
    setOf('a', 'x', [
      stated('1', 'equal', '5', { rationale: 'syntactic', confidence: 0.9 }),
      stated('1', 'equal', '6', { rationale: 'semantic', confidence: 0.8 }),
    ]),
    setOf('x', 'b', [stated('5', 'subset', '2', { rationale: 'functional', confidence: 0.7 })], { review: 'draft' }),
    setOf('x', 'b', [stated('6', 'subset', '2', { rationale: 'semantic', confidence: 0.9 })], {
      urn: 'another',
      review: 'not_complete',
    }),
  ];
  const [row] = walk({ sets }, 'a', 'b');
  expect(row?.pairs[0]?.composed[0]).toMatchObject({
    weakest: { review: 'not_complete', rationale: 'semantic', confidence: 0.8 },
    mixesRationales: false,
    chains: 2,
  });
  const [other] = walk({ sets: sets.slice(0, 2) }, 'a', 'b');
  expect(other?.pairs[0]?.composed[0]).toMatchObject({
    weakest: { review: 'draft', rationale: 'functional', confidence: 0.7 },
    mixesRationales: true,
  });
});

describe('crosswalk: safeguards', () => {
  const frameworks = [frameworkOf('nis2', '20', '21'), frameworkOf('iso27001-2022', 'A.5.1', 'A.5.2')];
  const safeguards = [
    safeguardOf('S-001', { 'nis2:20': 'intersects-with', 'iso27001-2022:A.5.1': 'intersects-with' }),
    safeguardOf('S-002', { 'nis2:20': 'superset-of', 'iso27001-2022:A.5.2': 'subset-of' }),
  ];
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'nis2',
      'iso27001-2022',
      [
        ['A.5.1; through S-001', 'A.5.2; subset by subset safeguards:S-002 subset iso27001-2022:A.5.2; through S-002'],
        [],
      ],
    ],
    ['safeguards', 'nis2', [['20; intersects'], ['20; superset']]],
    ['nis2', 'safeguards', [['S-001; intersects', 'S-002; subset'], []]],
    ['nis2', 'nobody', [[], []]],
    ['nobody', 'nis2', []],
  ])('%s to %s', (from, to, expected) => {
    const rows = walk({ frameworks, safeguards }, from, to);
    expect(rows.map(({ pairs }) => pairs.map(told))).toEqual(expected);
  });

  test('a candidate is never stated, nor does it follow', () => {
    const pair = walk({ frameworks, safeguards }, 'nis2', 'iso27001-2022')[0]?.pairs[0];
    expect(pair).toMatchObject({ basis: 'candidate', stated: [], composed: [], disagrees: false });
  });
});

describe('crosswalk: parts of an imported framework that is one of ours', () => {
  const urn = 'urn:a:annex-technical-and-methodological-requirements-nis2';
  const given = {
    frameworks: [frameworkOf('cir-2024-2690', '1.1')],
    sets: [relations(urn, 'b', ['1.1.1.a', 'intersects', '2'], ['1.1.2', 'superset', '3'], ['1.1.2', 'subset', '4'])],
    aliases: [sameFramework({ urn, number: null, numbers: [] })].filter((alias) => alias !== null),
  };
  test('a point touches what its parts touch, and the path says so', () => {
    expect(walk(given, 'cir-2024-2690', 'b')[0]?.pairs.map(told)).toEqual([
      `2; overlap by superset ${urn}:1.1.1.a intersects b:2`,
      `3; superset by superset ${urn}:1.1.2 superset b:3`,
      `4; overlap by superset ${urn}:1.1.2 subset b:4`,
    ]);
    expect(walk(given, 'b', 'cir-2024-2690').map(({ pairs }) => pairs.map(({ target }) => target))).toEqual([
      ['1.1'],
      ['1.1'],
      ['1.1'],
    ]);
  });

  test('a point of one part can be equal to it, so that the same relation of both is no contradiction', () => {
    const sets = [relations(urn, 'b', ['1.1.1.a', 'equal', '2'], ['1.1', 'equal', '2'])];
    expect(walk({ ...given, sets }, urn, 'b').map(({ pairs }) => pairs.map(told))).toEqual([
      [`2; equal; superset by superset ${urn}:1.1.1.a equal b:2`],
      ['2; equal; subset by subset cir-2024-2690:1.1 equal b:2'],
    ]);
  });
});

/** A world in which each requirement is a set, and true relations about it. */
const world = fc.record({
  sets: fc.array(fc.integer({ min: 1, max: 63 }), { minLength: 12, maxLength: 12 }),
  told: fc.array(
    fc.record({ from: fc.nat(11), to: fc.nat(11), pick: fc.nat(5), review: fc.constantFrom('complete', 'draft') }),
    { minLength: 1, maxLength: 40 },
  ),
  order: fc.infiniteStream(fc.nat()),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

const holds = (relation: SetRelation, left: number, right: number): boolean => {
  const shared = left & right;
  if (relation === 'intersects') return shared !== 0;
  if (relation === 'none') return shared === 0;
  if (relation === 'subset') return shared === left && left !== right;
  if (relation === 'superset') return shared === right && left !== right;
  return left === right;
};

/** Requirement `n` is of framework `f${n % 4}`; each relation comes in a set of its own. */
const published = ({ sets, told: relationsTold }: World): readonly MappingSet[] =>
  relationsTold.map(({ from, to, pick, review }, index) => {
    const fitting = setRelations.filter((one) => holds(one, sets[from] ?? 0, sets[to] ?? 0));
    const relation = fitting[pick % fitting.length] ?? 'intersects';
    return setOf(`f${from % 4}`, `f${to % 4}`, [stated(`${from}`, relation, `${to}`)], {
      urn: `${index}`,
      review: review === 'draft' ? 'draft' : 'complete',
    });
  });

const allOf = (sets: readonly MappingSet[]) => [1, 2, 3].map((to) => walk({ sets }, 'f0', `f${to}`, { maxSteps: 3 }));

test('crosswalk: what follows from true relations is true', () => {
  fc.assert(
    fc.property(world, (one) => {
      for (const { requirement, pairs } of allOf(published(one)).flat())
        for (const { target, composed } of pairs)
          for (const { conclusion, reach } of composed) {
            const [left, right] = [one.sets[Number(requirement)] ?? 0, one.sets[Number(target)] ?? 0];
            if (conclusion.kind === 'relation') expect(holds(conclusion.relation, left, right)).toBe(true);
            else expect((left & right) !== 0).toBe(true);
            if (reach === 'does_all') expect(left & right).toBe(right);
            if (reach === 'does_part') expect(left & right).toBe(left);
          }
    }),
    { seed: 20261127, numRuns: 300 },
  );
});

test('crosswalk: the same, in whatever order its sources come', () => {
  fc.assert(
    fc.property(world, (one) => {
      const sets = published(one);
      const shuffled = sets
        .map((set) => ({ set, place: one.order.next().value ?? 0 }))
        .toSorted((left, right) => left.place - right.place)
        .map(({ set }) => set);
      expect(allOf(shuffled)).toEqual(allOf(sets));
    }),
    { seed: 20261127, numRuns: 200 },
  );
});

test('crosswalk: read backwards, each pair stands the other way round', () => {
  fc.assert(
    fc.property(world, (one) => {
      const graph = mappingGraph(inputs({ sets: published(one) }));
      const pairsOf = (from: string, to: string) =>
        crosswalk(graph, from, to).flatMap(({ requirement, pairs }) =>
          pairs.map((pair) => [requirement, pair.target, pair.basis, pair.composed.length, pair.disagrees].join(' ')),
        );
      const turned = pairsOf('f1', 'f0').map((pair) => pair.replace(/^(\S+) (\S+)/u, '$2 $1'));
      expect(turned.toSorted()).toEqual(pairsOf('f0', 'f1').toSorted());
    }),
    { seed: 20261127, numRuns: 200 },
  );
});
