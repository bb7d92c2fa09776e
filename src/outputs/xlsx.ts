import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { cellText } from '../core/report/cell-text.ts';
import type { Sheet, SheetBook, SheetCell, SheetColumn } from '../core/report/sheet.ts';

const bodyFont = { name: 'Calibri', size: 11 };

/** Navy on wash, as the heads of printed tables. */
const headStyle: CellStyle = {
  font: { ...bodyFont, bold: true, color: { rgb: '14304F' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF2F6' } },
  alignment: { wrapText: true, vertical: 'top' },
  border: { bottom: { style: 'medium', color: { rgb: '14304F' } } },
};

/** "@" is text: what stands in such a cell stays text when somebody edits it, whatever it begins with. */
const numberFormats: Readonly<Record<SheetColumn['kind'], string>> = {
  text: '@',
  count: '0',
  number: '#,##0.0',
  money: '#,##0',
  date: 'yyyy-mm-dd',
};

/** A workbook as XLSX. Texts are never formulas, numbers are numbers, days are days. Same book, same bytes. */
export async function renderXlsx({ title, creator, date, sheets }: SheetBook): Promise<Uint8Array> {
  const day = new Date(`${date}T00:00:00Z`);
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title: cellText(title), creator, created: day, modified: day },
    defaultFont: bodyFont,
  });
}

function sheetOf({ name, columns, rows, openRows = 0 }: Sheet): WriteSheet {
  const last = columnName(columns.length);
  return {
    name: sheetName(name),
    columns: columns.map(({ letters, kind, isOpen }) => ({ width: letters, style: bodyStyle(kind, isOpen ?? false) })),
    rows: [columns.map(({ head }) => textValue(head)), ...rows.map((row) => row.map(valueOf(columns)))],
    rowDefs: rowHeights({ columns, rows }),
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: headStyle }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
    dataValidations: columns.flatMap((column, index) => validationOf(column, index, rows.length + openRows)),
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const bodyStyle = (kind: SheetColumn['kind'], isOpen: boolean): CellStyle => ({
  numFmt: numberFormats[kind],
  alignment: {
    vertical: 'top',
    ...(kind === 'text' ? { wrapText: true } : {}),
    ...(kind === 'date' ? { horizontal: 'left' } : {}),
  },
  ...(isOpen ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBEB' } } } : {}),
});

const lineHeight = 15;
/** Excel's limit is 409 points. */
const mostLines = 27;

/** Not every spreadsheet fits rows to wrapped text when it opens a file, so the lines are guessed from the letters. */
function rowHeights({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): NonNullable<WriteSheet['rowDefs']> {
  const heights = [columns.map(({ head }) => head), ...rows].map((row) => {
    const lines = row.map((cell, column) => linesOf(cell, columns[column]?.letters ?? 10));
    return Math.min(mostLines, Math.max(1, ...lines)) * lineHeight;
  });
  return new Map(heights.map((height, row) => [row, { height }]));
}

const linesOf = (cell: SheetCell, letters: number): number =>
  typeof cell === 'string'
    ? cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + 2) / letters)), 0)
    : 1;

/** The format writes control characters as `_x0007_`, so a text that looks like that is marked as none. */
const textValue = (text: string): string => cellText(text).replaceAll(/_(?=x[\da-f]{4}_)/giu, '_x005F_');

/** Days are those of UTC: a sheet knows no time zones. */
const valueOf =
  (columns: readonly SheetColumn[]) =>
  (cell: SheetCell, column: number): CellValue => {
    if (typeof cell !== 'string') return cell;
    return columns[column]?.kind === 'date' ? new Date(`${cell}T00:00:00Z`) : textValue(cell);
  };

function validationOf(
  { choices, refusal }: SheetColumn,
  index: number,
  rows: number,
): NonNullable<WriteSheet['dataValidations']> {
  if (choices === undefined || rows === 0) return [];
  const column = columnName(index + 1);
  return [
    {
      type: 'list',
      values: [...choices],
      range: `${column}2:${column}${rows + 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      ...(refusal === undefined ? {} : { errorMessage: refusal.slice(0, 255) }),
    },
  ];
}

/** Excel forbids some marks and more than 31 letters. */
const sheetName = (name: string): string =>
  cellText(name)
    .replaceAll(/[[\]:*?/\\]/gu, ' ')
    .slice(0, 31);

const columnName = (count: number): string =>
  count <= 26
    ? String.fromCharCode(64 + count)
    : `${columnName(Math.floor((count - 1) / 26))}${columnName(((count - 1) % 26) + 1)}`;
