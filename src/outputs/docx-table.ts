import {
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { paragraph } from './docx-text.ts';

/** Width of the text in twentieths of a point: A4 less two margins of 22 mm. */
export const textWidth = 9412;
const twipsPerMm = 56.69;
/** Tables up to so many rows stay whole on a page. */
const shortTable = 8;

/** A share of the width, or millimetres. */
export type ColumnWidth = { readonly fr: number } | { readonly mm: number };
/** What a cell holds: runs of text, or paragraphs of its own. */
export type CellContent = readonly ParagraphChild[] | readonly Paragraph[];

/** A table as documents need it; without `head` its first column names the rows. */
export type DocxTable = {
  readonly style: 'TheriacTable' | 'TheriacFacts' | 'TheriacForm';
  readonly widths: readonly ColumnWidth[];
  readonly ends?: readonly boolean[];
  readonly head?: readonly string[] | undefined;
  readonly rows: readonly (readonly CellContent[])[];
  /** Least height of a row, for what is written by hand. */
  readonly rowHeight?: number | undefined;
};

/**
 * The table, and a low paragraph after it: two tables with nothing between them would join. Rows never split, the head
 * repeats, and a short table is kept on one page.
 */
export function tableOf(table: DocxTable): readonly (Table | Paragraph)[] {
  const widths = twipsOf(table.widths);
  const isKept = table.style === 'TheriacTable' && table.rows.length <= shortTable;
  const body = table.rows.map((cells, index) => rowOf(table, cells, widths, isKept && index < table.rows.length - 1));
  const drawn = new Table({
    style: table.style,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    tableLook: {
      firstRow: table.head !== undefined,
      firstColumn: table.head === undefined,
      lastRow: false,
      lastColumn: false,
      noHBand: table.style !== 'TheriacTable',
      noVBand: true,
    },
    rows: table.head === undefined ? body : [headOf(table, table.head, widths), ...body],
  });
  return [drawn, paragraph('TableEnd', [])];
}

function headOf(table: DocxTable, head: readonly string[], widths: readonly number[]): TableRow {
  const cells = head.map((text, column) => {
    const style = table.ends?.[column] === true ? 'TableNumber' : 'TableText';
    return cellOf([new Paragraph({ style, keepNext: true, text })], widths[column]);
  });
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function rowOf(
  { ends, rowHeight }: DocxTable,
  cells: readonly CellContent[],
  widths: readonly number[],
  keepNext: boolean,
): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(rowHeight === undefined ? {} : { height: { value: rowHeight, rule: HeightRule.ATLEAST } }),
    children: cells.map((content, column) =>
      cellOf(paragraphsOf(content, ends?.[column] === true, keepNext), widths[column]),
    ),
  });
}

const paragraphsOf = (content: CellContent, isNumber: boolean, keepNext: boolean): readonly Paragraph[] =>
  content.length > 0 && content.every((part) => part instanceof Paragraph)
    ? content
    : [paragraph(isNumber ? 'TableNumber' : 'TableText', content as readonly ParagraphChild[], { keepNext })];

const cellOf = (children: readonly Paragraph[], width: number | undefined): TableCell =>
  new TableCell({ width: { size: width ?? 0, type: WidthType.DXA }, children: [...children] });

/** Millimetres as asked, shares of what is left; where millimetres leave too little, all become shares. */
function twipsOf(widths: readonly ColumnWidth[]): readonly number[] {
  const fixed = widths.reduce((sum, width) => sum + ('mm' in width ? width.mm * twipsPerMm : 0), 0);
  const shares = widths.reduce((sum, width) => sum + ('fr' in width ? width.fr : 0), 0);
  const least = shares === 0 ? textWidth : textWidth * 0.8;
  const squeeze = fixed > least || shares === 0 ? least / fixed : 1;
  const left = textWidth - fixed * squeeze;
  return widths.map((width) =>
    Math.round('mm' in width ? width.mm * twipsPerMm * squeeze : (left * width.fr) / shares),
  );
}
