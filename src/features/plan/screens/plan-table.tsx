import type { StoredPlan } from '../../../web/client/plan.ts';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { say } from '../../../web/say.ts';
import { formats, quarterName } from './plan-words.ts';

/** The same as numbers. */
export const PlanTable = ({ plan: { capacity, quarters } }: { readonly plan: StoredPlan }) => (
  <Twin title={say('plan.table.show')}>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard. */}
    <section className="scroll" tabIndex={0} aria-label={say('plan.table.caption')}>
      <table className="data">
        <caption>{say('plan.table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('plan.table.quarter')}</th>
            <th scope="col" className="number">
              {say('plan.table.planned')}
            </th>
            <th scope="col" className="number">
              {say('plan.table.capacity')}
            </th>
            <th scope="col" className="number">
              {say('plan.table.free')}
            </th>
            <th scope="col" className="number">
              {say('plan.table.money')}
            </th>
            <th scope="col">{say('plan.table.safeguards')}</th>
          </tr>
        </thead>
        <tbody>
          {quarters.map(({ quarter, usedDays, freeDays, usedEur, shares }) => (
            <tr key={quarter}>
              <th scope="row">{quarterName(quarter)}</th>
              <td className="number">{formats.number(usedDays)}</td>
              <td className="number">{formats.number(capacity.personDaysPerQuarter)}</td>
              <td className="number">{formats.number(freeDays)}</td>
              <td className="number">{formats.money(usedEur)}</td>
              <td>{shares.map(({ id }) => id).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </Twin>
);
