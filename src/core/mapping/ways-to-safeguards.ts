/**
 * The ways from a requirement to the safeguards that bear on it. Owns which of many chains is worth showing to somebody
 * who answered the requirement; must not know answers.
 */
import { anything, claimOf, composeClaims, conclude, saysSomething, type Claim, type Conclusion } from './algebra.ts';
import type { PathStep } from './crosswalk.ts';
import { safeguardsFramework, type MappingGraph, type Statement } from './mapping-graph.ts';

/** A way, the step to the safeguard last. */
export type Way = {
  readonly safeguard: string;
  /** Of the requirement to the safeguard; of a way that concludes nothing too, one can follow it and look. */
  readonly conclusion: Conclusion;
  readonly steps: readonly PathStep[];
};

type Walk = { readonly node: number; readonly claim: Claim; readonly steps: readonly PathStep[] };

const mostSteps = 3;

/**
 * One way to each safeguard: what says most, then the shortest. Where nothing more follows than that both touch
 * something, only the nearest safeguards are named: the further ones would be all of them.
 * @source NIST IR 8477, section 4.3, by the algebra; that the nearest are worth a look is ours
 */
export function waysToSafeguards(graph: MappingGraph, framework: string, requirement: string): readonly Way[] {
  const start = graph.members.get(framework)?.find((member) => member.requirement === requirement)?.node;
  if (start === undefined) return [];
  const best = new Map<string, Way>();
  const seen = new Set([start]);
  let edge: readonly Walk[] = [{ node: start, claim: claimOf('equal'), steps: [] }];
  for (let length = 1; length <= mostSteps; length += 1) {
    const next = edge.flatMap((walk) => stepsFrom(graph, walk));
    for (const { node, claim, steps } of next) {
      const end = graph.nodes[node];
      if (end?.framework !== safeguardsFramework) continue;
      const way: Way = { safeguard: end.requirement, conclusion: conclude(claim), steps };
      const other = best.get(way.safeguard);
      if (other === undefined || isNamed(way) > isNamed(other)) best.set(way.safeguard, way);
    }
    edge = next.filter(({ node, claim }) => goesOn(graph, node, claim) && !seen.has(node));
    for (const { node } of edge) seen.add(node);
  }
  const ways = [...best.values()];
  const nearest = Math.min(...ways.map(({ steps }) => steps.length));
  return ways.filter((way) => isNamed(way) > 0 || way.steps.length === nearest);
}

const stepsFrom = (graph: MappingGraph, { node, claim, steps }: Walk): readonly Walk[] =>
  (graph.links[node] ?? []).flatMap(({ to, statements }) =>
    statements.filter(isUsable).map((statement) => ({
      node: to,
      claim: composeClaims(claim, statement.claim),
      steps: [...steps, stepTo(graph, to, statement)],
    })),
  );

const isUsable = ({ relation, trust }: Statement): boolean => trust !== null && relation !== 'none';

const stepTo = (graph: MappingGraph, to: number, { relation, sources }: Statement): PathStep => ({
  to: graph.nodes[to]?.key ?? ('' as PathStep['to']),
  relation,
  sources,
});

/** From a safeguard nothing goes on, nor from where nothing is known any more of what was answered. */
const goesOn = ({ nodes }: MappingGraph, node: number, claim: Claim): boolean =>
  nodes[node]?.framework !== safeguardsFramework && claim.possible !== anything && saysSomething(claim);

/** Whether more is known than that the two share something. */
const isNamed = ({ conclusion }: Way): 0 | 1 =>
  conclusion.kind === 'relation' && conclusion.relation !== 'intersects' && conclusion.relation !== 'none' ? 1 : 0;
