import type { RankedItem } from '../../../web/client/ranking.ts';
import { formatsFor } from '../../../core/report/formats.ts';
import { language, say } from '../../../web/say.ts';

const firstFew = 4;
const { span } = formatsFor(language);

/** Person-days that are left to do, of one or of several: the gap times the whole effort. */
export function daysLeft(items: readonly Pick<RankedItem, 'gap' | 'effortDays'>[]): readonly [number, number] {
  const sum = (end: 0 | 1): number => items.reduce((total, { gap, effortDays }) => total + gap * effortDays[end], 0);
  return [Math.round(sum(0)), Math.round(sum(1))];
}

/** The answer in two sentences: how much is missing, where to start, and how sure the order is. */
export function leadOf(items: readonly RankedItem[]): string {
  if (items.length === 0) return say('ranking.lead.allDone');
  const inSet = items.filter(({ inMinimumSet }) => inMinimumSet);
  const set = inSet.length === 0 ? say('ranking.lead.setDone') : say('ranking.lead.set', { count: inSet.length });
  const first = items.slice(0, firstFew);
  if (first.length < 2) return set;
  const isStable = first.every(({ interval: [best, worst] }) => worst - best <= 1);
  const start = say('ranking.lead.start', { last: first.length, days: span(daysLeft(first)) });
  return `${set} ${start}${say(isStable ? 'ranking.lead.stable' : 'ranking.lead.unstable')}`;
}
