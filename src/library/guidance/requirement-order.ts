import type { EditionRequirement } from '../../core/guidance/edition.ts';
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';

/** A requirement as it was read, where it stands, and how deep it says it is. */
export type Drafted = {
  readonly at: string;
  readonly requirement: EditionRequirement;
  readonly depth: number | null;
};

/** Requirements in the order of the file, each once and each behind its parent. Nothing here recurses: a chain can be long. */
export function inOrder(notes: Notes, drafts: readonly Drafted[]): readonly EditionRequirement[] {
  const byId = eachOnce(notes, drafts);
  const depths = new Map<string, number>();
  const ordered: EditionRequirement[] = [];
  for (const draft of byId.values()) {
    const chain = unplacedChain(notes, draft, byId, depths);
    for (const { at, requirement, depth } of chain.toReversed()) {
      const found = requirement.parent === null ? 1 : (depths.get(requirement.parent) ?? 0) + 1;
      if (depth !== null && depth !== found)
        notes.find('depth_differs', at, quoted(requirement.id), String(depth), String(found));
      depths.set(requirement.id, found);
      ordered.push(requirement);
    }
  }
  return ordered;
}

function eachOnce(notes: Notes, drafts: readonly Drafted[]): ReadonlyMap<string, Drafted> {
  const byId = new Map<string, Drafted>();
  for (const draft of drafts) {
    const { at, requirement } = draft;
    if (!byId.has(requirement.id)) {
      byId.set(requirement.id, draft);
      continue;
    }
    notes.find('duplicate_urn', at, quoted(requirement.id));
    notes.lose('requirement', at, requirement.title ?? requirement.text ?? requirement.id);
  }
  return byId;
}

/** A requirement and those above it that have no place yet, from below. Parents that are nowhere, or below, are none. */
function unplacedChain(
  notes: Notes,
  first: Drafted,
  byId: ReadonlyMap<string, Drafted>,
  placed: ReadonlyMap<string, number>,
): readonly Drafted[] {
  const chain: Drafted[] = [];
  const inChain = new Set<string>();
  let next: Drafted | undefined = placed.has(first.requirement.id) ? undefined : first;
  while (next !== undefined) {
    const { at, requirement }: Drafted = next;
    const { id, parent } = requirement;
    inChain.add(id);
    const above: Drafted | undefined = parent === null ? undefined : byId.get(parent);
    const isCycle = parent !== null && inChain.has(parent);
    const isLost = parent !== null && above === undefined;
    if (isCycle || isLost) notes.find(isCycle ? 'parent_cycle' : 'dangling_parent', at, quoted(id), quoted(parent));
    chain.push(isCycle || isLost ? { ...next, requirement: { ...requirement, parent: null } } : next);
    const isPlaced = parent === null || isCycle || placed.has(parent);
    if (!isPlaced && above !== undefined) notes.find('forward_parent', at, quoted(id), quoted(parent));
    next = isPlaced ? undefined : above;
  }
  return chain;
}
