/** The merge phase: clashes first, then structure. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { Merge, Parameter } from '../model.ts';
import { customStructure } from './custom.ts';
import type { ResolveError } from './error.ts';
import { isKept } from './select.ts';
import { controlsIn, type ControlNode, type GroupNode, type Tree, type TreeNode } from './tree.ts';
import type { Warn } from './warning.ts';

/** Choices that the specification and tools in use answer in two ways. */
export type MergeOptions = {
  /** `drop` as the specification has it; `keep` leaves child controls below their parents, as older tools do. */
  readonly flatNesting: 'drop' | 'keep';
};

/**
 * Several selections as one tree.
 * @source OSCAL profile resolution, [req-merge-order], [req-stucture], [req-structure-none]
 */
export function merge(
  selections: readonly Tree[],
  directive: Merge | undefined,
  { flatNesting }: MergeOptions,
  warn: Warn,
): Result<Tree, ResolveError> {
  const structures = ['flat', 'as-is', 'custom'].filter((name) => isSet(directive, name));
  if (structures.length > 1)
    return fail({
      kind: 'two_structures',
      pointer: '/profile/merge',
      message: `Cannot structure as ${structures.join(' and ')}: a profile has one of them; take out the others`,
    });
  const combined = combine(selections, directive?.combine?.method ?? 'keep', warn);
  const loose = selections.flatMap((selection) => selection.loose);
  const resources = selections.flatMap((selection) => selection.resources);
  const nodes = combined.flatMap(({ nodes: own }) => own);
  if (directive?.['as-is'] === true) return ok({ nodes: joinGroups(nodes), loose, resources });
  if (directive?.custom !== undefined) {
    const built = customStructure(nodes, directive.custom, warn);
    return ok({ nodes: built.nodes, loose: [...loose, ...built.loose], resources });
  }
  const flat = flatNesting === 'keep' ? topControls(nodes) : controlsIn(nodes).map(alone);
  return ok({ nodes: flat, loose: [...loose, ...groupParams(nodes)], resources });
}

/** `as-is: false` is no structure. */
const isSet = (directive: Merge | undefined, name: string): boolean => {
  const value = directive?.[name as 'flat' | 'as-is' | 'custom'];
  return value !== undefined && value !== false;
};

const alone = (node: ControlNode): ControlNode => ({ ...node, children: [] });

const topControls = (nodes: readonly TreeNode[]): readonly ControlNode[] =>
  nodes.flatMap((node) => (node.kind === 'control' ? [node] : topControls(node.children)));

/** Parameters of groups that are given up. */
export const groupParams = (nodes: readonly TreeNode[]): readonly Parameter[] =>
  nodes.flatMap((node) =>
    node.kind === 'group' ? [...(node.content.params ?? []), ...groupParams(node.children)] : [],
  );

/**
 * Controls with the same id: all stay, or only the first. The method `merge` was given up and means nothing any more; it
 * is read as `keep`, and said so.
 * @source OSCAL profile resolution, [req-merge-none], [req-merge-keep], [req-merge-use-first], [req-merge-combine]
 */
function combine(selections: readonly Tree[], method: 'use-first' | 'merge' | 'keep', warn: Warn): readonly Tree[] {
  if (method === 'use-first') return useFirst(selections);
  if (method === 'merge')
    warn('combine_merge', '/profile/merge/combine', 'The method "merge" is undefined; read as "keep"');
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of selections.flatMap(({ nodes }) => controlsIn(nodes))) {
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  for (const id of twice)
    warn('duplicate_control', '/profile/imports', `Control "${id}" comes more than once and stands there as often`);
  return selections;
}

/** The first of each id, in the order of imports. Where a second one goes, its children that are first of theirs stay. */
function useFirst(selections: readonly Tree[]): readonly Tree[] {
  const seen = new Set<string>();
  const pickControl = (node: ControlNode): readonly ControlNode[] => {
    const isFirst = !seen.has(node.id);
    seen.add(node.id);
    const children = node.children.flatMap(pickControl);
    return isFirst ? [{ ...node, children }] : children;
  };
  const pickGroup = (node: GroupNode): readonly GroupNode[] => {
    const children = node.children.flatMap(pick);
    return children.length > 0 || isKept(node.content) ? [{ ...node, children }] : [];
  };
  const pick = (node: TreeNode): readonly TreeNode[] => (node.kind === 'control' ? pickControl(node) : pickGroup(node));
  return selections.map((selection) => ({ ...selection, nodes: selection.nodes.flatMap(pick) }));
}

/**
 * Groups of several imports that are one: by their id, or without one by the place that they come from. The first gives
 * title and words; what only later ones have is added.
 * @source OSCAL profile resolution, [id-structure-as-is-list-1], [req-id-id]
 */
function joinGroups(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const groups = new Map<string, GroupNode>();
  const order: (string | ControlNode)[] = [];
  for (const node of nodes) {
    if (node.kind === 'control') {
      order.push(node);
      continue;
    }
    const key = node.id === null ? `@${node.origin.document}#${node.origin.path}` : `#${node.id}`;
    const known = groups.get(key);
    if (known === undefined) order.push(key);
    groups.set(key, known === undefined ? node : joined(known, node));
  }
  return order.map((entry) => {
    if (typeof entry !== 'string') return entry;
    const group = groups.get(entry);
    if (group === undefined) throw new Error(`Cannot find group "${entry}" that was just seen`);
    return { ...group, children: joinGroups(group.children) };
  });
}

function joined(first: GroupNode, second: GroupNode): GroupNode {
  const params = unlessKnown(first.content.params, second.content.params);
  const parts = unlessKnown(first.content.parts, second.content.parts);
  return {
    ...first,
    content: { ...first.content, ...(params === null ? {} : { params }), ...(parts === null ? {} : { parts }) },
    children: [...first.children, ...second.children],
  };
}

/** Both lists, without what the first already has by id; parts without an id are the same if they say the same. */
function unlessKnown<Item extends { readonly id?: string }>(
  first: readonly Item[] = [],
  second: readonly Item[] = [],
): readonly Item[] | null {
  const keyOf = (item: Item): string => item.id ?? JSON.stringify(item);
  const known = new Set(first.map(keyOf));
  const more = second.filter((item) => !known.has(keyOf(item)));
  return more.length === 0 ? null : [...first, ...more];
}
