import { formatsFor } from '../../../core/report/formats.ts';
import { language, locale, say } from '../../../web/say.ts';

export const formats = formatsFor(language, (quarter) => say('quarterName', quarter));

const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const away = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });

/** `17` and `Oct 2027`. */
export const dayAndMonth = (iso: string): readonly [day: string, month: string] => [
  String(Number(iso.slice(8))),
  month.format(new Date(`${iso}T00:00:00Z`)),
];

/** `in 4 months`; in days where it is nearer than that. */
export function timeUntil(iso: string, from: string): string {
  const months =
    (Number(iso.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    (Number(iso.slice(5, 7)) - Number(from.slice(5, 7))) -
    (Number(iso.slice(8)) < Number(from.slice(8)) ? 1 : 0);
  if (months >= 24) return away.format(Math.floor(months / 12), 'year');
  if (months >= 1) return away.format(months, 'month');
  return away.format(Math.round((Date.parse(iso) - Date.parse(from)) / 86_400_000), 'day');
}
