/** Rows as they stand in the file, the first one first, each cell as text. */
export type SheetRows = readonly (readonly string[])[];

/** Why a file could not be read as a sheet; a key for words. */
export type SheetRefusal =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'damaged'
  | 'declares_types'
  | 'not_utf8'
  | 'old_office';

/** The largest file that is read. */
export const largestSheetBytes = 1_000_000;
/** More rows than any assessment has. */
export const mostSheetRows = 2000;
/** More columns than any sheet of ours. */
export const mostSheetColumns = 50;
/** More letters than a spreadsheet puts into a cell. */
export const longestCell = 32_767;
