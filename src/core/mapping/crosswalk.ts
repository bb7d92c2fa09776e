/**
 * From the requirements of one framework to those of another: what is stated, what follows, and what is only worth a
 * look. Owns how the three stand beside each other; must not know where relations came from.
 */
import type { SafeguardId } from '../content/ids.ts';
import type { SetRelation } from '../guidance/mapping-set.ts';
import { canBothBe, conclude, outcomesIn, type Conclusion } from './algebra.ts';
import { safeguardsBetween } from './candidate-pairs.ts';
import { chainsFrom, type Chain, type Ground } from './compose-paths.ts';
import { reachOf, type Reach } from './coverage-of-relation.ts';
import type { MappingGraph, Member, NodeKey, RelationSource, Statement } from './mapping-graph.ts';
import type { Trust } from './weakest-link.ts';

/** What somebody states of two requirements, with all who state it. */
export type StatedRelation = {
  readonly relation: SetRelation;
  readonly reach: Reach | null;
  readonly sources: readonly RelationSource[];
};

/** A step of a chain: the relation to the next requirement, with all who state it. */
export type PathStep = {
  readonly to: NodeKey;
  readonly relation: SetRelation;
  readonly sources: readonly RelationSource[];
};

/** What follows through other requirements; nobody states it. */
export type ComposedRelation = {
  readonly conclusion: Conclusion;
  readonly reach: Reach | null;
  readonly path: readonly PathStep[];
  /** The least trusted of its links, in each respect. */
  readonly weakest: Trust;
  /** Whether its links argue from different things; such a chain is a hint. */
  readonly mixesRationales: boolean;
  /** How many chains of this length say the same; the path is the most trusted of them. */
  readonly chains: number;
};

/** All that is known of two requirements. */
export type CrosswalkPair = {
  readonly target: string;
  /** `candidate`: one safeguard touches both, which says nothing of how they stand to each other. */
  readonly basis: 'stated' | 'composed' | 'candidate';
  readonly stated: readonly StatedRelation[];
  readonly composed: readonly ComposedRelation[];
  readonly throughSafeguards: readonly SafeguardId[];
  /** Sources state different relations, or what follows rules out what is stated, or something else that follows. */
  readonly disagrees: boolean;
};

/** A requirement with its pairs, in the order of the other framework; none at all means that nothing can be said. */
export type CrosswalkRow = { readonly requirement: string; readonly pairs: readonly CrosswalkPair[] };

/** How far to look: 1 is only what is stated, and the most is 3. */
export type CrosswalkOptions = { readonly maxSteps?: 1 | 2 | 3 };

/** The crosswalk between two frameworks, one row for each requirement of the first. */
export function crosswalk(
  graph: MappingGraph,
  from: string,
  to: string,
  { maxSteps = 2 }: CrosswalkOptions = {},
): readonly CrosswalkRow[] {
  const sources = graph.members.get(from) ?? [];
  const namesOf = Map.groupBy(graph.members.get(to) ?? [], ({ node }) => node);
  const sourceNodes = new Set(sources.map(({ node }) => node));
  const ground: Ground = {
    graph,
    isTarget: (node) => namesOf.has(node),
    isInEither: (node) => sourceNodes.has(node) || namesOf.has(node),
    maxSteps,
  };
  return sources.map(({ node, requirement }) => ({ requirement, pairs: pairsOf(node, ground, namesOf) }));
}

function pairsOf(
  node: number,
  ground: Ground,
  namesOf: ReadonlyMap<number, readonly Member[]>,
): readonly CrosswalkPair[] {
  const { graph } = ground;
  const links = new Map((graph.links[node] ?? []).map((link) => [link.to, link]));
  const chains = Map.groupBy(chainsFrom(node, ground), ({ end }) => end);
  const through = safeguardsBetween(graph, node, ground.isTarget);
  const ends = [...new Set([...links.keys(), ...chains.keys(), ...through.keys()])]
    .filter((end) => namesOf.has(end))
    .toSorted((left, right) => left - right);
  return ends.flatMap((end) => {
    const pair = pairOf(graph, links.get(end)?.statements ?? [], chains.get(end) ?? [], through.get(end) ?? []);
    return (namesOf.get(end) ?? []).map(({ requirement }) => ({ target: requirement, ...pair }));
  });
}

function pairOf(
  graph: MappingGraph,
  statements: readonly Statement[],
  chains: readonly Chain[],
  throughSafeguards: readonly SafeguardId[],
): Omit<CrosswalkPair, 'target'> {
  return {
    basis: statements.length > 0 ? 'stated' : chains.length > 0 ? 'composed' : 'candidate',
    stated: statements.map(({ relation, claim, sources }) => ({ relation, reach: reachOf(claim), sources })),
    composed: chains.toSorted(bySteps).map((chain) => composedOf(graph, chain)),
    throughSafeguards,
    disagrees: disagree(statements, chains),
  };
}

// Shortest first, then what leaves least open.
const bySteps = (left: Chain, right: Chain): number =>
  left.steps - right.steps ||
  outcomesIn(left.claim.possible).length - outcomesIn(right.claim.possible).length ||
  left.claim.possible - right.claim.possible ||
  (`${left.claim.relation}` < `${right.claim.relation}` ? -1 : 1);

const composedOf = (graph: MappingGraph, chain: Chain): ComposedRelation => ({
  conclusion: conclude(chain.claim),
  reach: reachOf(chain.claim),
  path: pathOf(graph, chain),
  weakest: chain.trust,
  mixesRationales: chain.mixesRationales,
  chains: chain.alike,
});

function pathOf(graph: MappingGraph, { end, last, before }: Chain): readonly PathStep[] {
  const step = { to: graph.nodes[end]?.key ?? ('' as NodeKey), relation: last.relation, sources: last.sources };
  return before === null ? [step] : [...pathOf(graph, before), step];
}

/** Equivalent is equal in other words; every other two words differ, even where both could be true. */
function disagree(statements: readonly Statement[], chains: readonly Chain[]): boolean {
  const words = statements.filter(({ isPart }) => !isPart).map(({ relation }) => relation);
  if (new Set(words.map((word) => (word === 'equivalent' ? 'equal' : word))).size > 1) return true;
  const claims = [...statements, ...chains].map(({ claim }) => claim);
  return claims.some((one, index) => claims.slice(index + 1).some((other) => !canBothBe(one, other)));
}
