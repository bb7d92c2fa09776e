import { fail, ok, type Result } from '../../core/base.ts';
import {
  largestSheetBytes,
  longestCell,
  mostSheetColumns,
  mostSheetRows,
  type SheetRefusal,
  type SheetRows,
} from './limits.ts';

/** The rows of a CSV or XLSX file; what it is, its content says and never its name. */
export async function parseSheet(bytes: Uint8Array): Promise<Result<SheetRows, SheetRefusal>> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > largestSheetBytes) return fail('too_large');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail('old_office');
  const read = isPackage(bytes) ? await readXlsx(bytes) : await readCsv(bytes);
  return read.ok ? withinLimits(read.value) : read;
}

// The libraries that read are loaded by the first file: commands start without them.
const readXlsx = async (bytes: Uint8Array) => (await import('./read-xlsx.ts')).readXlsxRows(bytes);
const readCsv = async (bytes: Uint8Array) => (await import('./read-csv.ts')).readCsvRows(bytes);

/** Whether it is a zip file, as workbooks are. */
export const isPackage = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b]);

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

function withinLimits(rows: SheetRows): Result<SheetRows, SheetRefusal> {
  const filled = rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell.trim() !== '')) + 1);
  if (filled.length === 0) return fail('empty');
  if (filled.length > mostSheetRows) return fail('too_many_rows');
  return filled.some((row) => row.length > mostSheetColumns || row.some(({ length }) => length > longestCell))
    ? fail('too_large')
    : ok(filled);
}
