import type { RequirementView } from '../../../core/guidance/import-view.ts';
import { nameOfRequirement } from '../../../core/guidance/naming.ts';

/** A requirement with those below it. */
export type Branch = {
  readonly requirement: RequirementView;
  readonly below: readonly Branch[];
  /** How many stand below it, at any depth. */
  readonly count: number;
};

/** The tree of a list in which parents come before their children. */
export function treeOf(requirements: readonly RequirementView[]): readonly Branch[] {
  const children = Map.groupBy(requirements, ({ parent }) => parent);
  const branch = (requirement: RequirementView): Branch => {
    const below = (children.get(requirement.id) ?? []).map(branch);
    return { requirement, below, count: below.reduce((sum, one) => sum + 1 + one.count, 0) };
  };
  return (children.get(null) ?? []).map(branch);
}

/** Ids from the top of the tree down to a requirement; none where it has no such requirement. */
export function wayTo(requirements: readonly RequirementView[], id: string): readonly string[] {
  const found = requirements.find((one) => one.id === id);
  if (found === undefined) return [];
  return [...(found.parent === null ? [] : wayTo(requirements, found.parent)), id];
}

/** A requirement that was found, and the names of those above it, the topmost first. */
export type Hit = { readonly requirement: RequirementView; readonly above: readonly string[] };

/** Requirements in whose number, title, words or explanation every word occurs, whatever its case and accents. */
export function searchTree(requirements: readonly RequirementView[], question: string): readonly Hit[] {
  const words = plain(question)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const byId = new Map(requirements.map((one) => [one.id, one]));
  return requirements
    .filter(({ number, title, text, note }) => {
      const said = plain([number, title, text, note].filter((part) => part !== null).join('\n'));
      return words.every((word) => said.includes(word));
    })
    .map((requirement) => ({ requirement, above: namesAbove(requirement, byId) }));
}

function namesAbove({ parent }: RequirementView, byId: ReadonlyMap<string, RequirementView>): readonly string[] {
  const above = parent === null ? undefined : byId.get(parent);
  return above === undefined ? [] : [...namesAbove(above, byId), nameOfRequirement(above)];
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
