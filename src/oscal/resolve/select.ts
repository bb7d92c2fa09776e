/** The import phase: which controls of a source come along, and what travels with those that do not. */
import type { Import, InsertControls, Parameter, Property, Selector } from '../model.ts';
import type { ControlNode, GroupNode, Tree, TreeNode } from './tree.ts';

/** Tells of a control, by its id and those of the controls above it, whether it is chosen. */
type Chooses = (id: string, ancestors: readonly string[]) => boolean;

/**
 * Whether an import, or an insertion, takes a control. Exclusion always wins; children come along only where a selector
 * says so.
 * @source OSCAL profile resolution, [req-include-all], [req-include-by-id], [req-include-by-match],
 * [req-with-child-controls-none], [req-exclude], [req-exclude-additional], [req-redundant]
 */
export function chooserOf(directive: Import | InsertControls): Chooses {
  const included =
    directive['include-controls'] === undefined
      ? directive['include-all'] !== undefined
        ? () => true
        : () => false
      : anyOf(directive['include-controls']);
  const excluded = anyOf(directive['exclude-controls'] ?? []);
  return (id, ancestors) => included(id, ancestors) && !excluded(id, ancestors);
}

function anyOf(selectors: readonly Selector[]): Chooses {
  const bringsChildren = (selector: Selector): boolean => selector['with-child-controls'] === 'yes';
  const alone = matcherOf(selectors.filter((selector) => !bringsChildren(selector)));
  const withChildren = matcherOf(selectors.filter(bringsChildren));
  return (id, ancestors) => alone(id) || withChildren(id) || ancestors.some(withChildren);
}

function matcherOf(selectors: readonly Selector[]): (id: string) => boolean {
  // A `matching` without a pattern selects nothing [req-include-by-match-empty].
  const named = selectors.flatMap(({ matching = [] }) => matching.flatMap(({ pattern }) => pattern ?? []));
  const patterns = [...new Set(named)];
  const isWild = (pattern: string): boolean => /[*?]/u.test(pattern);
  const ids = new Set(selectors.flatMap((selector) => selector['with-ids'] ?? []));
  for (const pattern of patterns) if (!isWild(pattern)) ids.add(pattern);
  const globs = patterns.filter(isWild).map(globOf);
  return (id) => ids.has(id) || globs.some((matches) => matches(id));
}

/** `*` is any run of letters, `?` any one; the whole id must match, and case counts. Linear in the length of the id. */
export function globOf(pattern: string): (text: string) => boolean {
  return (text) => {
    let [at, from, star, mark] = [0, 0, -1, 0];
    while (at < text.length) {
      if (from < pattern.length && (pattern[from] === '?' || (pattern[from] === text[at] && pattern[from] !== '*'))) {
        at += 1;
        from += 1;
      } else if (pattern[from] === '*') {
        star = from;
        mark = at;
        from += 1;
      } else if (star >= 0) {
        from = star + 1;
        mark += 1;
        at = mark;
      } else return false;
    }
    while (pattern[from] === '*') from += 1;
    return from === pattern.length;
  };
}

/** Ids that selectors name and the source lacks: they are told, and nothing else [req-include-by-id]. */
export function missingIds(directive: Import | InsertControls, known: ReadonlySet<string>): readonly string[] {
  const named = [...(directive['include-controls'] ?? []), ...(directive['exclude-controls'] ?? [])];
  return [...new Set(named.flatMap((selector) => selector['with-ids'] ?? []))].filter((id) => !known.has(id));
}

/**
 * What an import takes from a source. A control whose parent is not chosen moves up to the parent's place; groups that hold
 * nothing any more fall away; parameters of what fell away stay, loose.
 * @source OSCAL profile resolution, [id-structure-as-is-list-1], [req-loose-param]
 */
export function select(tree: Tree, directive: Import): Tree {
  const chooses = chooserOf(directive);
  const loose: Parameter[] = [...tree.loose];
  const leave = ({ params }: { readonly params?: readonly Parameter[] }): void => void loose.push(...(params ?? []));

  const pickControl = (node: ControlNode, ancestors: readonly string[]): readonly ControlNode[] => {
    const children = node.children.flatMap((child) => pickControl(child, [...ancestors, node.id]));
    if (chooses(node.id, ancestors)) return [{ ...node, children }];
    leave(node.content);
    return children;
  };
  const pickGroup = (node: GroupNode): readonly GroupNode[] => {
    const children = node.children.flatMap((child): readonly TreeNode[] =>
      child.kind === 'control' ? pickControl(child, []) : pickGroup(child),
    );
    if (children.length > 0 || isKept(node.content)) return [{ ...node, children }];
    leave(node.content);
    return [];
  };
  const nodes = tree.nodes.flatMap((node): readonly TreeNode[] =>
    node.kind === 'control' ? pickControl(node, []) : pickGroup(node),
  );
  return { nodes, loose, resources: tree.resources };
}

/** Whether something says that it is never to be pruned. @source OSCAL profile resolution, [req-prune-keep] */
export const isKept = ({ props }: { readonly props?: readonly Property[] }): boolean =>
  props?.some(({ name, value }) => name === 'keep' && value === 'always') === true;
