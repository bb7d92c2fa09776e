import type { Catalog, Contents, Control, Group, Parameter, Resource } from '../model.ts';

/** Where a control or group was first defined: the document, and its place there. */
export type Origin = { readonly document: string; readonly path: string };

/** A control without what is below it, which stands in `children`. */
export type ControlNode = {
  readonly kind: 'control';
  readonly id: string;
  readonly content: Omit<Control, 'controls'>;
  readonly children: readonly ControlNode[];
  readonly origin: Origin;
};

/** A group likewise. */
export type GroupNode = {
  readonly kind: 'group';
  readonly id: string | null;
  readonly content: Omit<Group, 'groups' | 'controls'>;
  readonly children: readonly TreeNode[];
  readonly origin: Origin;
};
export type TreeNode = ControlNode | GroupNode;

/** Controls in their places, with what belongs to none of them. */
export type Tree = {
  readonly nodes: readonly TreeNode[];
  /** Parameters that stand under no control and no group. */
  readonly loose: readonly Parameter[];
  readonly resources: readonly Resource[];
};

/** A catalog as a tree. */
export function treeOf(catalog: Catalog, document: string): Tree {
  const from = (path: string): Origin => ({ document, path });
  return {
    nodes: [
      ...(catalog.groups ?? []).map((group, index) => groupNode(group, `/groups/${index}`, from)),
      ...(catalog.controls ?? []).map((control, index) => controlNode(control, `/controls/${index}`, from)),
    ],
    loose: catalog.params ?? [],
    resources: catalog['back-matter']?.resources ?? [],
  };
}

type From = (path: string) => Origin;

function groupNode({ groups, controls, ...content }: Group, path: string, from: From): GroupNode {
  return {
    kind: 'group',
    id: content.id ?? null,
    content,
    children: [
      ...(groups ?? []).map((inner, index) => groupNode(inner, `${path}/groups/${index}`, from)),
      ...(controls ?? []).map((control, index) => controlNode(control, `${path}/controls/${index}`, from)),
    ],
    origin: from(path),
  };
}

function controlNode({ controls, ...content }: Control, path: string, from: From): ControlNode {
  return {
    kind: 'control',
    id: content.id,
    content,
    children: (controls ?? []).map((inner, index) => controlNode(inner, `${path}/controls/${index}`, from)),
    origin: from(path),
  };
}

/** The members of a catalog that hold a tree, empty lists left out as the schema wants. */
export function catalogPart({ nodes, loose, resources }: Tree): Omit<Catalog, 'uuid' | 'metadata'> {
  const groups = nodes.filter((node) => node.kind === 'group').map(groupOf);
  const controls = nodes.filter((node) => node.kind === 'control').map(controlOf);
  return {
    ...(loose.length > 0 ? { params: loose } : {}),
    ...(controls.length > 0 ? { controls } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(resources.length > 0 ? { 'back-matter': { resources } } : {}),
  };
}

function groupOf({ content, children }: GroupNode): Group {
  const groups = children.filter((node) => node.kind === 'group').map(groupOf);
  const controls = children.filter((node) => node.kind === 'control').map(controlOf);
  return {
    ...inOrder(content),
    ...(groups.length > 0 ? { groups } : {}),
    ...(controls.length > 0 ? { controls } : {}),
  };
}

const controlOf = ({ content, children }: ControlNode): Control => ({
  ...inOrder(content),
  ...(children.length > 0 ? { controls: children.map(controlOf) } : {}),
});

/** Members in the order of the specification; XML needs it, and readers like it. */
function inOrder<Content extends Contents & { readonly id?: string; readonly class?: string; readonly title?: string }>(
  content: Content,
): Content {
  const { id, class: kind, title, params, props, links, parts, ...rest } = content;
  const known = { id, class: kind, title, params, props, links, parts };
  const present = Object.entries(known).filter(([, value]) => value !== undefined && !isEmpty(value));
  return { ...Object.fromEntries(present), ...rest } as Content;
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** All controls of some nodes, parents before their children. */
export function controlsIn(nodes: readonly TreeNode[]): readonly ControlNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'control' ? [node, ...controlsIn(node.children)] : controlsIn(node.children),
  );
}
