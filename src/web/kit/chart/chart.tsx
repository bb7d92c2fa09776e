import type { Chart as ChartModel, Shape } from '../../../core/chart/chart.ts';
import './chart.css';

/** Draws shapes in the colours of the screens. `alt` is the finding in words; a table twin stands beside it. */
export const Chart = ({ chart, alt }: { readonly chart: ChartModel; readonly alt: string }) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet, is no img.
  <svg className="chart" role="img" aria-label={alt} viewBox={`0 0 ${chart.width} ${chart.height}`}>
    {chart.shapes.map((shape, index) => (
      <OneShape key={index} shape={shape} ground={groundOf(shape, chart.shapes.slice(0, index))} />
    ))}
  </svg>
);

type Rectangle = Extract<Shape, { kind: 'rectangle' }>;

/** What a text stands on: the last rectangle drawn below it. Its colour is chosen by that, in either theme. */
function groundOf(shape: Shape, before: readonly Shape[]): string {
  if (shape.kind !== 'text') return '';
  const below = before.findLast(
    (other): other is Rectangle =>
      other.kind === 'rectangle' &&
      shape.x >= other.x &&
      shape.x <= other.x + other.width &&
      shape.y >= other.y &&
      shape.y <= other.y + other.height,
  );
  return below === undefined ? '' : ` on-${below.dotted === true ? 'dotted' : below.fill}`;
}

function OneShape({ shape, ground }: { readonly shape: Shape; readonly ground: string }) {
  switch (shape.kind) {
    case 'rectangle':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          className={`fill-${shape.dotted === true ? 'dotted' : shape.fill} edge-${shape.stroke}`}
        />
      );
    case 'line':
      return (
        <line
          x1={shape.x1}
          y1={shape.y1}
          x2={shape.x2}
          y2={shape.y2}
          className={`line-${shape.stroke}`}
          strokeWidth={shape.weight}
          strokeDasharray={shape.dashed === true ? '3 2' : undefined}
        />
      );
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} className={`dot-${shape.fill}`} />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor}
          className={`text-${shape.ink}${ground}`}
          fontWeight={shape.bold === true ? 650 : undefined}
        >
          {shape.text}
        </text>
      );
  }
}
