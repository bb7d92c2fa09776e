import type { Chart, Ink, Shape } from '../core/chart/chart.ts';
import { chartTextPt } from '../core/chart/chart.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text that cannot become markup. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => escapes[character] ?? character);

const number = (value: number): string => String(Math.round(value * 100) / 100);

/** How a format paints: attributes for an area, a line and a text. */
type Pen = {
  readonly area: (fill: Ink, stroke: Ink) => string;
  readonly line: (stroke: Ink) => string;
  readonly text: (ink: Ink, isBold: boolean) => string;
};

/** Classes rather than colours, so that a style sheet decides for screen, dark screen and print. */
const classes: Pen = {
  area: (fill, stroke) => `class="c-${fill} s-${stroke}"${fill === 'hatch' ? ' fill="url(#hatch)"' : ''}`,
  line: (stroke) => `class="s-${stroke}"`,
  text: (ink, isBold) => `class="t-${ink}${isBold ? ' bold' : ''}"`,
};

/** A chart as SVG text with its alternative text; the pattern for hatching must be in the page once (`hatchPattern`). */
export function svgOf(chart: Chart, alt: string): string {
  return `<svg class="chart" role="img" aria-label="${escapeXml(alt)}" viewBox="${viewBox(chart)}" width="100%" font-size="${chartTextPt}">${chart.shapes.map((shape) => shapeOf(shape, classes)).join('')}</svg>`;
}

const viewBox = ({ width, height }: Chart): string => `0 0 ${number(width)} ${number(height)}`;

/** The definition of hatching, once a page. */
export const hatchPattern =
  '<svg width="0" height="0" aria-hidden="true" class="defs"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="c-white"/><path d="M0 0v5" class="s-rule" stroke-width="1.6"/></pattern></defs></svg>';

/** The palette of printed documents. */
const colours: Readonly<Record<Ink, string>> = {
  ink: '#1a2433',
  navy: '#14304f',
  mid: '#4f7395',
  pale: '#bccddd',
  wash: '#eef2f6',
  white: '#ffffff',
  hatch: '#ffffff',
  rule: '#7c8998',
  quiet: '#47535f',
  alert: '#a3261d',
  none: 'none',
};
const inks: Pen = {
  area: (fill, stroke) => `fill="${colours[fill]}" stroke="${colours[stroke]}" stroke-width="0.5"`,
  line: (stroke) => `stroke="${colours[stroke]}"`,
  text: (ink, isBold) => `fill="${colours[ink]}"${isBold ? ' font-weight="600"' : ''}`,
};

/** A chart as a file of its own: colours stand in it, and hatching is lines, because not every reader knows patterns. */
export function svgFile(chart: Chart): string {
  const shapes = chart.shapes.map((shape) => shapeOf(shape, inks) + hatching(shape)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox(chart)}" width="${number(chart.width)}" height="${number(chart.height)}" font-family="Source Sans 3" font-size="${chartTextPt}">${shapes}</svg>`;
}

const hatchStep = 4;

/** Lines at 45 degrees, cut at the edges of their rectangle. */
function hatching(shape: Shape): string {
  if (shape.kind !== 'rectangle' || shape.fill !== 'hatch') return '';
  const { x, y, width, height } = shape;
  const lines: string[] = [];
  for (let from = hatchStep; from < width + height; from += hatchStep) {
    const [x1, y1] = [Math.min(from, width), Math.max(0, from - width)];
    const [x2, y2] = [Math.max(0, from - height), Math.min(from, height)];
    lines.push(`M${number(x + x1)} ${number(y + y1)}L${number(x + x2)} ${number(y + y2)}`);
  }
  return `<path d="${lines.join('')}" fill="none" stroke="${colours.rule}" stroke-width="0.6"/>`;
}

function shapeOf(shape: Shape, pen: Pen): string {
  switch (shape.kind) {
    case 'rectangle':
      return `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}" ${pen.area(shape.fill, shape.stroke)}${shape.dotted === true ? ' stroke-dasharray="2 1.6"' : ''}/>`;
    case 'line':
      return `<line x1="${number(shape.x1)}" y1="${number(shape.y1)}" x2="${number(shape.x2)}" y2="${number(shape.y2)}" ${pen.line(shape.stroke)} stroke-width="${number(shape.weight)}"${shape.dashed === true ? ' stroke-dasharray="3 2"' : ''}/>`;
    case 'dot':
      return `<circle cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.radius)}" ${pen.area(shape.fill, shape.stroke)}/>`;
    case 'text':
      return `<text x="${number(shape.x)}" y="${number(shape.y)}" text-anchor="${shape.anchor}" ${pen.text(shape.ink, shape.bold === true)}>${escapeXml(shape.text)}</text>`;
  }
}
