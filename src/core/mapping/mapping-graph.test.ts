import { describe, expect, test } from 'vitest';
import { frameworkOf, inputs, safeguardOf, setOf, stated } from './mapping-example.ts';
import { mappingGraph, type MappingGraph, type MappingInputs } from './mapping-graph.ts';
import { sameFramework } from './same-framework.ts';

/** Every statement of a graph as `from relation to`, with the sets and safeguards that it comes from. */
const told = ({ nodes, links }: MappingGraph): readonly string[] =>
  links.flatMap((all, from) =>
    all.flatMap(({ to, statements }) =>
      statements.map(
        ({ relation, sources }) =>
          `${nodes[from]?.key} ${relation} ${nodes[to]?.key} (${sources.map(({ of, isInverse }) => `${of}${isInverse ? '⁻¹' : ''}`).join(', ')})`,
      ),
    ),
  );

describe('mappingGraph', () => {
  test.each<[string, Partial<MappingInputs>, readonly string[]]>([
    [
      'a set is read in both directions',
      { sets: [setOf('a', 'b', [stated('1', 'subset', '2')])] },
      ['a:1 subset b:2 (a>b)', 'b:2 superset a:1 (a>b⁻¹)'],
    ],
    [
      'those who say the same stand together, and the same said twice once',
      {
        sets: [
          setOf('a', 'b', [stated('1', 'equal', '2'), stated('1', 'equal', '2')]),
          setOf('b', 'a', [stated('2', 'equal', '1')]),
        ],
      },
      ['a:1 equal b:2 (a>b, b>a⁻¹)', 'b:2 equal a:1 (a>b⁻¹, b>a)'],
    ],
    [
      'those who differ stand side by side',
      {
        sets: [
          setOf('a', 'b', [stated('1', 'equal', '2')]),
          setOf('a', 'b', [stated('1', 'none', '2')], { urn: 'other' }),
        ],
      },
      ['a:1 equal b:2 (a>b)', 'a:1 none b:2 (other)', 'b:2 equal a:1 (a>b⁻¹)', 'b:2 none a:1 (other⁻¹)'],
    ],
    [
      'a safeguard touches its place on the spine and what it is mapped to',
      {
        frameworks: [frameworkOf('nis2', '20(1)')],
        safeguards: [safeguardOf('S-001', { 'nis2:20(1)': 'superset-of' })],
      },
      [
        'nis-cg-2018:9.9.001 intersects safeguards:S-001 (S-001⁻¹)',
        'nis2:20(1) subset safeguards:S-001 (S-001⁻¹)',
        'safeguards:S-001 intersects nis-cg-2018:9.9.001 (S-001)',
        'safeguards:S-001 superset nis2:20(1) (S-001)',
      ],
    ],
  ])('%s', (_, given, expected) => expect(told(mappingGraph(inputs(given)))).toEqual(expected));
});

describe('mappingGraph: an imported framework that is one of ours', () => {
  const urn = 'urn:a:annex-technical-and-methodological-requirements-nis2';
  const alias = sameFramework({ urn, number: null, numbers: [] });
  const graph = mappingGraph(
    inputs({
      frameworks: [frameworkOf('cir-2024-2690', '1', '1.1')],
      sets: [
        setOf(urn, 'b', [
          stated('urn:a:1.1', 'equal', 'x'),
          stated('urn:a:1.1.1.a', 'equal', 'y'),
          stated('urn:a:14', 'equal', 'z'),
        ]),
      ],
      aliases: alias === null ? [] : [alias],
    }),
  );

  test('what is the same is one node with two names', () => {
    expect(graph.nodes.map(({ key }) => key)).toEqual([
      'b:x',
      'b:y',
      'b:z',
      'cir-2024-2690:1',
      'cir-2024-2690:1.1',
      `${urn}:urn:a:1.1.1.a`,
      `${urn}:urn:a:14`,
    ]);
    const namesOf = (framework: string) => graph.members.get(framework)?.map(({ requirement }) => requirement);
    expect(namesOf('cir-2024-2690')).toEqual(['1', '1.1']);
    expect(namesOf(urn)).toEqual(['urn:a:1.1', 'urn:a:1.1.1.a', 'urn:a:14']);
  });

  test('a part stands under the nearest that we list, and leaves open whether it is all of it', () => {
    const part = graph.links.flat().flatMap(({ statements }) => statements.filter(({ isPart }) => isPart));
    expect(part.map(({ relation }) => relation)).toEqual(['superset', 'subset']);
    expect(told(graph)).toContain(`${urn}:urn:a:1.1.1.a subset cir-2024-2690:1.1 (${urn})`);
    expect(told(graph)).toContain(`cir-2024-2690:1.1 equal b:x (${urn}>b)`);
  });
});

test('mappingGraph: what has no number is a part of what is numbered above it, and nothing is read off its id', () => {
  const urn = 'urn:a:annex-technical-and-methodological-requirements-nis2';
  const alias = sameFramework({ urn, number: null, numbers: [] });
  const graph = mappingGraph(
    inputs({
      frameworks: [frameworkOf('cir-2024-2690', '1', '4.3')],
      editions: [
        {
          urn,
          requirements: [
            { id: 'urn:a:4.3', parent: null, number: '4.3' },
            { id: 'urn:a:4.3:1', parent: 'urn:a:4.3', number: null },
          ],
        },
      ],
      aliases: alias === null ? [] : [alias],
    }),
  );
  expect(told(graph)).toContain(`${urn}:urn:a:4.3:1 subset cir-2024-2690:4.3 (${urn})`);
  expect(graph.members.get(urn)?.map(({ node }) => graph.nodes[node]?.key)).toEqual([
    'cir-2024-2690:4.3',
    `${urn}:urn:a:4.3:1`,
  ]);
});
