import type { IsoDate } from '../content/verification.ts';

/** What a column holds, so that numbers stay numbers and days stay days. A day is written as `2026-11-25`. */
export type SheetColumn = {
  readonly head: string;
  readonly kind: 'text' | 'count' | 'number' | 'money' | 'date';
  /** Width in letters. */
  readonly letters: number;
  /** What may be chosen; anything else is refused by the spreadsheet. */
  readonly choices?: readonly string[] | undefined;
  /** Said where something else is typed. */
  readonly refusal?: string | undefined;
  /** May be written in by people; the rest is there to be read. */
  readonly isOpen?: boolean | undefined;
};

/** A value of its column's kind; null is an empty cell. */
export type SheetCell = string | number | null;

/** One sheet: heads, then rows. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Empty rows below in which the lists of columns offer their choices as well. */
  readonly openRows?: number | undefined;
};

/** A workbook as data; the first sheet is what a file of separated values holds. */
export type SheetBook = {
  readonly title: string;
  readonly creator: string;
  /** The one date of the file; no other clock enters it. */
  readonly date: IsoDate;
  readonly sheets: readonly [Sheet, ...Sheet[]];
};
