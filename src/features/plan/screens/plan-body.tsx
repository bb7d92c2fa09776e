import { useLocation } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import type { StoredPlan } from '../../../web/client/plan.ts';
import { LeftOut, NotKept } from './left-out.tsx';
import { leadText } from './lead-text.ts';
import { NotFitting } from './not-fitting.tsx';
import { PlanTable } from './plan-table.tsx';
import { Quarters } from './quarters.tsx';
import { moveButtonId, useMoves } from './use-moves.ts';

/** The plan: its lead, the quarters, what does not fit, and what people left out. */
export function PlanBody({ plan, actions }: { readonly plan: StoredPlan; readonly actions: ReactNode }) {
  const moves = useMoves(plan);
  const { hash } = useLocation();
  // Whoever came for one safeguard is taken to where it can be moved.
  useEffect(() => document.getElementById(moveButtonId(hash))?.focus(), [hash]);
  const lead = leadText(plan);
  return (
    <>
      <p className="lead">
        <b>{lead.first}</b> {lead.rest}
      </p>
      {actions}
      <output className="small plan-said">
        {moves.said === null ? null : (
          <>
            <Icon name="check" /> {moves.said}
          </>
        )}
      </output>
      <Quarters plan={plan} moves={moves} />
      <PlanTable plan={plan} />
      <NotKept plan={plan} moves={moves} />
      <NotFitting plan={plan} moves={moves} />
      <LeftOut plan={plan} moves={moves} />
    </>
  );
}
