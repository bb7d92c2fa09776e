/** Where everything on the map stands: the same nodes always give the same picture. Units are pixels; y grows downwards. */
import { bands, type Band, type MapNode, type Tie } from './map.ts';
import { subjects, type Subject } from './subjects.ts';
import { routesOf, type Route } from './routes.ts';

/** A document with its place. */
export type PlacedNode = {
  readonly node: MapNode;
  /** Of its dot. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Its name in lines that fit the column. */
  readonly lines: readonly string[];
  /** The area that belongs to it, for pointer and focus. */
  readonly top: number;
  readonly height: number;
};
/** A row with its place. */
export type PlacedBand = { readonly band: Band; readonly count: number; readonly top: number; readonly bottom: number };
/** The whole picture. */
export type MapLayout = {
  readonly width: number;
  readonly height: number;
  readonly columnWidth: number;
  /** Empty where all stands in one column. */
  readonly columns: readonly { readonly subject: Subject; readonly x: number; readonly lines: readonly string[] }[];
  readonly bands: readonly PlacedBand[];
  readonly nodes: readonly PlacedNode[];
  readonly routes: readonly Route[];
};

/** Room for lines, left of the dots; what is left of a column is for names. */
export const gutter = 30;
export const lineHeight = 17;
export const dotToText = 16;
const bandHead = 30;
const bandFoot = 18;
const rowGap = 9;
const headLine = 18;
const largestDot = 9;
const smallestDot = 4.5;
/** A letter of the screen font at 14 px, wide ones counted in. */
const letterWidth = 6.6;

/** What there is room for. */
export type Space = {
  readonly width: number;
  /** One column for all subjects, where there is no room for six. */
  readonly isNarrow: boolean;
  /** The number of safeguards of the largest dot: that of the whole map, so that a part of it has the same sizes. */
  readonly most: number;
  /** What the heads of columns say. */
  readonly headOf: (subject: Subject) => string;
};

/** Bands from top to bottom, subjects from left to right, and in each cell the documents that most rests on first. */
export function layoutOf(nodes: readonly MapNode[], ties: readonly Tie[], space: Space): MapLayout {
  const used = subjects.filter((subject) => nodes.some((node) => node.subject === subject));
  const columnCount = space.isNarrow ? 1 : Math.max(1, used.length);
  const columnWidth = Math.floor(space.width / columnCount);
  const heads = space.isNarrow
    ? []
    : used.map((subject, index) => ({
        subject,
        x: index * columnWidth,
        lines: linesOf(space.headOf(subject), columnWidth - gutter),
      }));
  const columnOf = ({ subject }: MapNode): number => (space.isNarrow ? 0 : used.indexOf(subject));
  const placed: PlacedNode[] = [];
  const placedBands: PlacedBand[] = [];
  let top = Math.max(0, ...heads.map(({ lines }) => lines.length)) * headLine;
  for (const band of bands) {
    const inBand = nodes.filter((node) => node.band === band).toSorted(byWeight);
    if (inBand.length === 0) continue;
    const ends = Array.from({ length: columnCount }, () => top + bandHead);
    for (const node of inBand) {
      const column = columnOf(node);
      const start = ends[column] ?? top;
      const one = placedNode(node, column * columnWidth, start, columnWidth, space.most);
      placed.push(one);
      ends[column] = start + one.height;
    }
    const bottom = Math.max(...ends) + bandFoot;
    placedBands.push({ band, count: inBand.length, top, bottom });
    top = bottom;
  }
  return {
    width: columnCount * columnWidth,
    height: top,
    columnWidth,
    columns: heads,
    bands: placedBands,
    nodes: placed,
    routes: routesOf(placed, placedBands, ties),
  };
}

/** What binds the organisation stands first, and then what most safeguards rest on. */
const byWeight = (left: MapNode, right: MapNode): number =>
  bindingOf(left) - bindingOf(right) ||
  (right.safeguards ?? -1) - (left.safeguards ?? -1) ||
  (left.ref < right.ref ? -1 : 1);

const bindingOf = ({ force }: MapNode): number => (force === 'binding_now' ? 0 : force === 'binding_from' ? 1 : 2);

function placedNode(node: MapNode, left: number, top: number, columnWidth: number, most: number): PlacedNode {
  const lines = linesOf(node.title, columnWidth - gutter - dotToText);
  return {
    node,
    x: left + gutter,
    y: top + rowGap / 2 + lineHeight / 2,
    radius: radiusOf(node, most),
    lines,
    top,
    height: lines.length * lineHeight + rowGap,
  };
}

/** The area of a dot grows with the number of safeguards; unknown has the size of the smallest, and a sign of its own. */
const radiusOf = ({ safeguards }: MapNode, most: number): number =>
  safeguards === null ? smallestDot : smallestDot + (largestDot - smallestDot) * Math.sqrt(safeguards / most);

/** A text in lines, broken at spaces; a word longer than a line stands alone. */
function linesOf(text: string, width: number): readonly string[] {
  const letters = Math.floor(width / letterWidth);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
