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

/** How a language writes a quarter; words are handed in, because core has none. */
type QuarterWord = (quarter: { readonly quarter: string; readonly year: string }) => string;

const plainQuarter: QuarterWord = ({ quarter, year }) => `Q${quarter} ${year}`;

/** Formats of a language. */
export function formatsFor(language: string, quarterWord = plainQuarter): Formats {
  const locale = localeOf(language);
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // The sign stands once: before the first amount, or after the last, as the language has it.
  const isSignFirst = money.format(1).startsWith('€');
  const span = ([low, high]: readonly [number, number], show: (value: number) => string): string => {
    if (low === high) return show(low);
    return isSignFirst ? `${show(low)}–${number.format(high)}` : `${number.format(low)}–${show(high)}`;
  };
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
    quarter: (quarter) => quarterWord({ quarter: quarter.slice(6), year: quarter.slice(0, 4) }),
    list: (items) => list.format(items),
  };
}
