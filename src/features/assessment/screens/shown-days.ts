import { locale, say } from '../../../web/say.ts';

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** `23 November 2026`: a day is the same day everywhere. */
export const longDay = (iso: string): string => day.format(new Date(`${iso}T00:00:00Z`));
/** `23 Nov 2026`. */
export const shortDay = (iso: string): string => short.format(new Date(`${iso}T00:00:00Z`));
/** The day of an instant, where the reader is. */
export const dayOfInstant = (iso: string): string => moment.format(new Date(iso));

/** `31 March 2027, in 4 months`. */
export function dueText(due: string, today: string): string {
  const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  const far = Math.abs(days) >= 60 ? relative.format(Math.round(days / 30.44), 'month') : relative.format(days, 'day');
  return say(days < 0 ? 'assessment.overdueOn' : 'assessment.dueOn', { date: longDay(due), far });
}
