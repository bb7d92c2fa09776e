import { isDay } from '../../../core/incident/calendar.ts';
import { formatsFor } from '../../../core/report/formats.ts';
import { language, locale } from '../../../web/say.ts';

const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `23 November 2026`. */
export const longDay: (day: string) => string = formatsFor(language).date;
/** `23 Nov 2026`, for tables and pictures. */
export const shortDay = (day: string): string => short.format(new Date(`${day}T00:00:00Z`));

const dayMs = 86_400_000;
/** Days since 1970, in UTC; only differences matter. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

/** Whole months from one day to a later one. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}

/** The days for which the law is known well enough to ask. */
export const firstDay = '2018-01-01';
export const lastDay = '2040-12-31';

/** A day that may be asked for. */
export const isAskable = (text: string): boolean => isDay(text) && text >= firstDay && text <= lastDay;
