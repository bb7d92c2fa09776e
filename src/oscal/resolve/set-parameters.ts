/** The modify phase, first half: values and words for parameters. */
import type { Link, Parameter, Property, SetParameter } from '../model.ts';
import type { Tree, TreeNode } from './tree.ts';
import type { Warn } from './warning.ts';

/**
 * Applies settings in the sequence of the profile to every parameter that they name.
 * @source OSCAL profile resolution, [req-modify-set-param-warning] to [req-modify-param-multi]
 */
export function setParameters(tree: Tree, settings: readonly SetParameter[], warn: Warn): Tree {
  if (settings.length === 0) return tree;
  const byId = Map.groupBy(settings, (setting) => setting['param-id']);
  const met = new Set<string>();
  const set = (params: readonly Parameter[]): readonly Parameter[] =>
    params.map((param) => {
      const found = byId.get(param.id);
      if (found === undefined) return param;
      met.add(param.id);
      return found.reduce(changed, param);
    });
  const visit = (node: TreeNode): TreeNode => {
    const { params } = node.content;
    const content =
      params?.some(({ id }) => byId.has(id)) === true ? { ...node.content, params: set(params) } : node.content;
    const children = node.children.map(visit);
    return { ...node, content, children } as TreeNode;
  };
  const done = { ...tree, nodes: tree.nodes.map(visit), loose: set(tree.loose) };
  for (const [index, setting] of settings.entries())
    if (!met.has(setting['param-id']))
      warn(
        'unknown_parameter',
        `/profile/modify/set-parameters/${index}`,
        `No included parameter "${setting['param-id']}" to set`,
      );
  return done;
}

/** Values and a choice of values exclude each other: what is set removes the other. */
function changed(param: Parameter, setting: SetParameter): Parameter {
  const { 'param-id': _, props, links, constraints, guidelines, ...replaced } = setting;
  const { values, select, ...rest } = param;
  return {
    ...rest,
    ...(values === undefined || replaced.select !== undefined ? {} : { values }),
    ...(select === undefined || replaced.values !== undefined ? {} : { select }),
    ...replaced,
    ...grown('props', param.props, props, sameProperty),
    ...grown('links', param.links, links, sameLink),
    ...grown('constraints', param.constraints, constraints, () => false),
    ...grown('guidelines', param.guidelines, guidelines, () => false),
  };
}

/** A list with more at its end; what is the same as something added is replaced by it. */
function grown<Item>(
  name: string,
  given: readonly Item[] | undefined,
  more: readonly Item[] | undefined,
  isSame: (left: Item, right: Item) => boolean,
): Readonly<Record<string, readonly Item[]>> {
  if (more === undefined) return {};
  return { [name]: [...(given ?? []).filter((item) => !more.some((other) => isSame(item, other))), ...more] };
}

/**
 * [req-modify-set-param-objects3] speaks of the same distinctive id, and properties have none but a UUID that few give. Name,
 * namespace, class and group together are taken for it.
 */
const sameProperty = (left: Property, right: Property): boolean =>
  left.uuid !== undefined || right.uuid !== undefined
    ? left.uuid === right.uuid
    : left.name === right.name && left.ns === right.ns && left.class === right.class && left.group === right.group;

const sameLink = (left: Link, right: Link): boolean => left.href === right.href && left.rel === right.rel;
