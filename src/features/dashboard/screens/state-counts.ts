import { totalOf, type StateCounts } from '../../../core/chart/state-bars.ts';
import type { StateOverview, StateRow } from '../../../web/client/overview.ts';

/** A bar: its name, and how many safeguards are in each state. What does not apply is counted apart. */
export type StateBar = { readonly id: string; readonly title: string; readonly counts: StateCounts };
export type StateSummary = {
  readonly minimumSet: StateCounts;
  readonly domains: readonly StateBar[];
  readonly notApplicable: number;
  /** Unknown, in all and in the minimum set. */
  readonly unknown: number;
  readonly unknownInSet: number;
};

function countsOf(rows: readonly StateRow[]): StateCounts {
  const counts = { fully: 0, largely: 0, partially: 0, not_implemented: 0, unknown: 0 };
  for (const { rating } of rows) if (rating !== 'not_applicable') counts[rating] += 1;
  return counts;
}

/** Counts the safeguards by state: the minimum set first, then each domain. */
export function summaryOf({ domains }: StateOverview): StateSummary {
  const rowsOf = ({ groups }: StateOverview['domains'][number]): readonly StateRow[] =>
    groups.flatMap(({ rows }) => rows);
  const all = domains.flatMap(rowsOf);
  const minimumSet = countsOf(all.filter(({ inMinimumSet }) => inMinimumSet));
  return {
    minimumSet,
    domains: domains
      .map((domain) => ({ id: domain.id, title: domain.title, counts: countsOf(rowsOf(domain)) }))
      .filter(({ counts }) => totalOf(counts) > 0),
    notApplicable: all.filter(({ rating }) => rating === 'not_applicable').length,
    unknown: all.filter(({ rating }) => rating === 'unknown').length,
    unknownInSet: minimumSet.unknown,
  };
}
