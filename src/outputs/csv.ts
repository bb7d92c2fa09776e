import { cellText } from '../core/report/cell-text.ts';
import type { Sheet, SheetCell } from '../core/report/sheet.ts';

/** Parts values: a comma is what many languages write within numbers. */
const separator = ';';
const byteOrderMark = '\ufeff';

/**
 * A sheet as separated values, in UTF-8 with the mark by which spreadsheets know it. A text that a spreadsheet would take
 * for a formula gets an apostrophe, and so does one that begins with such an apostrophe: reading takes one away.
 */
export function renderCsv({ columns, rows }: Sheet): Uint8Array {
  const lines = [columns.map(({ head }) => head), ...rows].map((row) => row.map(fieldOf).join(separator));
  return new TextEncoder().encode(`${byteOrderMark}${lines.join('\r\n')}\r\n`);
}

function fieldOf(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cellText(cell);
  const guarded = /^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[;,"\t\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
