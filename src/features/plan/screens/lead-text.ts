import type { StoredPlan } from '../../../web/client/plan.ts';
import { say } from '../../../web/say.ts';
import { formats, lastMonth } from './plan-words.ts';

/** The plan in a few sentences: how much is done by when stands first, then what does not fit. */
export type LeadText = { readonly first: string; readonly rest: string };

export function leadText(plan: StoredPlan): LeadText {
  const done = plan.quarters.flatMap(({ quarter, shares }) =>
    shares.filter(({ ends }) => ends).map((share) => ({ ...share, quarter })),
  );
  const open = done.length + plan.notPlanned.length + plan.setAside.length;
  if (open === 0) return { first: say('plan.lead.nothing'), rest: '' };
  const inSet = done.filter(({ inMinimumSet }) => inMinimumSet);
  const beyond = done.length - inSet.length;
  const rest = [
    ...(beyond === 0 ? [] : [say('plan.lead.beyond', { count: beyond })]),
    ...missingText(plan),
    ...(plan.setAside.length === 0 ? [] : [say('plan.lead.aside', { count: plan.setAside.length })]),
  ];
  return { first: setText(plan, inSet), rest: rest.join(' ') };
}

function setText(plan: StoredPlan, done: readonly { readonly quarter: string }[]): string {
  const left = [...plan.notPlanned, ...plan.setAside].filter(({ inMinimumSet }) => inMinimumSet).length;
  const last = done
    .map(({ quarter }) => quarter)
    .toSorted()
    .at(-1);
  if (last === undefined) return say('plan.lead.none');
  const until = lastMonth(last);
  return left === 0
    ? say('plan.lead.all', { until })
    : say('plan.lead.some', { done: done.length, all: done.length + left, until });
}

/** What more it would take for everything: all that is left to do, less what stays free. */
function missingText({ notPlanned, quarters }: StoredPlan): readonly string[] {
  if (notPlanned.length === 0) return [say('plan.lead.fits')];
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const days = sum(notPlanned.map(({ needsDays }) => needsDays)) - sum(quarters.map(({ freeDays }) => freeDays));
  const eur = sum(notPlanned.map(({ needsEur }) => needsEur)) - sum(quarters.map(({ freeEur }) => freeEur));
  const what = [
    ...(days > 0 ? [say('plan.lead.days', { days: Math.ceil(days), shown: formats.number(Math.ceil(days)) })] : []),
    ...(eur > 0 ? [formats.money(eur)] : []),
  ];
  const count = say('plan.lead.missing', { count: notPlanned.length });
  return what.length === 0 ? [count] : [count, say('plan.lead.take', { what: formats.list(what) })];
}
