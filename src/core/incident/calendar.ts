/**
 * Incident: the clocks of the law, and the card that says whom to tell. Pure arithmetic: zones come from the language's
 * own tables, moments from the caller. It must not read the clock.
 */
import type { IsoDate } from '../content/verification.ts';

/** Milliseconds since 1970-01-01 in UTC. */
export type Instant = number;
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A day of the calendar as text. */
export const isoDate = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate;

/** Year, month and day of a date. */
export function partsOf(date: IsoDate): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
}

const noonOf = (date: IsoDate): Instant => Date.parse(`${date}T12:00:00Z`);
const dateAt = (instant: Instant): IsoDate => new Date(instant).toISOString().slice(0, 10) as IsoDate;

/** So many days later. */
export const addDays = (date: IsoDate, days: number): IsoDate => dateAt(noonOf(date) + days * dayMs);

const lengthOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The day with the same number so many months later; the last day of the month, where it has no such day (K2).
 * @source Regulation (EEC, Euratom) No 1182/71, Art. 3(2)(c)
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return isoDate(toYear, toMonth, Math.min(day, lengthOfMonth(toYear, toMonth)));
}

/** Saturday or Sunday. */
export const isWeekend = (date: IsoDate): boolean => [0, 6].includes(new Date(noonOf(date)).getUTCDay());

/** Public holidays of the state where the act is to be done. */
export type Holidays = ReadonlySet<IsoDate>;
export const noHolidays: Holidays = new Set();

/** Neither weekend nor public holiday. */
export const isWorkingDay = (date: IsoDate, holidays: Holidays): boolean => !isWeekend(date) && !holidays.has(date);

/** The day itself, or the next working day after it. */
export const workingDayFrom = (date: IsoDate, holidays: Holidays): IsoDate => {
  let at = date;
  while (!isWorkingDay(at, holidays)) at = addDays(at, 1);
  return at;
};

/** So many working days after a day, which itself is not counted. */
export function addWorkingDays(date: IsoDate, count: number, holidays: Holidays): IsoDate {
  let at = date;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}

/** Whether a text is a day of the calendar, written as `2026-11-25`: there is no 30 February. */
export function isDay(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
