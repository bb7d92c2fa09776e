import { useRef } from 'react';
import { useDrop } from 'react-aria-components/useDrop';
import type { PlanQuarter, StoredPlan } from '../../../web/client/plan.ts';
import { say } from '../../../web/say.ts';
import { CapacityBar } from './capacity-bar.tsx';
import { formats, monthsOf, quarterName } from './plan-words.ts';
import { ShareRow } from './share-row.tsx';
import type { Moved, Moves } from './use-moves.ts';

export type OneQuarterProps = {
  readonly plan: StoredPlan;
  readonly quarter: PlanQuarter;
  readonly scaleDays: number;
  readonly moves: Moves;
  readonly dragged: Moved | null;
  readonly onDrag: (what: Moved | null) => void;
};

/** A quarter: its bar, its work, what is used and free. Work can be dropped on it. */
export function OneQuarter({ plan, quarter, scaleDays, moves, dragged, onDrag }: OneQuarterProps) {
  const target = useRef<HTMLButtonElement>(null);
  const { dropProps, dropButtonProps, isDropTarget } = useDrop({
    ref: target,
    hasDropButton: true,
    getDropOperation: (_, allowed) => (allowed.includes('move') ? 'move' : 'cancel'),
    onDrop: () => {
      if (dragged !== null) moves.move(dragged, { kind: 'quarter', quarter: quarter.quarter });
    },
  });
  const name = quarterName(quarter.quarter);
  return (
    <li className={isDropTarget ? 'plan-quarter is-target' : 'plan-quarter'} {...dropProps}>
      <div className="plan-name">
        <h3>{name}</h3>
        <p className="tiny soft">{monthsOf(quarter.quarter)}</p>
        <button
          type="button"
          className="drop-here"
          ref={target}
          tabIndex={-1}
          aria-hidden={dragged === null}
          {...dropButtonProps}
        >
          {say('plan.move.drop', { quarter: name })}
        </button>
      </div>
      <div className="plan-work">
        <CapacityBar quarter={quarter} capacityDays={plan.capacity.personDaysPerQuarter} scaleDays={scaleDays} />
        {quarter.shares.length === 0 ? (
          <p className="small soft">{say('plan.quarters.empty')}</p>
        ) : (
          <ul aria-label={say('plan.quarters.list', { quarter: name })}>
            {quarter.shares.map((share) => (
              <ShareRow
                key={share.id}
                plan={plan}
                share={share}
                quarter={quarter.quarter}
                moves={moves}
                onDrag={onDrag}
              />
            ))}
          </ul>
        )}
      </div>
      <Used plan={plan} quarter={quarter} />
    </li>
  );
}

const Used = ({
  plan: { capacity },
  quarter: { usedDays, freeDays, usedEur, freeEur },
}: Pick<OneQuarterProps, 'plan' | 'quarter'>) => (
  <p className="plan-used small">
    <span className="plan-used-days">
      {say('plan.quarters.used', {
        used: formats.number(usedDays),
        all: formats.number(capacity.personDaysPerQuarter),
      })}
    </span>
    <span className="soft">
      {freeDays === 0 ? say('plan.quarters.full') : say('plan.quarters.freeDays', { days: formats.number(freeDays) })}
    </span>
    <span className="soft">
      {say('plan.quarters.usedMoney', {
        used: formats.money(usedEur),
        all: formats.money(capacity.moneyEurPerQuarter),
      })}
    </span>
    {freeEur > 0 || usedEur === 0 || freeDays === 0 ? null : (
      <span className="soft">{say('plan.quarters.moneyFull')}</span>
    )}
  </p>
);
