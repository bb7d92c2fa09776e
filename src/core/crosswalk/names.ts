/** What requirements and frameworks are called, wherever a path leads. */
import type { GraphNode, MappingGraph, NodeKey, RelationSource } from '../mapping/mapping-graph.ts';
import { voicesOf, type Twins } from '../mapping/twins.ts';
import { lastPiece, type Compared, type ComparedRequirement } from './compared.ts';
import type { Named, Placed, SideFacts, VoiceView } from './view.ts';

/** All that a view needs besides the rows: names, and which sources are twins. */
export type Naming = {
  readonly graph: MappingGraph;
  readonly compared: ReadonlyMap<string, Compared>;
  readonly named: (framework: string, requirement: string) => Named;
  readonly placed: (key: NodeKey) => Placed;
  readonly twins: Twins;
};

/** Looks names up; each framework is indexed when it is first met. */
export function namingOf(graph: MappingGraph, all: readonly Compared[], twins: Twins): Naming {
  const compared = new Map(all.map((one) => [one.id, one]));
  const trees = new Map<string, ReadonlyMap<string, ComparedRequirement>>();
  const treeOf = (framework: string) => {
    const known = trees.get(framework) ?? new Map((compared.get(framework)?.tree ?? []).map((one) => [one.id, one]));
    trees.set(framework, known);
    return known;
  };
  const named = (framework: string, requirement: string): Named => {
    const found = treeOf(framework).get(requirement);
    return found === undefined
      ? { id: requirement, code: lastPiece(requirement), title: null, language: null }
      : { id: found.id, code: found.code, title: found.title, language: found.language };
  };
  const nodes = new Map<NodeKey, GraphNode>();
  const placed = (key: NodeKey): Placed => {
    if (nodes.size === 0) for (const node of graph.nodes) nodes.set(node.key, node);
    const { framework = '', requirement = '' } = nodes.get(key) ?? {};
    return placedIn(compared, framework, named(framework, requirement));
  };
  return { graph, compared, named, placed, twins };
}

/** A name with the framework that gives it. */
export const placedIn = (compared: ReadonlyMap<string, Compared>, framework: string, name: Named): Placed => ({
  ...name,
  framework,
  frameworkTitle: titleOf(compared, framework),
  kind: compared.get(framework)?.kind ?? 'named',
});

/** The short name of a framework; of our safeguards it is a word of the reader's, and empty here. */
export const titleOf = (compared: ReadonlyMap<string, Compared>, framework: string): string =>
  compared.get(framework)?.shortTitle ?? lastPiece(framework);

/** Sources as a screen shows them, each author once. */
export const viewVoices = (sources: readonly RelationSource[], twins: Twins): readonly VoiceView[] =>
  voicesOf(sources, twins).map(({ source, hasTwin }) => ({ ...source, hasTwin }));

/** A framework with how much of it takes part. */
export function sideOf(one: Compared, graph: MappingGraph, compared: ReadonlyMap<string, Compared>): SideFacts {
  const { id, kind, title, shortTitle, edition, language, editionId, likeOurs } = one;
  const members = graph.members.get(id) ?? [];
  const relations = members.flatMap(({ node }) =>
    (graph.links[node] ?? []).filter(({ statements }) => statements.some(({ isPart }) => !isPart)),
  ).length;
  return {
    id,
    kind,
    title,
    shortTitle,
    edition,
    language,
    editionId,
    requirements: members.length,
    relations,
    likeOurs:
      likeOurs === null
        ? null
        : {
            id: likeOurs.alias.content,
            title: titleOf(compared, likeOurs.alias.content),
            placed: likeOurs.placed,
            of: likeOurs.of,
            isUsed: likeOurs.isProven,
          },
  };
}
