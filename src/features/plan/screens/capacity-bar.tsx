import type { PlanQuarter } from '../../../web/client/plan.ts';
import { say } from '../../../web/say.ts';
import { formats, quarterName } from './plan-words.ts';

/** Below this share of the bar a number would not fit into its block. */
const leastForNumber = 4.5;

/** One quarter as blocks against the mark of what its people allow. */
export function CapacityBar({
  quarter: { quarter, shares, usedDays },
  capacityDays,
  scaleDays,
}: {
  readonly quarter: PlanQuarter;
  readonly capacityDays: number;
  readonly scaleDays: number;
}) {
  const percent = (days: number): number => (100 * days) / scaleDays;
  const starts = shares.map((_, index) =>
    shares.slice(0, index).reduce((total, { personDays }) => total + personDays, 0),
  );
  const mark = `${percent(capacityDays)}%`;
  const alt = say('plan.quarters.bar', {
    quarter: quarterName(quarter),
    used: formats.number(usedDays),
    all: formats.number(capacityDays),
  });
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in the page, coloured by its style sheet, is no img.
    <svg className="capacity-bar" width="100%" height="40" role="img" aria-label={alt}>
      <rect className="room" x="0" y="8" width={mark} height="26" />
      {shares.map(({ id, personDays }, index) => (
        <Block
          key={id}
          at={percent(starts[index] ?? 0)}
          width={percent(personDays)}
          days={personDays}
          isOdd={index % 2 === 1}
        />
      ))}
      <line className="mark-capacity" x1={mark} x2={mark} y1="2" y2="40" />
    </svg>
  );
}

type BlockProps = {
  readonly at: number;
  readonly width: number;
  readonly days: number;
  readonly isOdd: boolean;
};

const Block = ({ at, width, days, isOdd }: BlockProps) => (
  <>
    <rect
      className={isOdd ? 'block block-odd' : 'block block-even'}
      x={`${at}%`}
      y="8"
      width={`${width}%`}
      height="26"
    />
    {width < leastForNumber ? null : (
      <text className={isOdd ? 'on-odd' : 'on-even'} x={`${at + width / 2}%`} y="25.5" textAnchor="middle">
        {formats.number(days)}
      </text>
    )}
  </>
);
