/**
 * Requirements that one safeguard touches both: worth a look, and never a mapping, since two things that a third one
 * intersects may have nothing in common. Also how such pairs stand beside those that somebody published.
 */
import type { SafeguardId } from '../content/ids.ts';
import { safeguardsFramework, type MappingGraph } from './mapping-graph.ts';
import { byNumber } from './natural-order.ts';

/** Two requirements, and the safeguards that touch both. */
export type CandidatePair = {
  readonly source: string;
  readonly target: string;
  readonly through: readonly SafeguardId[];
};

/** The candidate pairs between two frameworks, in the order of both. */
export function candidatePairs(graph: MappingGraph, from: string, to: string): readonly CandidatePair[] {
  const namesOf = Map.groupBy(graph.members.get(to) ?? [], ({ node }) => node);
  return (graph.members.get(from) ?? []).flatMap(({ node, requirement: source }) =>
    [...safeguardsBetween(graph, node, (end) => namesOf.has(end))]
      .toSorted(([left], [right]) => left - right)
      .flatMap(([end, through]) =>
        (namesOf.get(end) ?? []).map(({ requirement }) => ({ source, target: requirement, through })),
      ),
  );
}

/** By target, the safeguards that touch it and this requirement. A safeguard has no such pairs itself. */
export function safeguardsBetween(
  graph: MappingGraph,
  node: number,
  isTarget: (node: number) => boolean,
): ReadonlyMap<number, readonly SafeguardId[]> {
  const found = new Map<number, SafeguardId[]>();
  const isSafeguard = (one: number): boolean => graph.nodes[one]?.framework === safeguardsFramework;
  if (isSafeguard(node)) return found;
  for (const { to: middle } of graph.links[node] ?? []) {
    if (!isSafeguard(middle)) continue;
    const id = graph.nodes[middle]?.requirement as SafeguardId;
    for (const { to: end } of graph.links[middle] ?? []) {
      if (end === node || !isTarget(end)) continue;
      const through = found.get(end);
      if (through === undefined) found.set(end, [id]);
      else through.push(id);
    }
  }
  return found;
}

/** Two requirements that somebody says have to do with each other. */
export type Pair = { readonly source: string; readonly target: string };

/** Our candidates beside the pairs that somebody published. */
export type PairComparison = {
  readonly both: readonly CandidatePair[];
  /** Published, and touched together by none of our safeguards. */
  readonly onlyPublished: readonly Pair[];
  /** Ours alone, those with the most safeguards first. */
  readonly onlyOurs: readonly CandidatePair[];
  readonly bySource: readonly {
    readonly source: string;
    readonly both: number;
    readonly onlyPublished: number;
    readonly onlyOurs: number;
  }[];
};

/** What both have, and what only one of them has. */
export function comparePairs(ours: readonly CandidatePair[], published: readonly Pair[]): PairComparison {
  const [theirs, mine] = [new Set(published.map(keyOf)), new Set(ours.map(keyOf))];
  const both = ours.filter((pair) => theirs.has(keyOf(pair)));
  const onlyOurs = ours.filter((pair) => !theirs.has(keyOf(pair))).toSorted(byThrough);
  const onlyPublished = published.filter((pair) => !mine.has(keyOf(pair))).toSorted(byPlace);
  const count = (pairs: readonly Pair[], source: string): number =>
    pairs.filter((pair) => pair.source === source).length;
  const sources = [...new Set([...ours, ...published].map(({ source }) => source))].toSorted(byNumber);
  return {
    both: both.toSorted(byThrough),
    onlyPublished,
    onlyOurs,
    bySource: sources.map((source) => ({
      source,
      both: count(both, source),
      onlyPublished: count(onlyPublished, source),
      onlyOurs: count(onlyOurs, source),
    })),
  };
}

const keyOf = ({ source, target }: Pair): string => `${source}\n${target}`;
const byPlace = (left: Pair, right: Pair): number =>
  byNumber(left.source, right.source) || byNumber(left.target, right.target);
const byThrough = (left: CandidatePair, right: CandidatePair): number =>
  right.through.length - left.through.length || byPlace(left, right);
