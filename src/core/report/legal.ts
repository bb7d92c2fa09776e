import { timeLine } from '../chart/time-line.ts';
import type { Country } from '../content/country.ts';
import type { Force } from '../content/obligation-rule.ts';
import { forces } from '../content/obligation-rule.ts';
import type { Obligation } from '../obligations/assess.ts';
import type { GuideContext, OrganisationInput } from './guide-input.ts';
import type { RichText } from './prose.ts';
import type { Block, Column, Table } from './report.ts';
import { nationalSource } from './sources.ts';

/** Whether a rule may be stated: an unconfirmed one is only listed as a point to clear. */
export const isConfirmed = (obligation: Obligation): boolean => obligation.verification.status !== 'recall';

/** The citation of a duty, or of a class. */
export const citeOf = ({ citer }: GuideContext, { cite }: Pick<Obligation, 'cite'>): RichText[number] =>
  citer.cite(cite.document, cite.locator);

const column = (head: string, width: Column['width']): Column => ({ head, width, align: 'start' });

/** The force in words, with its day where one is known. */
export function forceWords(
  { say, formats }: GuideContext,
  { force, from }: Pick<Obligation, 'force' | 'from'>,
): string {
  if (from === undefined) return say(`force.${force}`);
  if (force === 'binding_now') return say('force.sinceDate', { date: formats.date(from) });
  return force === 'binding_from' ? say('force.fromDate', { date: formats.date(from) }) : say(`force.${force}`);
}

/** Obligations of some forces as a table. A reason that several share, one after the other, is said once. */
export function obligationTable(
  context: GuideContext,
  organisation: OrganisationInput,
  wanted: readonly Force[],
): Table {
  const { say } = context;
  const obligations = organisation.assessment.obligations
    .filter((obligation) => wanted.includes(obligation.force) && isConfirmed(obligation))
    .toSorted(
      (left, right) =>
        forces.indexOf(left.force) - forces.indexOf(right.force) ||
        (left.from ?? '').localeCompare(right.from ?? '') ||
        left.order - right.order,
    );
  const rows = obligations.map((obligation, index): readonly RichText[] => {
    const isSaid = obligations[index - 1]?.reason === obligation.reason;
    const text = isSaid ? obligation.sentence : `${obligation.sentence} ${obligation.reason}`;
    return [
      [forceWords(context, obligation)],
      [{ strong: obligation.title }],
      [context.citer.text(text), ' ', citeOf(context, obligation)],
    ];
  });
  return {
    columns: [
      column(say('guide.heads.force'), { mm: 30 }),
      column(say('guide.heads.obligation'), { mm: 46 }),
      column(say('guide.heads.because'), { fr: 1 }),
    ],
    rows,
  };
}

/** Dates ahead and the latest behind, one row each; null where there is nothing to show. */
export function obligationTimeLine(context: GuideContext, organisation: OrganisationInput): Block | null {
  const { say, formats, on } = context;
  const dated = organisation.assessment.obligations.filter(
    (obligation) => obligation.from !== undefined && isConfirmed(obligation),
  );
  const byDate = Map.groupBy(dated, ({ from }) => String(from));
  const events = [...byDate]
    .toSorted(([left], [right]) => left.localeCompare(right))
    .map(([date, obligations]) => ({
      date,
      shown: formats.date(date),
      text: obligations.map(({ title }) => title).join(say('report.semicolon')),
      isPast: date <= on,
    }));
  if (events.length === 0) return null;
  return {
    kind: 'chart',
    caption: say('guide.timeLineCaption'),
    alt: events.map(({ shown, text }) => say('guide.timeLineEvent', { date: shown, text })).join(' '),
    chart: timeLine(events, on),
    table: {
      columns: [column(say('guide.heads.date'), { mm: 34 }), column(say('guide.heads.obligation'), { fr: 1 })],
      rows: events.map(({ shown, text }) => [[shown], [context.citer.text(text)]]),
    },
  };
}

/** The national NIS2 act and its state, cited; null where nobody confirmed it. */
export const nationalLaw = ({ citer }: GuideContext, { code, nis2 }: Country): RichText | null =>
  nis2.verification.status === 'recall'
    ? null
    : [citer.text(`${nis2.title}. ${nis2.statusNote}`), ' ', { cite: nationalSource(code) }];

const mostDecided = 5;

const shortList = ({ say, formats }: GuideContext, names: readonly string[]): string =>
  formats.list(
    names.length <= mostDecided
      ? names
      : [...names.slice(0, mostDecided - 1), say('guide.decidesMore', { rest: names.length - mostDecided + 1 })],
  );

/** What nobody has answered yet, and what each answer decides. */
export function openQuestions(context: GuideContext, organisation: OrganisationInput): readonly RichText[] {
  const titles = new Map(organisation.assessment.obligations.map(({ id, title }) => [id as string, title]));
  return organisation.assessment.questions.map(({ fact, decides, decidesClass }) => {
    const named = [
      ...(decidesClass ? [context.say('guide.theClass')] : []),
      ...decides.map((id) => titles.get(id) ?? id),
    ];
    return [
      { strong: context.say('guide.question', { fact: context.say(`facts.${fact}`) }) },
      ' ',
      context.say('guide.decides', { what: shortList(context, [...new Set(named)]) }),
    ];
  });
}
