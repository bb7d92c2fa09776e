import type { IsoDate } from '../content/verification.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  hourMs,
  noHolidays,
  workingDayFrom,
  type Holidays,
  type Instant,
} from './calendar.ts';
import { wallTimeAt, type OffsetOf } from './zone.ts';

/** The moment to act by, and the last moment the law allows, which is only for information. */
export type Due<Moment> = { readonly alarm: Moment; readonly legal: Moment };

/**
 * So many hours after an event (K1). Hours really elapse: nights, weekends and changes of the clock count. The alarm is the
 * exact minute; the law does not count the hour in which the event fell.
 * @source Regulation (EEC, Euratom) No 1182/71, Art. 3(1), 3(2)(a)
 */
export function hoursAfter(event: Instant, hours: number): Due<Instant> {
  const nextHour = Math.floor(event / hourMs) * hourMs + hourMs;
  return { alarm: event + hours * hourMs, legal: nextHour + hours * hourMs };
}

/** A period that is not in hours. */
export type Period = { readonly amount: number; readonly unit: 'days' | 'weeks' | 'months' | 'working_days' };

/**
 * The last day of a period (K2, K3). The day of the event is not counted. A period that ends on a day without work ends for
 * the law with the next working day; the alarm stays on the earlier one.
 * @source Regulation (EEC, Euratom) No 1182/71, Art. 3(1), 3(2)(c), 3(4)
 */
export function periodAfter(day: IsoDate, period: Period, holidays: Holidays = noHolidays): Due<IsoDate> {
  const alarm = endOf(day, period, noHolidays);
  return { alarm, legal: workingDayFrom(endOf(day, period, holidays), holidays) };
}

function endOf(day: IsoDate, { amount, unit }: Period, holidays: Holidays): IsoDate {
  switch (unit) {
    case 'days':
      return addDays(day, amount);
    case 'weeks':
      return addDays(day, amount * 7);
    case 'months':
      return addMonths(day, amount);
    case 'working_days':
      return addWorkingDays(day, amount, holidays);
  }
}

/**
 * The day on which something was sent (K5): the authority's day counts; where the sender's zone gives another day, the
 * alarm uses the earlier.
 */
export function dayOfSending(sent: Instant, sender: OffsetOf, authority: OffsetOf): Due<IsoDate> {
  const legal = wallTimeAt(sent, authority).date;
  const own = wallTimeAt(sent, sender).date;
  return { alarm: own < legal ? own : legal, legal };
}

/** The earlier of two dues, each side for itself. Undefined: that clock does not run. */
export function earlierOf<Moment extends Instant | IsoDate>(
  left: Due<Moment> | undefined,
  right: Due<Moment> | undefined,
): Due<Moment> | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return {
    alarm: left.alarm < right.alarm ? left.alarm : right.alarm,
    legal: left.legal < right.legal ? left.legal : right.legal,
  };
}
