import type { IncidentTerms } from '../content/country.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Holidays, Instant } from './calendar.ts';
import { earlierOf, hoursAfter, periodAfter, type Due } from './deadline.ts';
import { wallTimeAt, type OffsetOf } from './zone.ts';

/** What hours run from, and the stages of a report. */
export type Anchor = IncidentTerms['anchor'];
export type Stage = 'early_warning' | 'notification' | 'final_report';

/** When a stage is due: so much after an event. */
export type StageTerm =
  | { readonly unit: 'hours'; readonly amount: number; readonly after: Anchor }
  | ({ readonly unit: NonNullable<IncidentTerms['final']>['unit'] } & Omit<
      NonNullable<IncidentTerms['final']>,
      'unit'
    >);
export type Terms = { readonly [Name in Stage]: StageTerm | null };

/**
 * The directive's own stages.
 * @source Directive (EU) 2022/2555, Art. 23(4)(a), (b), (d)
 */
export const directiveTerms: Terms = {
  early_warning: { unit: 'hours', amount: 24, after: 'awareness' },
  notification: { unit: 'hours', amount: 72, after: 'awareness' },
  final_report: { unit: 'months', amount: 1, after: 'notification' },
};

/**
 * Notice of a personal data breach to the authority.
 * @source Regulation (EU) 2016/679, Art. 33(1)
 */
export const breachTerm: StageTerm = { unit: 'hours', amount: 72, after: 'awareness' };

/**
 * A critical entity's notices: the first within a day, a detailed report one month after it.
 * @source Directive (EU) 2022/2557, Art. 15(1)
 */
export const criticalTerms: Terms = {
  early_warning: { unit: 'hours', amount: 24, after: 'awareness' },
  notification: null,
  final_report: { unit: 'months', amount: 1, after: 'first_warning' },
};

/** A state's terms in the same form. */
export const nationalTerms = ({ anchor, earlyHours, notificationHours, final }: IncidentTerms): Terms => ({
  early_warning: hoursTerm(earlyHours, anchor),
  notification: hoursTerm(notificationHours, anchor),
  final_report: final,
});

const hoursTerm = (amount: number | null, after: Anchor): StageTerm | null =>
  amount === null ? null : { unit: 'hours', amount, after };

/** Which term the alarm follows; `either`: it depends on the dates, take whichever comes first. */
export type Alarm = 'directive' | 'national' | 'either';

/** Events in the order in which they happen; hours that run from nothing stated may run from the first. */
const inOrder: readonly Anchor[] = ['detection', 'awareness', 'determination', 'classification'];

/**
 * The term that rings first. The national term is the law; the alarm is set on the earlier of both, so that neither is missed.
 * @source design rule "alarm on the earlier of the directive's and the national date"
 */
export function alarmOn(directive: StageTerm | null, national: StageTerm | null): Alarm {
  if (national === null) return 'directive';
  if (directive === null) return 'national';
  if (directive.unit === 'hours' && national.unit === 'hours') return alarmOnHours(directive, national);
  return directive.unit === national.unit && directive.after === national.after && directive.amount === national.amount
    ? 'directive'
    : 'either';
}

type HoursTerm = Extract<StageTerm, { readonly unit: 'hours' }>;

function alarmOnHours(directive: HoursTerm, national: HoursTerm): Alarm {
  const isSooner = inOrder.indexOf(national.after) - inOrder.indexOf(directive.after);
  if (national.after === 'not_stated' || isSooner === 0)
    return national.amount < directive.amount ? 'national' : 'directive';
  if (isSooner < 0) return national.amount <= directive.amount ? 'national' : 'either';
  return national.amount >= directive.amount ? 'directive' : 'either';
}

/** When things happened, as far as they have. Each law has an awareness of its own; clocks are never merged. */
export type Moments = {
  readonly [Name in Exclude<Anchor, 'not_stated'> | Exclude<StageTerm, HoursTerm>['after']]?: Instant | undefined;
};
type Places = { readonly authority: OffsetOf; readonly holidays: Holidays };

/** When a stage in hours is due. Undefined: what it runs from has not happened, or nothing says what that is. */
export function hoursDue(term: StageTerm | null, moments: Moments): Due<Instant> | undefined {
  if (term === null || term.unit !== 'hours') return undefined;
  const event = moments[term.after === 'not_stated' ? 'awareness' : term.after];
  return event === undefined ? undefined : hoursAfter(event, term.amount);
}

/** When a stage in days or months is due, in the calendar of the authority. */
export function dayDue(
  term: StageTerm | null,
  moments: Moments,
  { authority, holidays }: Places,
): Due<IsoDate> | undefined {
  if (term === null || term.unit === 'hours') return undefined;
  const event = moments[term.after];
  return event === undefined ? undefined : periodAfter(wallTimeAt(event, authority).date, term, holidays);
}

/** The alarm of a stage in hours: the earlier of the directive's and the state's. */
export const hoursAlarm = (stage: Stage, national: Terms, moments: Moments): Instant | undefined =>
  earlierOf(hoursDue(directiveTerms[stage], moments), hoursDue(national[stage], moments))?.alarm;
/** The alarm of a stage in days: the earlier of the directive's and the state's. */
export const dayAlarm = (stage: Stage, national: Terms, moments: Moments, places: Places): IsoDate | undefined =>
  earlierOf(dayDue(directiveTerms[stage], moments, places), dayDue(national[stage], moments, places))?.alarm;
