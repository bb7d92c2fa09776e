import { forces } from '../../core/content/obligation-rule.ts';
import { formatsFor } from '../../core/report/formats.ts';
import type { Services } from '../../library/services.ts';
import { textTable, wrapped } from '../../platform/text-table.ts';
import type { AssessmentView, ExplainView, PlanView, RankingView } from './views.ts';

const sayIn = ({ library }: Services) => library.words('en').translate;

/** One screen of text: the class, then the duties by force, then what is open. */
export function printAssessment(view: AssessmentView, services: Services): string {
  const say = sayIn(services);
  const { date } = formatsFor('en');
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
      return [`  ${duty.title}${since}`, ...wrapped(`${duty.sentence}${why} [${source}]`, 6)];
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

export function printRanking(view: RankingView, services: Services): string {
  const say = sayIn(services);
  const { span } = formatsFor('en');
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
    '',
    textTable(head, rows, ['end', 'end', 'start', 'start', 'start', 'end', 'end', 'start']),
    ...(view.done.length === 0 ? [] : ['', say('cli.done', { ids: view.done.join(', ') })]),
  ].join('\n');
}

export function printPlan(view: PlanView, services: Services): string {
  const say = sayIn(services);
  const { number, money, quarter: shownQuarter } = formatsFor('en');
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
          `  ${share.id}  ${share.title}: ${say('cli.share', { days: number(share.personDays), money: money(share.moneyEur) })}${share.ends ? `, ${say('cli.ends')}` : ''}`,
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
  ].join('\n');
}

export function printExplanation(view: ExplainView, services: Services): string {
  const say = sayIn(services);
  const { number, money } = formatsFor('en');
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
