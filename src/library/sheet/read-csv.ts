import { parseCsv } from 'hucre/csv';
import { fail, ok, type Result } from '../../core/base.ts';

import type { SheetLimits, SheetRefusal, SheetRows } from './limits.ts';

const separators = [';', ',', '\t'] as const;

/** A text of separated values, whatever separates them; formulas that were made harmless for a spreadsheet are texts again. */
export function readCsvRows(bytes: Uint8Array, limits: Pick<SheetLimits, 'rows'>): Result<SheetRows, SheetRefusal> {
  const text = decoded(bytes);
  if (text === null) return fail('not_utf8');
  try {
    const rows = parseCsv(text, { delimiter: separatorOf(text), maxRows: limits.rows + 1 });
    return ok(rows.map((row) => row.map((cell) => withoutGuard(String(cell ?? '')))));
  } catch {
    return fail('damaged');
  }
}

/** UTF-8, or UTF-16 where the first bytes say so; null where it is neither. */
function decoded(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** The mark that parts the heads: the one that stands most often in the first line, outside of quotation marks. */
function separatorOf(text: string): string {
  const line = (/^[^\r\n]*/u.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/gu, '');
  const count = (mark: string): number => line.split(mark).length;
  return separators.reduce((best, mark) => (count(mark) > count(best) ? mark : best), separators[0]);
}

/** Undoes what outputs/csv.ts does to a text that a spreadsheet would take for a formula. */
const withoutGuard = (cell: string): string => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);
