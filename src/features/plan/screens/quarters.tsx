import { useState } from 'react';
import type { StoredPlan } from '../../../web/client/plan.ts';
import { say } from '../../../web/say.ts';
import { OneQuarter } from './one-quarter.tsx';
import type { Moved, Moves } from './use-moves.ts';

/** Every quarter with its bar and its work, all bars on one scale. */
export function Quarters({ plan, moves }: { readonly plan: StoredPlan; readonly moves: Moves }) {
  const [dragged, setDragged] = useState<Moved | null>(null);
  const most = Math.max(1, plan.capacity.personDaysPerQuarter, ...plan.quarters.map(({ usedDays }) => usedDays));
  return (
    <section className="section plan-section" aria-labelledby="by-quarter">
      <h2 id="by-quarter">{say('plan.quarters.title')}</h2>
      <Legend />
      <p className="small soft plan-hint">{say('plan.quarters.hint')}</p>
      <ol className="plan">
        {plan.quarters.map((quarter) => (
          <OneQuarter
            key={quarter.quarter}
            plan={plan}
            quarter={quarter}
            scaleDays={most * 1.02}
            moves={moves}
            dragged={dragged}
            onDrag={setDragged}
          />
        ))}
      </ol>
    </section>
  );
}

/** What the marks of the bars mean. */
const Legend = () => (
  <ul className="plan-legend small" aria-label={say('plan.quarters.legend')}>
    <li>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="mark-capacity" d="M8 0v16" />
      </svg>
      {say('plan.quarters.capacity')}
    </li>
    <li>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="block-even" d="M0 3h7.5v10H0z" />
        <path className="block-odd" d="M8.5 3H16v10H8.5z" />
      </svg>
      {say('plan.quarters.block')}
    </li>
    <li>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path className="room" d="M1 3h14v10H1z" />
      </svg>
      {say('plan.quarters.free')}
    </li>
  </ul>
);
