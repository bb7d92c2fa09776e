import { isFollowed } from '../../../core/follow-up/standing.ts';
import type { Followed } from '../../../web/client/follow-up.ts';
import type { Checked, Cite, Obligations } from '../../../web/client/obligations.ts';

/** A day ahead on which something begins. `concerns`: whether something is due from us then. */
export type Coming = {
  readonly date: string;
  readonly title: string;
  readonly more: number;
  readonly concerns: 'us' | 'nobody';
  readonly cite: Cite;
  readonly status: Checked['status'];
};

/** A day by which more is due of what we follow up; it may lie behind us. */
export type Due = {
  readonly date: string;
  readonly title: string;
  readonly concerns: 'due' | 'overdue';
  /** The duty. */
  readonly id: string;
};

/** The days by which more is due of what applies, soonest first: what is overdue comes before all. */
export const dueDays = ({ followUps, today }: Followed): readonly Due[] =>
  followUps
    .filter((record) => record.applies === 'applies' && isFollowed(record))
    .flatMap(({ id, title, nextDue }) =>
      nextDue === null ? [] : [{ id, title, date: nextDue, concerns: nextDue < today ? 'overdue' : 'due' } as const],
    )
    .toSorted((left, right) => left.date.localeCompare(right.date));

/** Of many records only the nearest days, so that they do not hide the law. */
const mostDue = 3;

/** Both kinds of day on one list. */
export const daysAhead = (coming: readonly Coming[], due: readonly Due[], most: number): readonly (Coming | Due)[] =>
  [...due.slice(0, mostDue), ...coming].toSorted((left, right) => left.date.localeCompare(right.date)).slice(0, most);

/** The next days on which a duty begins, or the law moves, soonest first. */
export function comingDays({ timeLine, obligations, today }: Obligations, most: number): readonly Coming[] {
  const duties = new Map(obligations.map((duty) => [duty.id, duty]));
  return timeLine
    .flatMap(({ document, title, stages }) =>
      stages
        .filter(({ date }) => date > today)
        .map((stage): Coming => {
          const begun = stage.duties.flatMap((id) => duties.get(id) ?? []);
          const first = begun[0];
          return {
            date: stage.date,
            title: first?.title ?? `${title}: ${stage.event ?? ''}`,
            more: Math.max(0, begun.length - 1),
            concerns: first === undefined ? 'nobody' : 'us',
            cite: first?.cite ?? { document, locator: '' },
            status: first?.verification.status ?? stage.status,
          };
        }),
    )
    .toSorted((left, right) => left.date.localeCompare(right.date))
    .slice(0, most);
}
