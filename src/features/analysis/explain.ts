import type { Analysis } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import type { SafeguardId } from '../../core/content/ids.ts';
import { formatsFor } from '../../core/report/formats.ts';
import type { Ranked, Ranking } from '../../core/ranking/rank.ts';
import type { Library } from '../../library/library.ts';
import type { Failure } from '../../platform/action.ts';
import { viewParts, type ExplainView } from './views.ts';

/** The recipe of one rank: each term with its formula filled in, so that it can be checked by hand. */
export function explain({ profile, ranking }: Analysis, id: SafeguardId, on: string, library: Library): Result<ExplainView, Failure> {
  const item = ranking.items.find(({ safeguard }) => safeguard.id === id);
  if (item !== undefined) return ok({ on, name: profile.name, because: recipe(item, ranking, library), ...viewParts(item) });
  const isDone = ranking.done.some((safeguard) => safeguard.id === id);
  return fail({ kind: 'not_found', message: isDone ? `${id} is not ranked: it is fully in place, or does not apply` : `No safeguard has the id ${id}. "theriac library list safeguards" names them.` });
}

const three = (value: number): string => value.toFixed(3);

function recipe(item: Ranked, { method, dayRateEur }: Ranking, library: Library): ExplainView['because'] {
  const say = library.words('en').translate;
  const { money } = formatsFor('en');
  const { weights } = method;
  const { gap, risk, duty, agreed, benefit, effort, placed } = item;
  const middle = ([low, high]: readonly [number, number]): number => (low + high) / 2;
  const row = (term: string, value: number, formula: string, source: string) => ({ term: say(`recipe.${term}`), value, formula, source });
  const rows = [
    row('gap', gap.value, say(gap.isUnknown ? 'recipe.gapUnknown' : 'recipe.gapOf', { rating: say(`rating.${item.entry?.rating.kind ?? 'unknown'}`) }), say('recipe.ownRating')),
    row('risk', risk.value, risk.parts.map(({ weight, strength }) => `${three(weight)} × ${strength} ÷ 3`).join(' + '), say('recipe.riskSource', { year: method.sourceYear })),
    row('duty', duty.value, duty.obligation === null ? '0' : `${duty.force} × ${duty.isNamed ? 1 : method.unnamedDutyFactor}`, duty.obligation === null ? say('guide.noDuty') : `${duty.obligation.title}: ${say(`force.${duty.obligation.force}`)}`),
    row('agreed', agreed.value, String(agreed.value), say(agreed.hasList ? 'recipe.agreedList' : 'recipe.agreedNone')),
    row('benefit', benefit, `${three(gap.value)} × (${weights.risk} × ${three(risk.value)} + ${weights.duty} × ${three(duty.value)} + ${weights.agreed} × ${three(agreed.value)})`, method.title),
    row('left', effort.leftDays, `max(${method.leastDays}, ${three(gap.value)} × (${middle(effort.days)} + ${money(middle(effort.costEur))} ÷ ${money(dayRateEur)}))`, say(effort.isAssumed ? 'recipe.effortAssumed' : 'recipe.effortSource')),
    row('effort', effort.value, `log10(1 + ${three(effort.leftDays)})`, method.title),
    row('ownValue', placed.ownValue, `${three(benefit)} ÷ ${three(effort.value)}`, method.title),
  ];
  if (placed.valuedWith !== null) rows.push(row('valuedWith', placed.value, say('recipe.together', { id: placed.valuedWith }), method.title));
  if (placed.movedBefore !== null) rows.push(row('movedBefore', placed.rank, say('recipe.neverAfter', { id: placed.movedBefore }), method.title));
  const [best, worst] = item.interval;
  rows.push(row('group', item.group, say(`recipe.groups.${item.group}`), method.title), row('rank', placed.rank, best === worst ? say('guide.alwaysRank', { rank: best }) : say('guide.rankBetween', { best, worst }), say('recipe.intervalSource')));
  return rows;
}
