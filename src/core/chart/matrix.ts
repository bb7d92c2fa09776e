import { chartWidth, type Chart, type Ink, type Shape } from './chart.ts';

/** A square of a matrix: where it stands, how much it counts, and whether that is only a hint. */
export type MatrixSquare = {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly isHint: boolean;
};

/** A matrix with short names for its rows and columns. */
export type MatrixPicture = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly squares: readonly MatrixSquare[];
};

const rowHeight = 18;
const headHeight = 18;
const labelWidth = 92;
const gap = 1;

const columnWidth = ({ columns }: MatrixPicture): number =>
  Math.min(64, (chartWidth - labelWidth) / Math.max(1, columns.length));

/** Where names of columns would meet they stand in two lines by turns. */
const headOf = (picture: MatrixPicture): number =>
  headHeight * (columnWidth(picture) < 26 && picture.columns.length > 1 ? 2 : 1);

/** Squares that are darker the more they count; what is only a hint has its number and no shade. */
export function matrixChart(picture: MatrixPicture): Chart {
  const { rows, columns, squares } = picture;
  const most = Math.max(1, ...squares.filter(({ isHint }) => !isHint).map(({ value }) => value));
  const [width, head] = [columnWidth(picture), headOf(picture)];
  return {
    width: chartWidth,
    height: head + rows.length * rowHeight + gap,
    shapes: [
      ...columns.map((name, index): Shape => ({
        kind: 'text',
        x: labelWidth + (index + 0.5) * width,
        y: head - 6 - (head > headHeight && index % 2 === 0 ? headHeight / 2 : 0),
        text: name,
        anchor: 'middle',
        ink: 'ink',
      })),
      ...rows.flatMap((name, index) => rowOf(name, head + index * rowHeight, columns.length, width)),
      ...squares.flatMap((square) => squareOf(square, head, width, most)),
    ],
  };
}

const rowOf = (name: string, y: number, columns: number, width: number): readonly Shape[] => [
  { kind: 'text', x: labelWidth - 8, y: y + rowHeight / 2 + 3, text: name, anchor: 'end', ink: 'ink' },
  { kind: 'line', x1: labelWidth, y1: y, x2: labelWidth + columns * width, y2: y, stroke: 'pale', weight: 0.5 },
];

function squareOf(
  { row, column, value, isHint }: MatrixSquare,
  head: number,
  width: number,
  most: number,
): readonly Shape[] {
  const [x, y] = [labelWidth + column * width, head + row * rowHeight];
  const place = { x: x + gap, y: y + gap, width: width - 2 * gap, height: rowHeight - 2 * gap };
  return [
    { kind: 'rectangle', ...place, fill: isHint ? 'white' : shadeOf(value / most), stroke: 'none' },
    {
      kind: 'text',
      x: x + width / 2,
      y: y + rowHeight / 2 + 3,
      text: `${value}`,
      anchor: 'middle',
      ink: isHint ? 'quiet' : 'ink',
    },
  ];
}

/** Three shades: more could not be told apart. */
const shadeOf = (share: number): Ink => (share > 2 / 3 ? 'navy' : share > 1 / 3 ? 'mid' : 'pale');

/** The row and column at a point of the picture; null beside the squares. */
export function matrixPlace(
  picture: MatrixPicture,
  x: number,
  y: number,
): { readonly row: number; readonly column: number } | null {
  const column = Math.floor((x - labelWidth) / columnWidth(picture));
  const row = Math.floor((y - headOf(picture)) / rowHeight);
  return row in picture.rows && column in picture.columns ? { row, column } : null;
}
