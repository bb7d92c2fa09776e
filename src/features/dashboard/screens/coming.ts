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
