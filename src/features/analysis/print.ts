import { forces } from '../../core/content/obligation-rule.ts';
import type { PinRefusal } from '../../core/plan/pins.ts';
import { refusalWords } from '../../core/plan/refusal-words.ts';
import { formatsFor } from '../../core/report/formats.ts';
import type { Translate } from '../../core/report/words.ts';
import { languageGiven } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { sameWeights } from '../../core/ranking/weights.ts';
import type { Given } from '../../platform/action.ts';
import { textTable, wrapped } from '../../platform/text-table.ts';
import type { ExplainView } from './explain-view.ts';
import type { PlanView } from './plan-view.ts';
import type { AssessmentView, RankingView } from './views.ts';

const formatsIn = (services: Services, given: Given) =>
  formatsFor(languageGiven(given), (quarter) => sayIn(services, given)('web.quarterName', quarter));
const sayIn = ({ library }: Services, given: Given) => library.words(languageGiven(given)).translate;

/** `Touched by S-041 (partially), S-052 (not implemented)`; nothing where no safeguard touches the duty. */
const touchedBy = (safeguards: AssessmentView['obligations'][number]['safeguards'], say: Translate): string =>
  safeguards.length === 0
    ? ''
    : say('cli.touchedBy', {
        safeguards: safeguards.map(({ id, rating }) => `${id} (${say(`rating.${rating}`)})`).join(', '),
      });

/** One screen of text: the class, then the duties by force, then what is open. */
export function printAssessment(view: AssessmentView, services: Services, given: Given): string {
  const say = sayIn(services, given);
  const { date } = formatsIn(services, given);
  const documents = new Map(services.library.content.documents.map(({ id, shortTitle }) => [id as string, shortTitle]));
  const blocks = forces.flatMap((force) => {
    const duties = view.obligations.filter((duty) => duty.force === force && duty.verification.status !== 'recall');
    if (duties.length === 0) return [];
    const lines = duties.flatMap((duty, index) => {
      const since =
        duty.from === undefined
          ? ''
          : ` (${say(force === 'binding_now' ? 'force.sinceDate' : 'force.fromDate', { date: date(duty.from) })})`;
      const why = duties[index - 1]?.reason === duty.reason ? '' : ` ${duty.reason}`;
      const source = `${documents.get(duty.cite.document) ?? duty.cite.document} ${duty.cite.locator}; ${say(`verification.${duty.verification.status}`)}`;
      return [
        `  ${duty.title}${since}`,
        ...wrapped(`${duty.sentence}${why} [${source}]`, 6),
        ...wrapped(touchedBy(duty.safeguards, say), 6),
      ];
    });
    return ['', `${say(`force.${force}`)} (${duties.length})`, ...lines];
  });
  const unconfirmed = view.obligations.filter(
    (duty) => duty.verification.status === 'recall' && duty.force !== 'does_not_apply',
  );
  const open = view.questions.map(
    ({ fact, decides, decidesClass }) =>
      `  ${say(`facts.${fact}`)} (${fact}): ${[...(decidesClass ? [say('guide.theClass')] : []), ...decides].join(', ')}`,
  );
  return [
    say('cli.assessed', { name: view.name, date: date(view.on) }),
    ...wrapped(view.classReason, 0),
    ...blocks,
    ...(unconfirmed.length === 0
      ? []
      : ['', say('cli.unconfirmed', { count: unconfirmed.length }), ...unconfirmed.map(({ title }) => `  ${title}`)]),
    ...(open.length === 0 ? [] : ['', say('cli.openAnswers'), ...open]),
  ].join('\n');
}

export function printRanking(view: RankingView, services: Services, given: Given): string {
  const say = sayIn(services, given);
  const { span } = formatsIn(services, given);
  const rows = view.items.map((item) => [
    `${item.rank}${item.isTied ? '=' : ''}`,
    item.interval[0] === item.interval[1] ? '' : `${item.interval[0]}–${item.interval[1]}`,
    item.id,
    item.title,
    say(`rating.${item.rating}`),
    span(item.effortDays),
    item.value.toFixed(2),
    item.movedBefore === null ? '' : say('cli.before', { id: item.movedBefore }),
  ]);
  const head = ['rank', 'between', 'id', 'safeguard', 'rating', 'days', 'value', 'note'].map((name) =>
    say(`cli.heads.${name}`),
  );
  return [
    say('cli.ranked', { name: view.name, tier: say(`tier.${view.minimumSet.tier}`) }),
    view.minimumSet.status === 'proposed' ? say('guide.banner.proposed') : '',
    ...(sameWeights(view.weights, view.methodWeights) ? [] : [say('cli.ownWeights', { ...view.weights })]),
    '',
    textTable(head, rows, ['end', 'end', 'start', 'start', 'start', 'end', 'end', 'start']),
    ...(view.done.length === 0 ? [] : ['', say('cli.done', { ids: view.done.join(', ') })]),
    ...(view.outside.length === 0 ? [] : ['', say('cli.outside', { ids: view.outside.join(', ') })]),
  ].join('\n');
}

export function printPlan(view: PlanView, services: Services, given: Given): string {
  const say = sayIn(services, given);
  const { number, money, quarter: shownQuarter } = formatsIn(services, given);
  const quarters = view.quarters
    .filter(({ shares }) => shares.length > 0)
    .flatMap((quarter) => [
      '',
      say('cli.quarter', {
        quarter: shownQuarter(quarter.quarter),
        used: number(quarter.usedDays),
        of: number(view.capacity.personDaysPerQuarter),
        money: money(quarter.usedEur),
        ofMoney: money(view.capacity.moneyEurPerQuarter),
      }),
      ...quarter.shares.map(
        (share) =>
          `  ${share.id}  ${share.title}: ${say('cli.share', { days: number(share.personDays), money: money(share.moneyEur) })}${share.ends ? `, ${say('cli.ends')}` : ''}${share.movedTo !== null && share.begins ? `, ${say('planned.here')}` : ''}`,
      ),
    ]);
  const open = view.notPlanned.map(
    (item) =>
      `  ${item.id}  ${item.title}: ${say(`cli.stopped.${item.stoppedBy}`, { waitsFor: item.waitsFor ?? '', days: number(item.missingDays), money: money(item.missingEur) })}`,
  );
  return [
    say('cli.planned', { name: view.name }),
    ...quarters,
    ...(open.length === 0 ? [] : ['', say('cli.doesNotFit'), ...open]),
    ...printMoves(view, services, given),
  ].join('\n');
}

/** What people left out of the plan, and moves that it could not keep. */
function printMoves({ setAside, refusedMoves }: PlanView, services: Services, given: Given): readonly string[] {
  const say = sayIn(services, given);
  const formats = formatsIn(services, given);
  const aside = setAside.map(({ id, title, reason }) => `  ${id}  ${title}: ${reason}`);
  const refused = refusedMoves.map(({ id, quarter, refusal }) => {
    const { key, values } = refusalWords(refusal as PinRefusal, formats, (other) => other);
    const reason = say(`web.plan.refused.${key}`, values);
    return `  ${say('planned.notKeptLine', { id, quarter: formats.quarter(quarter), reason })}`;
  });
  return [
    ...(aside.length === 0 ? [] : ['', say('planned.leftOut'), ...aside]),
    ...(refused.length === 0 ? [] : ['', say('planned.notKept'), ...refused]),
  ];
}

export function printExplanation(view: ExplainView, services: Services, given: Given): string {
  const say = sayIn(services, given);
  const { number, money } = formatsIn(services, given);
  const recipe = view.because.map(({ term, value, formula, source }) => [
    term,
    Number.isInteger(value) ? String(value) : value.toFixed(3),
    formula,
    source,
  ]);
  const threats = view.threats.map(({ title, weight, strength, part, because }) => [
    title,
    weight.toFixed(3),
    String(strength),
    part.toFixed(3),
    because,
  ]);
  const duties = view.duties.map(({ title, force, value, isNamed }) => [
    title,
    say(`force.${force}`),
    isNamed ? say('cli.named') : say('cli.touched'),
    value.toFixed(2),
  ]);
  const head = (...names: readonly string[]) => names.map((name) => say(`cli.heads.${name}`));
  return [
    `${view.item.id} ${view.item.title}`,
    say('cli.explained', {
      rank: view.item.rank,
      name: view.name,
      days: number(view.work.days),
      money: money(view.work.eur),
    }),
    '',
    textTable(head('term', 'number', 'formula', 'source'), recipe, ['start', 'end', 'start', 'start']),
    '',
    textTable(head('threat', 'weight', 'strength', 'part', 'because'), threats, [
      'start',
      'end',
      'end',
      'end',
      'start',
    ]),
    '',
    textTable(head('duty', 'force', 'how', 'number'), duties, ['start', 'start', 'start', 'end']),
  ].join('\n');
}

/** A line a step: `2 Obligations: 3 open`. */
export const printSteps = (
  { steps }: { readonly steps: readonly { readonly id: string; readonly state: string; readonly open: number }[] },
  services: Services,
  given: Given,
): string => {
  const say = sayIn(services, given);
  return steps
    .map(
      ({ id, state, open }, index) => `${index + 1} ${say(`cli.steps.${id}`)}: ${say(`cli.steps.${state}`, { open })}`,
    )
    .join('\n');
};
