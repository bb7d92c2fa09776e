/** The parts of a framework by which a picture is drawn: as deep as still fits, so that each part says something. */
import type { Compared, ComparedRequirement } from './compared.ts';

/** A part of a framework, by its heading. */
export type Group = { readonly id: string; readonly code: string; readonly title: string | null };

/** The groups in the order of the framework, and in which each requirement stands. */
export type Grouping = { readonly groups: readonly Group[]; readonly groupOf: (requirement: string) => string };

/** So many rows and columns can still be read. */
const mostGroups = 24;

/** The parts of a framework: headings of its tree, else what numbers begin with, else all as one. */
export function groupingOf({ tree, id }: Pick<Compared, 'tree' | 'id'>, members: readonly string[]): Grouping {
  const above = chains(tree);
  const standing = members.map((member) => above.get(member) ?? [asNamed(member)]);
  const depths = [...Array(Math.max(1, ...standing.map((chain) => chain.length))).keys()];
  const cuts = depths.map((depth) => cutAt(standing, depth)).filter((cut) => cut.length <= mostGroups);
  const cut = cuts.at(-1);
  return cut !== undefined && cut.length > 1 ? byTree(cut, above) : byNumber(tree, members, id);
}

const asNamed = (id: string): ComparedRequirement => ({ id, code: id, title: null, parent: null, language: null });

/** From the outermost heading to the requirement itself. */
function chains(tree: readonly ComparedRequirement[]): ReadonlyMap<string, readonly ComparedRequirement[]> {
  const known = new Map<string, readonly ComparedRequirement[]>();
  // Parents come before their children, in content and in editions.
  for (const one of tree) known.set(one.id, [...(known.get(one.parent ?? '') ?? []), one]);
  return known;
}

const at = (chain: readonly ComparedRequirement[], depth: number): ComparedRequirement =>
  chain[Math.min(depth, chain.length - 1)] as ComparedRequirement;

const cutAt = (
  standing: readonly (readonly ComparedRequirement[])[],
  depth: number,
): readonly ComparedRequirement[] => [
  ...new Map(standing.map((chain) => [at(chain, depth).id, at(chain, depth)])).values(),
];

function byTree(
  cut: readonly ComparedRequirement[],
  above: ReadonlyMap<string, readonly ComparedRequirement[]>,
): Grouping {
  const ids = new Set(cut.map(({ id }) => id));
  const order = [...above.keys()];
  const places = new Map(order.map((id, index) => [id, index]));
  return {
    groups: cut
      .toSorted((left, right) => (places.get(left.id) ?? 0) - (places.get(right.id) ?? 0))
      .map(({ id, code, title }) => ({ id, code, title })),
    groupOf: (requirement) => above.get(requirement)?.findLast(({ id }) => ids.has(id))?.id ?? requirement,
  };
}

/** A framework without a tree: `PR.AA-05` stands under `PR`, `5.23` under `5`. */
function byNumber(tree: readonly ComparedRequirement[], members: readonly string[], all: string): Grouping {
  const codes = new Map(tree.map(({ id, code }) => [id, code]));
  const first = (id: string): string => (codes.get(id) ?? id).split(/[.(\s-]/u)[0] ?? '';
  const firsts = [...new Set(members.map(first))];
  return firsts.length > 1 && firsts.length <= mostGroups
    ? { groups: firsts.map((code) => ({ id: code, code, title: null })), groupOf: first }
    : { groups: [{ id: all, code: '', title: null }], groupOf: () => all };
}
