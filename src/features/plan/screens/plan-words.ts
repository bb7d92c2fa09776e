import { formatsFor } from '../../../core/report/formats.ts';
import type { StoredPlan } from '../../../web/client/plan.ts';
import { language, locale, say, type WordKey } from '../../../web/say.ts';

export const formats = formatsFor(language, (quarter) => say('quarterName', quarter));

/** `Q1 2027`. */
export const quarterName = (quarter: string): string => formats.quarter(quarter);

/** `January to March`. */
export const monthsOf = (quarter: string): string => say(`plan.quarters.months.${quarter.slice(6)}` as WordKey);

const monthOf = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const month = (quarter: string, offset: number): string =>
  monthOf.format(new Date(Date.UTC(Number(quarter.slice(0, 4)), (Number(quarter.slice(6)) - 1) * 3 + offset, 1)));

/** The last month of a quarter: `March 2028`. */
export const lastMonth = (quarter: string): string => month(quarter, 2);
/** The month after a quarter: `April 2028`. */
export const monthAfter = (quarter: string): string => month(quarter, 3);

export const daysText = (days: number): string => say('plan.quarters.days', { days, shown: formats.number(days) });

/** What a safeguard is called in a sentence: its title, with its id for who looks it up. */
export function nameIn(plan: StoredPlan): (id: string) => string {
  const titles = new Map(
    [...plan.quarters.flatMap(({ shares }) => shares), ...plan.notPlanned, ...plan.setAside, ...plan.refusedMoves].map(
      ({ id, title }) => [id, title] as const,
    ),
  );
  return (id) => (titles.has(id) ? `${id} “${titles.get(id) ?? ''}”` : id);
}
