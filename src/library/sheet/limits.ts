/** Rows as they stand in the file, the first one first, each cell as text. */
export type SheetRows = readonly (readonly string[])[];

/** A sheet that can be seen. */
export type NamedSheet = {
  /** As its workbook has it; null where the file is text and has none. */
  readonly name: string | null;
  readonly rows: SheetRows;
  /** Formulas without the value that a spreadsheet stores beside them: nothing is calculated here, so their cells are empty. */
  readonly formulas?: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
};

/** Why a file could not be read as a sheet; a key for words. */
export type SheetRefusal =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'damaged'
  | 'declares_types'
  | 'not_utf8'
  | 'old_office';

/** How much of a file is read. */
export type SheetLimits = {
  readonly bytes: number;
  /** Of one sheet. */
  readonly rows: number;
  readonly columns: number;
  /** What a workbook may grow to while it is unpacked. */
  readonly unpackedBytes: number;
};

/** The largest file that is read as a sheet of ratings. */
export const largestSheetBytes = 1_000_000;
/** More rows than any assessment has, and more columns than any sheet of ours. */
export const ratingLimits: SheetLimits = {
  bytes: largestSheetBytes,
  rows: 2000,
  columns: 50,
  unpackedBytes: 8_000_000,
};
/** Frameworks and mappings of others: the largest catalogues have some thousand rows, mappings between them more. */
export const guidanceLimits: SheetLimits = {
  bytes: 10_000_000,
  rows: 20_000,
  columns: 100,
  unpackedBytes: 60_000_000,
};
/** More letters than a spreadsheet puts into a cell. */
export const longestCell = 32_767;
