/** What whoever does one requirement has done of another. Coverage only where the sets allow it; otherwise it touches. */
import { claimOf, possible, type Claim, type Possible } from './algebra.ts';
import type { SetRelation } from '../guidance/mapping-set.ts';

/** From all that the target asks to nothing of it. `touches` says that they share something, never how much. */
export const reaches = ['does_all', 'does_part', 'touches', 'nothing_in_common'] as const;
export type Reach = (typeof reaches)[number];

/** What must be open at most for each word, strongest first; what is open stays inside exactly one of the last two. */
const atMost: readonly (readonly [Reach, Possible])[] = [
  ['does_all', possible('equal', 'superset')],
  // A part may turn out to be the whole: "part" promises the part only.
  ['does_part', possible('equal', 'subset')],
  ['touches', possible('equal', 'subset', 'superset', 'intersects')],
  ['nothing_in_common', possible('none')],
];

/** How far doing the source reaches into the target; null where nothing can be said. */
export const reachOf = ({ possible: open }: Claim): Reach | null =>
  atMost.find(([, most]) => (open & ~most) === 0)?.[0] ?? null;

/**
 * The same of a stated relation.
 * @source NIST IR 8477, section 4.3: only equal, subset and superset say what lies outside the shared part
 */
export const reachOfRelation = (relation: SetRelation): Reach | null => reachOf(claimOf(relation));
