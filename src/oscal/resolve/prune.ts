/** Final operations: what nothing refers to any more falls away. */
import type { Parameter, Resource } from '../model.ts';
import { isKept } from './select.ts';
import type { Tree } from './tree.ts';

/** What texts and links refer to. */
type References = { readonly params: ReadonlySet<string>; readonly targets: ReadonlySet<string> };

/**
 * Loose parameters that are inserted nowhere and resources that nothing links to. Parameters refer to others, so their
 * turn comes again until none is added.
 * @source OSCAL profile resolution, [req-loose-param], [req-prune], [req-prune-keep], [req-prune-ref]
 */
export function prune({ nodes, loose, resources }: Tree): Tree {
  const found = { params: new Set<string>(), targets: new Set<string>() };
  gather(nodes, found);
  const params = keptParams(strangers(loose, nodes), found);
  gather(params, found);
  const kept = resources.filter((resource) => isKept(resource) || found.targets.has(resource.uuid));
  return { nodes, loose: params, resources: kept };
}

/** Loose parameters that no kept control or group has already, one of each id. */
function strangers(loose: readonly Parameter[], nodes: Tree['nodes']): readonly Parameter[] {
  const known = new Set<string>();
  const note = (node: Tree['nodes'][number]): void => {
    for (const { id } of node.content.params ?? []) known.add(id);
    for (const child of node.children) note(child);
  };
  for (const node of nodes) note(node);
  return loose.filter(({ id }) => !known.has(id) && known.add(id));
}

/** Each parameter that is kept is looked through once, for those that it refers to. */
function keptParams(
  loose: readonly Parameter[],
  found: { readonly params: Set<string>; readonly targets: Set<string> },
): readonly Parameter[] {
  const byId = new Map(loose.map((param) => [param.id, param]));
  const kept = new Set<Parameter>();
  const due = loose.filter((param) => isKept(param) || isReferred(param, found));
  for (let param = due.pop(); param !== undefined; param = due.pop()) {
    if (kept.has(param)) continue;
    kept.add(param);
    const more = { params: new Set<string>(), targets: new Set<string>() };
    gather(param, more);
    for (const id of [...more.params, ...more.targets]) {
      const next = byId.get(id);
      if (next !== undefined) due.push(next);
    }
  }
  return loose.filter((param) => kept.has(param));
}

const isReferred = ({ id }: Parameter, { params, targets }: References): boolean => params.has(id) || targets.has(id);

const insertion = /\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/gu;
/** A UUID first, which ends of itself: a full stop behind it is none of it. */
const anchor = /#([0-9a-fA-F-]{36}|[\p{L}_][\p{L}\p{N}._-]*)/gu;

/** One pass over every text: looking for each resource in every text took most of the time. */
function gather(value: unknown, found: { readonly params: Set<string>; readonly targets: Set<string> }): void {
  if (typeof value === 'string') {
    if (value.includes('{{')) for (const [, id = ''] of value.matchAll(insertion)) found.params.add(id);
    if (value.includes('#')) for (const [, id = ''] of value.matchAll(anchor)) found.targets.add(id);
  } else if (Array.isArray(value)) for (const inner of value) gather(inner, found);
  else if (typeof value === 'object' && value !== null) gatherObject(value as Readonly<Record<string, unknown>>, found);
}

function gatherObject(
  value: Readonly<Record<string, unknown>>,
  found: { readonly params: Set<string>; readonly targets: Set<string> },
): void {
  // A parameter of NIST SP 800-53 rev. 5 stands for others: a property names them, and no text does.
  if (value['name'] === 'aggregates' && typeof value['value'] === 'string') found.params.add(value['value']);
  for (const key in value) if (key !== 'origin') gather(value[key], found);
}

/**
 * One of each resource. A later one takes the place of an earlier one, unless only the earlier is to be kept always.
 * @source OSCAL profile resolution, [req-backmatter], [req-backmatter-dupe], [req-backmatter-keep]
 */
export function withoutDuplicates(resources: readonly Resource[]): readonly Resource[] {
  const last = new Map<string, Resource>();
  for (const resource of resources) {
    const known = last.get(resource.uuid);
    if (known !== undefined && isKept(known) && !isKept(resource)) continue;
    // Taken out first, so that it stands where the later one stood.
    last.delete(resource.uuid);
    last.set(resource.uuid, resource);
  }
  return [...last.values()];
}
