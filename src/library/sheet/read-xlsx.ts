import { zipSync } from 'fflate';
import { readXlsx, type CellValue } from 'hucre/xlsx';
import { fail, ok, type Result } from '../../core/base.ts';

import { mostSheetColumns, mostSheetRows, type SheetRefusal, type SheetRows } from './limits.ts';
import { unpack } from './unpack.ts';

const limits = { entries: 1000, bytes: 8_000_000 };

/** What rows are made of. Macros, drawings, links to other files and all else stay packed. */
const isWanted = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/u.test(
    name,
  );

/** One more than is read, so that too many can be told from just enough. */
const range = `A1:${columnName(mostSheetColumns)}${mostSheetRows + 1}`;

/**
 * The first visible sheet of a workbook. The library that reads it is young, so it is handed a package of our own making:
 * few parts of known size, without document types, by which XML names other files or grows without end.
 */
export async function readXlsxRows(bytes: Uint8Array): Promise<Result<SheetRows, SheetRefusal>> {
  const unpacked = unpack(bytes, isWanted, limits);
  if (!unpacked.ok) return unpacked;
  const parts = [...unpacked.value];
  if (!unpacked.value.has('xl/workbook.xml')) return fail('damaged');
  if (parts.some(([, part]) => declaresTypes(part))) return fail('declares_types');
  const repacked = zipSync(Object.fromEntries(parts), { level: 0 });
  let wanted = -1;
  try {
    const workbook = await readXlsx(repacked, {
      sheets: ({ hidden, veryHidden, index }) => {
        if (wanted < 0 && hidden !== true && veryHidden !== true) wanted = index;
        return index === wanted;
      },
      range,
      readStyles: true,
    });
    return ok((workbook.sheets[0]?.rows ?? []).map((row) => row.map(cellText)));
  } catch {
    // Whatever the library finds wrong: the file was made by someone else.
    return fail('damaged');
  }
}

/** A document type, or text that is not UTF-8 and could hide one. */
function declaresTypes(part: Uint8Array): boolean {
  const data = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  return data.includes(0) || /<!(?:DOCTYPE|ENTITY)/iu.test(data.toString('latin1'));
}

/** Days as `2026-11-25`; a sheet knows no time zones, and the library reads its days as those of UTC. */
function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function columnName(count: number): string {
  const [first, second] = [Math.floor((count - 1) / 26), (count - 1) % 26];
  return `${first === 0 ? '' : String.fromCharCode(64 + first)}${String.fromCharCode(65 + second)}`;
}
