import { states, totalOf, type State, type StateCounts } from '../../../core/chart/state-bars.ts';

/** A part of a bar, in percent of its length. */
export type Segment = { readonly state: State; readonly count: number; readonly at: number; readonly width: number };

/** The parts of a full bar, best first, unknown last. */
export function segmentsOf(counts: StateCounts): readonly Segment[] {
  const total = Math.max(1, totalOf(counts));
  return states
    .map((state, index) => ({
      state,
      count: counts[state],
      at: (100 * states.slice(0, index).reduce((sum, before) => sum + counts[before], 0)) / total,
      width: (100 * counts[state]) / total,
    }))
    .filter(({ count }) => count > 0);
}
