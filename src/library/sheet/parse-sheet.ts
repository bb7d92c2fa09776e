import { fail, ok, type Result } from '../../core/base.ts';
import {
  longestCell,
  ratingLimits,
  type NamedSheet,
  type SheetLimits,
  type SheetRefusal,
  type SheetRows,
} from './limits.ts';

/** The rows of the first visible sheet of a file; what it is, its content says and never its name. */
export async function parseSheet(
  bytes: Uint8Array,
  limits: SheetLimits = ratingLimits,
): Promise<Result<SheetRows, SheetRefusal>> {
  const read = await parseSheets(bytes, limits, 'first');
  if (!read.ok) return read;
  const [first] = read.value;
  return first === undefined ? fail('empty') : ok(first.rows);
}

/** The visible sheets of a CSV, XLSX or ODS file, all that hold something or the first alone. */
export async function parseSheets(
  bytes: Uint8Array,
  limits: SheetLimits,
  which: 'first' | 'all',
): Promise<Result<readonly NamedSheet[], SheetRefusal>> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > limits.bytes) return fail('too_large');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail('old_office');
  const read = isPackage(bytes) ? await readWorkbook(bytes, limits, which) : await readCsv(bytes, limits);
  return read.ok ? withinLimits(which === 'first' ? read.value.slice(0, 1) : read.value, limits) : read;
}

// The libraries that read are loaded by the first file: commands start without them.
async function readWorkbook(bytes: Uint8Array, limits: SheetLimits, which: 'first' | 'all') {
  const { isOpenDocument, readOdsSheets } = await import('./read-ods.ts');
  if (isOpenDocument(bytes)) return readOdsSheets(bytes, limits);
  return (await import('./read-xlsx.ts')).readXlsxSheets(bytes, limits, which);
}

async function readCsv(bytes: Uint8Array, limits: SheetLimits): Promise<Result<readonly NamedSheet[], SheetRefusal>> {
  const rows = (await import('./read-csv.ts')).readCsvRows(bytes, limits);
  return rows.ok ? ok([{ name: null, rows: rows.value }]) : rows;
}

/** Whether it is a zip file, as workbooks are. */
export const isPackage = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b]);

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

function withinLimits(sheets: readonly NamedSheet[], limits: SheetLimits): Result<readonly NamedSheet[], SheetRefusal> {
  const filled = sheets.flatMap(({ rows, ...sheet }) => {
    const kept = rows.slice(0, rows.findLastIndex((row) => row.some((cell) => cell.trim() !== '')) + 1);
    return kept.length === 0 ? [] : [{ ...sheet, rows: kept }];
  });
  if (filled.length === 0) return fail('empty');
  if (filled.some(({ rows }) => rows.length > limits.rows)) return fail('too_many_rows');
  const isLarge = (row: readonly string[]): boolean =>
    row.findLastIndex((cell) => cell !== '') >= limits.columns || row.some(({ length }) => length > longestCell);
  return filled.some(({ rows }) => rows.some(isLarge)) ? fail('too_large') : ok(filled);
}
