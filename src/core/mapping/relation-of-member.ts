/** What a relation between several requirements at once says of each of them. */
import type { SetRelation } from '../guidance/mapping-set.ts';

/**
 * A publisher may relate several sources together to several targets together: "this one is a subset of those four". Of
 * a single one among them less is true: it need not be a subset of any of the four. What stays true is given; where
 * nothing does, the two were still listed together as having to do with each other, which is `intersects`.
 * @source OSCAL 1.2 mapping model, `map`: the relationship is that of the sets of sources and of targets
 */
export function relationOfMember(relation: SetRelation, sources: number, targets: number): SetRelation {
  if ((sources === 1 && targets === 1) || relation === 'none') return relation;
  const [isWhole, isInWhole] = [sources === 1, targets === 1];
  // Whatever holds all of the targets holds each of them, and each of the sources lies in what holds them all.
  if (isWhole && holdsTargets.has(relation)) return 'superset';
  if (isInWhole && liesInTarget.has(relation)) return 'subset';
  return 'intersects';
}

const holdsTargets: ReadonlySet<SetRelation> = new Set(['equal', 'equivalent', 'superset']);
const liesInTarget: ReadonlySet<SetRelation> = new Set(['equal', 'equivalent', 'subset']);
