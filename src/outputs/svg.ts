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

/** Classes rather than colours, so that a style sheet decides for screen, dark screen and print. */
const paint = (fill: Ink, stroke: Ink): string =>
  `class="c-${fill === 'hatch' ? 'hatch' : fill} s-${stroke}"${fill === 'hatch' ? ' fill="url(#hatch)"' : ''}`;

/** A chart as SVG text with its alternative text; the pattern for hatching must be in the page once (`hatchPattern`). */
export function svgOf(chart: Chart, alt: string): string {
  return `<svg class="chart" role="img" aria-label="${escapeXml(alt)}" viewBox="0 0 ${number(chart.width)} ${number(chart.height)}" width="100%" font-size="${chartTextPt}">${chart.shapes.map(shapeOf).join('')}</svg>`;
}

/** The definition of hatching, once a page. */
export const hatchPattern =
  '<svg width="0" height="0" aria-hidden="true" class="defs"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="c-white"/><path d="M0 0v5" class="s-rule" stroke-width="1.6"/></pattern></defs></svg>';

function shapeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'rectangle':
      return `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(shape.width)}" height="${number(shape.height)}" ${paint(shape.fill, shape.stroke)}${shape.dotted === true ? ' stroke-dasharray="2 1.6"' : ''}/>`;
    case 'line':
      return `<line x1="${number(shape.x1)}" y1="${number(shape.y1)}" x2="${number(shape.x2)}" y2="${number(shape.y2)}" class="s-${shape.stroke}" stroke-width="${number(shape.weight)}"${shape.dashed === true ? ' stroke-dasharray="3 2"' : ''}/>`;
    case 'dot':
      return `<circle cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.radius)}" ${paint(shape.fill, shape.stroke)}/>`;
    case 'text':
      return `<text x="${number(shape.x)}" y="${number(shape.y)}" text-anchor="${shape.anchor}" class="t-${shape.ink}${shape.bold === true ? ' bold' : ''}">${escapeXml(shape.text)}</text>`;
  }
}
