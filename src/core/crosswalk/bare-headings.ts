import type { CrosswalkRow } from '../mapping/crosswalk.ts';
import type { ComparedRequirement } from './compared.ts';

/**
 * The rows without headings of which nothing is said: what stands below them is said there, so that "no conclusion" would
 * sound as if something were missing.
 */
export function withoutBareHeadings(
  rows: readonly CrosswalkRow[],
  tree: readonly Pick<ComparedRequirement, 'parent'>[],
): readonly CrosswalkRow[] {
  const headings = new Set(tree.map(({ parent }) => parent));
  return rows.filter(({ requirement, pairs }) => pairs.length > 0 || !headings.has(requirement));
}
