import { locale } from './say.ts';

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const decimals = (count: number) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: count, maximumFractionDigits: count });
const fixed = { 2: decimals(2), 3: decimals(3) };
const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const millions = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });

/** What parts whole from tenth in the page's language. */
export const decimalMark = number.formatToParts(0.5).some(({ type, value }) => type === 'decimal' && value === ',')
  ? ','
  : '.';

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** `23 November 2026`: of an instant in the reader's zone, of a day as it stands, wherever the reader is. */
export const formatDate = (iso: string): string =>
  day.format(new Date(/^\d{4}-\d{2}-\d{2}$/u.test(iso) ? `${iso}T00:00:00` : iso));
/** `0.25`: as many decimals as asked, so that figures below each other compare. */
export const formatFixed = (value: number, count: 2 | 3): string => fixed[count].format(value);
export const formatTime = (at: Date): string => time.format(at);
export const formatNumber = (value: number): string => number.format(value);
export const formatList = (parts: readonly string[]): string => list.format(parts);
/** `€60,000`. */
export const formatEuros = (value: number): string => euros.format(value);
/** The millions alone, to which the caller adds the words. */
export const formatMillions = (value: number): string => millions.format(value / 1_000_000);
