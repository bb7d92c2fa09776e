import type { SheetBook } from '../core/report/sheet.ts';
import { renderCsv } from './csv.ts';

/** The formats of a workbook, with what a browser calls them. */
const sheetFormats = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
/** One of the formats. */
export type SheetFormat = keyof typeof sheetFormats;
/** Their names. */
export const sheetFormatIds = Object.keys(sheetFormats) as readonly SheetFormat[];

/** A file with what browsers and file systems call it. */
type SheetFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string };

/** A workbook as a file; separated values hold its first sheet. Same book and format, same bytes. */
export async function renderSheet(book: SheetBook, format: SheetFormat, name: string): Promise<SheetFile> {
  // The library that writes workbooks is loaded by whoever asks for one.
  const bytes = format === 'csv' ? renderCsv(book.sheets[0]) : await (await import('./xlsx.ts')).renderXlsx(book);
  return { bytes, mediaType: sheetFormats[format], fileName: `${name}-${book.date}.${format}` };
}
