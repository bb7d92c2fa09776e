/** The modify phase, second half: taking out of controls, and putting in. */
import type { Addition, Alteration, Contents, Removal } from '../model.ts';
import type { ControlNode, TreeNode } from './tree.ts';
import type { Warn } from './warning.ts';

/** The lists of a control or part, and how one of their entries is called. */
const lists = [
  ['params', 'param'],
  ['props', 'prop'],
  ['links', 'link'],
  ['parts', 'part'],
] as const;
type ListName = (typeof lists)[number][0];
type Item = {
  readonly id?: string;
  readonly name?: string;
  readonly ns?: string;
  readonly class?: string;
} & Contents;
type Lists = { readonly [name in ListName]?: readonly Item[] };

const oscalNamespace = 'http://csrc.nist.gov/ns/oscal';

/**
 * Applies alterations to every control that they name; where a control stands twice, to both.
 * @source OSCAL profile resolution, "Altering controls"
 */
export function alter(nodes: readonly TreeNode[], alterations: readonly Alteration[], warn: Warn): readonly TreeNode[] {
  if (alterations.length === 0) return nodes;
  const byControl = Map.groupBy(
    alterations.map((alteration, index) => ({ alteration, pointer: `/profile/modify/alters/${index}` })),
    ({ alteration }) => alteration['control-id'],
  );
  const met = new Set<string>();
  const visit = (node: TreeNode): TreeNode => {
    const children = node.children.map(visit);
    const same = children.every((child, index) => child === node.children[index]);
    const visited = same ? node : ({ ...node, children } as TreeNode);
    if (visited.kind === 'group') return visited;
    const found = byControl.get(visited.id);
    if (found === undefined) return visited;
    met.add(visited.id);
    return found.reduce((control, { alteration, pointer }) => altered(control, alteration, pointer, warn), visited);
  };
  const done = nodes.map(visit);
  for (const [id, [first]] of byControl)
    if (!met.has(id)) warn('unknown_control', first?.pointer ?? '', `No included control "${id}" to alter`);
  return done;
}

/** Removals come first, whatever their order in the file. */
function altered(control: ControlNode, alteration: Alteration, pointer: string, warn: Warn): ControlNode {
  const less = (alteration.removes ?? []).reduce(
    (node, removal, index) => removed(node, removal, `${pointer}/removes/${index}`, warn),
    control,
  );
  return (alteration.adds ?? []).reduce(
    (node, addition, index) => added(node, addition, `${pointer}/adds/${index}`, warn),
    less,
  );
}

/**
 * Takes out whatever inside the control meets all criteria; without any, nothing.
 * @source OSCAL profile resolution, [req-modify-alter-remove-match] and those below it
 */
function removed(control: ControlNode, removal: Removal, pointer: string, warn: Warn): ControlNode {
  if (Object.keys(removal).length === 0) {
    warn('removal_without_criteria', pointer, 'A removal without criteria removes nothing');
    return control;
  }
  let count = 0;
  const goes = (item: Item, itemName: string): boolean => {
    const meets = matches(item, itemName, removal);
    if (meets) count += 1;
    return meets;
  };
  const inLists = <Content extends Contents>(content: Content): Content => withoutItems(content, goes);
  const inNode = (node: ControlNode): ControlNode => ({
    ...node,
    content: inLists(node.content),
    children: node.children.filter((child) => !goes(child.content, 'control')).map(inNode),
  });
  const done = inNode(control);
  if (count === 0) warn('removal_without_effect', pointer, `Nothing in control "${control.id}" meets this removal`);
  return done;
}

function matches(item: Item, itemName: string, removal: Removal): boolean {
  const { 'by-name': name, 'by-class': kind, 'by-id': id, 'by-item-name': called, 'by-ns': ns } = removal;
  if (called !== undefined && called !== itemName) return false;
  if (name !== undefined && item.name !== name) return false;
  if (kind !== undefined && item.class !== kind) return false;
  if (id !== undefined && item.id !== id) return false;
  if (ns === undefined || item.ns === ns) return true;
  // Properties and parts are of a namespace even if they name none; nothing else is of one.
  return ns === oscalNamespace && item.ns === undefined && (itemName === 'prop' || itemName === 'part');
}

function withoutItems<Content extends Contents>(
  content: Content,
  goes: (item: Item, name: string) => boolean,
): Content {
  const given = content as Lists;
  const left: { [name in ListName]?: readonly Item[] } = {};
  for (const [list, name] of lists) {
    const items = given[list];
    if (items !== undefined)
      left[list] = items.filter((item) => !goes(item, name)).map((item) => withoutItems(item, goes));
  }
  return { ...content, ...left } as Content;
}

/**
 * Puts contents into a control, or beside or into something inside it. Without `by-id`, "before" and "after" mean the start
 * and the end.
 * @source OSCAL profile resolution, [req-modify-alter-add-implicit] to [req-modify-alter-add-explicit-outside]
 */
function added(control: ControlNode, addition: Addition, pointer: string, warn: Warn): ControlNode {
  const { 'by-id': target, position, title, ...contents } = addition;
  const atStart = position === 'starting' || position === 'before';
  // Strictly an addition by the control's own id does nothing; profiles in use, and NIST's tests, mean the control.
  if (target === control.id)
    warn('addition_by_own_id', pointer, `"by-id" names the control "${target}" itself; taken as none`);
  if (target === undefined || target === control.id) {
    const content = withContents(control.content, contents, atStart);
    return { ...control, content: title === undefined ? content : { ...content, title } };
  }
  const put =
    position === 'before' || position === 'after'
      ? beside(target, contents, atStart)
      : inside(target, contents, title, atStart);
  const done = put(control);
  if (done === null) {
    warn('addition_without_target', pointer, `Nothing inside control "${control.id}" has the id "${target}"`);
    return control;
  }
  return done;
}

const withContents = <Content extends Contents>(content: Content, more: Contents, atStart: boolean): Content => {
  const [given, put] = [content as Lists, more as Lists];
  const grown = lists.flatMap(([list]) => {
    const items = put[list];
    if (items === undefined) return [];
    return [[list, atStart ? [...items, ...(given[list] ?? [])] : [...(given[list] ?? []), ...items]] as const];
  });
  return { ...content, ...Object.fromEntries(grown) };
};

type Put = (control: ControlNode) => ControlNode | null;

/** Into the object with this id. */
function inside(target: string, contents: Contents, title: string | undefined, atStart: boolean): Put {
  const grow = (item: Item): Item => ({
    ...withContents(item, contents, atStart),
    ...(title === undefined ? {} : { title }),
  });
  return (control) => changeInNode(control, (items) => replaceOne(items, target, (item) => [grow(item)]), target, grow);
}

/** Beside it: entries of its kind next to it, others in the lists around it. */
function beside(target: string, contents: Contents, isBefore: boolean): Put {
  const more = contents as Lists;
  const around = (content: Lists): Lists | null => {
    for (const [list] of lists) {
      const items = content[list];
      if (items?.some(({ id }) => id === target) !== true) continue;
      const own = more[list] ?? [];
      const next = replaceOne(items, target, (item) => (isBefore ? [...own, item] : [item, ...own]));
      const { [list]: _, ...others } = more;
      return withContents({ ...content, [list]: next ?? items } as Contents, others as Contents, isBefore) as Lists;
    }
    return null;
  };
  return (control) => aroundInNode(control, around);
}

/** A list with one entry replaced; null where none has the id. */
function replaceOne(
  items: readonly Item[],
  id: string,
  replace: (item: Item) => readonly Item[],
): readonly Item[] | null {
  const at = items.findIndex((item) => item.id === id);
  const found = items[at];
  return found === undefined ? null : items.toSpliced(at, 1, ...replace(found));
}

type ChangeList = (items: readonly Item[]) => readonly Item[] | null;

function changeInNode(
  control: ControlNode,
  change: ChangeList,
  target: string,
  grow: (item: Item) => Item,
): ControlNode | null {
  const content = changeInContent(control.content as Lists, change);
  if (content !== null) return { ...control, content: content as ControlNode['content'] };
  for (const [index, child] of control.children.entries()) {
    const changed =
      child.id === target
        ? { ...child, content: grow(child.content) as ControlNode['content'] }
        : changeInNode(child, change, target, grow);
    if (changed !== null) return { ...control, children: control.children.with(index, changed) };
  }
  return null;
}

function changeInContent(content: Lists, change: ChangeList): Lists | null {
  for (const [list] of lists) {
    const items = content[list] ?? [];
    const changed = change(items);
    if (changed !== null) return { ...content, [list]: changed };
    for (const [index, item] of items.entries()) {
      const inner = changeInContent(item as Lists, change);
      if (inner !== null) return { ...content, [list]: items.with(index, inner as Item) };
    }
  }
  return null;
}

function aroundInNode(control: ControlNode, around: (content: Lists) => Lists | null): ControlNode | null {
  const content = aroundInContent(control.content as Lists, around);
  if (content !== null) return { ...control, content: content as ControlNode['content'] };
  for (const [index, child] of control.children.entries()) {
    const changed = aroundInNode(child, around);
    if (changed !== null) return { ...control, children: control.children.with(index, changed) };
  }
  return null;
}

function aroundInContent(content: Lists, around: (content: Lists) => Lists | null): Lists | null {
  const here = around(content);
  if (here !== null) return here;
  for (const [list] of lists) {
    const items = content[list] ?? [];
    for (const [index, item] of items.entries()) {
      const inner = aroundInContent(item as Lists, around);
      if (inner !== null) return { ...content, [list]: items.with(index, inner as Item) };
    }
  }
  return null;
}
