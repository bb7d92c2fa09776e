import type { Analysis } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import type { SafeguardId } from '../../core/content/ids.ts';
import type { RankingMethod } from '../../core/content/method.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { formatsFor } from '../../core/report/formats.ts';
import { intervalWords } from '../../core/report/safeguard-rows.ts';
import type { Translate } from '../../core/report/words.ts';
import { ranksAfterRating, weighableOf, type Ranked, type Ranking } from '../../core/ranking/rank.ts';
import { movesOf } from '../../core/ranking/weigh.ts';
import type { Weights } from '../../core/ranking/weights.ts';
import type { Library } from '../../library/library.ts';
import type { Failure } from '../../platform/action.ts';
import { viewMove, viewParts, type ExplainView } from './explain-view.ts';

/** The recipe of one rank: each term with its formula filled in, so that it can be checked by hand. */
export function explain(
  analysis: Analysis,
  id: SafeguardId,
  on: IsoDate,
  library: Library,
): Result<ExplainView, Failure> {
  const { profile, ranking } = analysis;
  const item = ranking.items.find(({ safeguard }) => safeguard.id === id);
  if (item !== undefined)
    return ok({
      on,
      name: profile.name,
      because: [...recipe(item, ranking, library)],
      weights: { ...ranking.weights },
      methodWeights: { ...ranking.method.weights },
      dayRateEur: ranking.dayRateEur,
      ...viewParts(item, library.content),
      ...whatMoves(item, analysis, on, library),
    });
  const isDone = ranking.done.some(({ safeguard }) => safeguard.id === id);
  return fail({
    kind: 'not_found',
    message: isDone
      ? `${id} is not ranked: it is fully in place, or does not apply`
      : `No safeguard has the id ${id}. "theriac library list safeguards" names them.`,
  });
}

function whatMoves(
  item: Ranked,
  { profile, assessment, ranking }: Analysis,
  on: IsoDate,
  { content }: Library,
): Pick<ExplainView, 'moves' | 'afterRating'> {
  const { weights, method } = ranking;
  const terms = ranking.items.map(weighableOf);
  return {
    moves: movesOf(item.safeguard.id, terms, weights, method.weightSwing).map(viewMove),
    afterRating: [...ranksAfterRating({ profile, assessment, content, on, weights }, item)],
  };
}

type Row = ExplainView['because'][number];
type Kitchen = {
  readonly language: string;
  readonly three: (value: number) => string;
  readonly say: Translate;
  readonly method: RankingMethod;
  readonly weights: Weights;
  readonly row: (term: string, value: number, formula: string, source?: string) => Row;
};

function recipe(item: Ranked, { method, weights, dayRateEur }: Ranking, library: Library): readonly Row[] {
  const say = library.words(library.language).translate;
  const row: Kitchen['row'] = (term, value, formula, source = method.title) => ({
    term: say(`recipe.${term}`),
    value,
    formula,
    source,
  });
  const { language } = library;
  const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const kitchen = { say, method, weights, row, language, three: (value: number) => decimals.format(value) };
  return [...benefitRows(item, kitchen), ...effortRows(item, dayRateEur, kitchen), ...placeRows(item, kitchen)];
}

function benefitRows(
  { gap, risk, duty, agreed, benefit, entry }: Ranked,
  { say, method, weights, row, three }: Kitchen,
): readonly Row[] {
  const { unnamedDutyFactor } = method;
  const { obligation } = duty;
  const rating = say(`rating.${entry?.rating.kind ?? 'unknown'}`);
  const threats = risk.parts.map(({ weight, strength }) => `${three(weight)} × ${strength} ÷ 3`).join(' + ');
  const force = obligation === null ? '0' : `${duty.force} × ${duty.isNamed ? 1 : unnamedDutyFactor}`;
  const terms = `${weights.risk} × ${three(risk.value)} + ${weights.duty} × ${three(duty.value)} + ${weights.agreed} × ${three(agreed.value)}`;
  return [
    row(
      'gap',
      gap.value,
      gap.isUnknown ? say('recipe.gapUnknown') : say('recipe.gapOf', { rating }),
      say('recipe.ownRating'),
    ),
    row('risk', risk.value, threats, say('recipe.riskSource', { year: method.sourceYear })),
    row(
      'duty',
      duty.value,
      force,
      obligation === null ? say('guide.noDuty') : `${obligation.title}: ${say(`force.${obligation.force}`)}`,
    ),
    row('agreed', agreed.value, String(agreed.value), say(agreed.hasList ? 'recipe.agreedList' : 'recipe.agreedNone')),
    row('benefit', benefit, `${three(gap.value)} × (${terms})`),
  ];
}

const middle = ([low, high]: readonly [number, number]): number => (low + high) / 2;

function effortRows(
  { gap, effort, benefit, placed }: Ranked,
  dayRateEur: number,
  { say, method, row, language, three }: Kitchen,
): readonly Row[] {
  const { money } = formatsFor(language);
  const work = `${middle(effort.days)} + ${money(middle(effort.costEur))} ÷ ${money(dayRateEur)}`;
  return [
    row(
      'left',
      effort.leftDays,
      `max(${method.leastDays}, ${three(gap.value)} × (${work}))`,
      say(effort.isAssumed ? 'recipe.effortAssumed' : 'recipe.effortSource'),
    ),
    row('effort', effort.value, `log10(1 + ${three(effort.leftDays)})`),
    row('ownValue', placed.ownValue, `${three(benefit)} ÷ ${three(effort.value)}`),
  ];
}

function placeRows({ placed, group, interval }: Ranked, { say, row }: Kitchen): readonly Row[] {
  const { valuedWith, movedBefore } = placed;
  return [
    ...(valuedWith === null ? [] : [row('valuedWith', placed.value, say('recipe.together', { id: valuedWith }))]),
    ...(movedBefore === null ? [] : [row('movedBefore', placed.rank, say('recipe.neverAfter', { id: movedBefore }))]),
    row('group', group, say(`recipe.groups.${group}`)),
    row('rank', placed.rank, intervalWords(say, interval), say('recipe.intervalSource')),
  ];
}
