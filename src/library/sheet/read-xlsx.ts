import { zipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { fail, ok, type Result } from '../../core/base.ts';

import type { NamedSheet, SheetLimits, SheetRefusal } from './limits.ts';
import { cellText, declaresTypes } from './parts.ts';
import { unpack } from './unpack.ts';

/** More parts than a workbook has. */
const mostParts = 1000;

/** What rows are made of. Macros, drawings, links to other files and all else stay packed. */
const isWanted = (name: string): boolean =>
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/u.test(
    name,
  );

/**
 * The visible sheets of a workbook, or the first of them. The library that reads it is young, so it is handed a package
 * of our own making: few parts of known size, without document types, by which XML names other files or grows without end.
 */
export async function readXlsxSheets(
  bytes: Uint8Array,
  limits: SheetLimits,
  which: 'first' | 'all',
): Promise<Result<readonly NamedSheet[], SheetRefusal>> {
  const unpacked = unpack(bytes, isWanted, { entries: mostParts, bytes: limits.unpackedBytes });
  if (!unpacked.ok) return unpacked;
  const parts = [...unpacked.value];
  if (!unpacked.value.has('xl/workbook.xml')) return fail('damaged');
  if (parts.some(([, part]) => declaresTypes(part))) return fail('declares_types');
  const repacked = zipSync(Object.fromEntries(parts), { level: 0 });
  let first = -1;
  try {
    const workbook = await readXlsx(repacked, {
      sheets: ({ hidden, veryHidden, index }) => {
        if (hidden === true || veryHidden === true) return false;
        if (first < 0) first = index;
        return which === 'all' || index === first;
      },
      range: rangeOf(limits),
      readStyles: true,
    });
    return ok(
      workbook.sheets.map(({ name, rows, cells }) => ({
        name,
        rows: rows.map((row) => row.map(cellText)),
        formulas: emptyFormulas(cells),
      })),
    );
  } catch {
    // Whatever the library finds wrong: the file was made by someone else.
    return fail('damaged');
  }
}

/** Cells go by `row,column`, both from 0. */
const emptyFormulas = (cells: Sheet['cells']): NonNullable<NamedSheet['formulas']> =>
  [...(cells ?? [])].flatMap(([place, { formula, value }]) => {
    const [row = 0, column = 0] = place.split(',').map(Number);
    return formula === undefined || (value !== null && value !== undefined && value !== '')
      ? []
      : [{ row: row + 1, column, formula }];
  });

/** One more than is read, so that too many can be told from just enough. */
const rangeOf = ({ rows, columns }: SheetLimits): string => `A1:${columnName(columns + 1)}${rows + 1}`;

function columnName(count: number): string {
  const [first, second] = [Math.floor((count - 1) / 26), (count - 1) % 26];
  return `${first === 0 ? '' : String.fromCharCode(64 + first)}${String.fromCharCode(65 + second)}`;
}
