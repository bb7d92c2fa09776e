/** How many pairs there are between the parts of two frameworks: what a picture of a crosswalk is drawn from. */
import type { CrosswalkRow } from '../mapping/crosswalk.ts';
import type { Group, Grouping } from './groups.ts';

/** The pairs between two parts by what they rest on. */
export type MatrixCell = {
  readonly row: string;
  readonly column: string;
  readonly stated: number;
  readonly composed: number;
  readonly candidates: number;
};

/** Parts of one framework against those of the other; a cell without pairs is left out. */
export type Matrix = {
  readonly rows: readonly Group[];
  readonly columns: readonly Group[];
  readonly cells: readonly MatrixCell[];
};

/** The matrix of a crosswalk. A pair is counted once, by the strongest thing that it rests on. */
export function matrixOf(rows: readonly CrosswalkRow[], from: Grouping, to: Grouping): Matrix {
  const counts = new Map<
    string,
    { row: string; column: string; stated: number; composed: number; candidates: number }
  >();
  for (const { requirement, pairs } of rows)
    for (const { target, basis } of pairs) {
      const [row, column] = [from.groupOf(requirement), to.groupOf(target)];
      const key = `${row}\n${column}`;
      const cell = counts.get(key) ?? { row, column, stated: 0, composed: 0, candidates: 0 };
      cell[basis === 'candidate' ? 'candidates' : basis] += 1;
      counts.set(key, cell);
    }
  return { rows: from.groups, columns: to.groups, cells: [...counts.values()] };
}
