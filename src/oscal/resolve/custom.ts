/**
 * The custom structure: only the groups that a profile declares, with the controls that it inserts into them.
 * @source OSCAL profile resolution, [req-custom-group], [req-custom-group-contents], [req-custom-select]
 */
import type { CustomGroup, InsertControls, Merge, Parameter } from '../model.ts';
import { chooserOf } from './select.ts';
import { controlsIn, type ControlNode, type GroupNode, type TreeNode } from './tree.ts';
import type { Warn } from './warning.ts';

type Placed = { readonly node: ControlNode; readonly ancestors: readonly string[] };
type Source = { readonly controls: readonly Placed[]; readonly groups: ReadonlyMap<string, GroupNode> };

/** The declared structure, and the parameters of groups that were not taken over. */
export function customStructure(
  nodes: readonly TreeNode[],
  custom: NonNullable<Merge['custom']>,
  warn: Warn,
): { readonly nodes: readonly TreeNode[]; readonly loose: readonly Parameter[] } {
  const groups = groupsIn(nodes);
  const source: Source = {
    controls: placedIn(nodes, []),
    groups: new Map(groups.toReversed().flatMap((group) => (group.id === null ? [] : [[group.id, group]]))),
  };
  const declared = new Set<string>();
  const built: readonly TreeNode[] = [
    ...(custom.groups ?? []).map((group, index) =>
      groupFrom(group, `/profile/merge/custom/groups/${index}`, source, declared, warn),
    ),
    ...insert(custom['insert-controls'], '/profile/merge/custom', source, warn),
  ];
  const loose = groups
    .filter(({ id }) => id === null || !declared.has(id))
    .flatMap(({ content }) => content.params ?? []);
  return { nodes: built, loose };
}

const groupsIn = (nodes: readonly TreeNode[]): readonly GroupNode[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? [node, ...groupsIn(node.children)] : []));

const placedIn = (nodes: readonly TreeNode[], ancestors: readonly string[]): readonly Placed[] =>
  nodes.flatMap((node) =>
    node.kind === 'group'
      ? placedIn(node.children, [])
      : [{ node, ancestors }, ...placedIn(node.children, [...ancestors, node.id])],
  );

function groupFrom(
  { groups, 'insert-controls': insertions, ...own }: CustomGroup,
  pointer: string,
  source: Source,
  declared: Set<string>,
  warn: Warn,
): GroupNode {
  const known = own.id === undefined ? undefined : source.groups.get(own.id);
  if (own.id !== undefined) declared.add(own.id);
  return {
    kind: 'group',
    id: own.id ?? null,
    content: known === undefined ? own : withContentsOf(known.content, own),
    children: [
      ...(groups ?? []).map((inner, index) => groupFrom(inner, `${pointer}/groups/${index}`, source, declared, warn)),
      ...insert(insertions, pointer, source, warn),
    ],
    origin: known?.origin ?? { document: 'profile', path: pointer },
  };
}

/** What the imported group has, then what the profile adds; the profile's title stands over the imported one. */
function withContentsOf(imported: GroupNode['content'], own: GroupNode['content']): GroupNode['content'] {
  const both = <Item>(first: readonly Item[] = [], second: readonly Item[] = []): readonly Item[] => [
    ...first,
    ...second,
  ];
  return {
    ...imported,
    ...own,
    params: both(imported.params, own.params),
    props: both(imported.props, own.props),
    links: both(imported.links, own.links),
    parts: both(imported.parts, own.parts),
  };
}

function insert(
  insertions: readonly InsertControls[] | undefined,
  pointer: string,
  source: Source,
  warn: Warn,
): readonly ControlNode[] {
  return (insertions ?? []).flatMap((insertion, index) => {
    const chooses = chooserOf(insertion);
    const chosen = source.controls.filter(({ node, ancestors }) => chooses(node.id, ancestors));
    if (chosen.length === 0)
      warn('nothing_selected', `${pointer}/insert-controls/${index}`, 'This insertion selects no included control');
    return inOrder(nested(chosen), insertion.order ?? 'keep');
  });
}

/** Only what is selected appears: a child below its parent if both are, else in the parent's place. */
function nested(chosen: readonly Placed[]): readonly ControlNode[] {
  const ids = new Set(chosen.map(({ node }) => node));
  const prune = (node: ControlNode): readonly ControlNode[] => {
    const children = node.children.flatMap(prune);
    return ids.has(node) ? [{ ...node, children }] : children;
  };
  const below = new Set(chosen.flatMap(({ node }) => controlsIn(node.children)));
  return chosen.flatMap(({ node }) => (below.has(node) ? [] : prune(node)));
}

/** By id, letter by letter; a second of the same id keeps its place behind the first. */
function inOrder(nodes: readonly ControlNode[], order: 'keep' | 'ascending' | 'descending'): readonly ControlNode[] {
  if (order === 'keep') return nodes;
  const sign = order === 'ascending' ? 1 : -1;
  return nodes.toSorted((left, right) => sign * (left.id < right.id ? -1 : Number(left.id > right.id)));
}
