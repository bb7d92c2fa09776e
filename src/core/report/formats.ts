/** How dates, money and amounts read. `Intl` belongs to the language; nothing here reads the clock. */

export type Formats = {
  /** `23 November 2026`; months and years as far as they are known. */
  readonly date: (iso: string) => string;
  /** `€60,000`. */
  readonly money: (eur: number) => string;
  /** `€25,000–90,000`. */
  readonly moneySpan: (span: readonly [number, number]) => string;
  /** `15–30`. */
  readonly span: (span: readonly [number, number]) => string;
  readonly number: (value: number) => string;
  /** `Q1 2027`. */
  readonly quarter: (quarter: string) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
};

/** Days, in British order for English, since the documents are European. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** Formats of a language. */
export function formatsFor(language: string): Formats {
  const locale = localeOf(language);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const span = (values: readonly [number, number], show: (value: number) => string): string =>
    values[0] === values[1] ? show(values[0]) : `${show(values[0])}–${number.format(values[1])}`;
  return {
    date: (iso) =>
      iso.length === 4
        ? iso
        : (iso.length === 7 ? month : day).format(
            new Date(iso.length === 7 ? `${iso}-01T00:00:00Z` : `${iso}T00:00:00Z`),
          ),
    money: (eur) => money.format(eur),
    moneySpan: (values) => span(values, (value) => money.format(value)),
    span: (values) => span(values, (value) => number.format(value)),
    number: (value) => number.format(value),
    quarter: (quarter) => `${quarter.slice(5)} ${quarter.slice(0, 4)}`,
    list: (items) => list.format(items),
  };
}
