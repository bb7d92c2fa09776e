import { langOf, say } from '../../../web/say.ts';
import { shortDay } from './days.ts';
import type { PlacedLane, PlacedStage, TimeLineLayout } from './time-line-layout.ts';

const laneHeight = 60;
const headHeight = 26;
/** How far the line of a lane lies below its upper edge. */
const lineDepth = 32;

const percent = (value: number): string => `${value.toFixed(2)}%`;

/** Lanes by law. Places are shares of the width, so that the picture fits any column; words stay at their size. */
export const LawPicture = ({ layout, alt }: { readonly layout: TimeLineLayout; readonly alt: string }) => {
  const height = headHeight + layout.lanes.length * laneHeight;
  return (
    <figure className="law-picture">
      <div className="law-names" aria-hidden="true">
        {layout.lanes.map(({ lane }) => (
          <span key={lane.document} lang={langOf()}>
            {lane.title}
          </span>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet. */}
      <svg className="law-lanes" width="100%" height={height} role="img" aria-label={alt}>
        {layout.years.map(({ year, at }) => (
          <g key={year}>
            <line className="grid" x1={percent(at)} x2={percent(at)} y1={headHeight - 2} y2={height} />
            <text x={percent(at)} y="15" dx={at < 1 ? 0 : 4}>
              {year}
            </text>
          </g>
        ))}
        <line className="today" x1={percent(layout.today)} x2={percent(layout.today)} y1={headHeight - 8} y2={height} />
        {layout.lanes.map((placed, index) => (
          <LaneShapes key={placed.lane.document} placed={placed} top={headHeight + index * laneHeight} />
        ))}
      </svg>
    </figure>
  );
};

function LaneShapes({ placed, top }: { readonly placed: PlacedLane; readonly top: number }) {
  const { lane, stages, since, dotted, solid } = placed;
  const y = top + lineDepth;
  const told = since !== null ? say('obligations.timeLine.since', { date: shortDay(since) }) : null;
  return (
    <>
      <line className="grid" x1="0" x2="100%" y1={top + laneHeight} y2={top + laneHeight} />
      {dotted === null ? null : <Line className="in-stages" span={dotted} y={y} />}
      {solid === null ? null : <Line className="in-full" span={solid} y={y} />}
      {told === null && !lane.isSinceUnknown ? null : (
        <text x="0" y={y - 9}>
          {told ?? say('obligations.timeLine.sinceUnknown')}
        </text>
      )}
      {stages.map((stage) => (
        <StageShape key={stage.stage.date} placed={stage} y={y} />
      ))}
    </>
  );
}

const Line = ({
  className,
  span,
  y,
}: {
  readonly className: string;
  readonly span: readonly [number, number];
  readonly y: number;
}) => <line className={className} x1={percent(span[0])} x2={percent(span[1])} y1={y} y2={y} />;

/** A drawing inside the drawing moves by a share of the width, which a path cannot. */
const StageShape = ({
  placed: { stage, at, label, anchor },
  y,
}: {
  readonly placed: PlacedStage;
  readonly y: number;
}) => (
  <svg x={percent(at)} y={y} overflow="visible">
    <path className={stage.duties.length === 0 ? 'moves' : 'begins'} d="M0-8 8 0 0 8-8 0z" />
    {label === null ? null : (
      <text
        y={label === 'above' ? -13 : 22}
        dx={anchor === 'middle' ? 0 : anchor === 'start' ? -8 : 8}
        textAnchor={anchor}
      >
        {shortDay(stage.date)}
      </text>
    )}
  </svg>
);

/** The signs of the picture with the keys of their words. */
export const legend = [
  { name: 'applies', sign: <path className="in-full" d="M0 8h16" /> },
  { name: 'stages', sign: <path className="in-stages" d="M1 8h16" /> },
  { name: 'begins', sign: <path className="begins" d="m8 1 7 7-7 7-7-7z" /> },
  { name: 'moves', sign: <path className="moves" d="m8 2 6 6-6 6-6-6z" /> },
  { name: 'today', sign: <path className="today" d="M8 0v16" /> },
] as const;
