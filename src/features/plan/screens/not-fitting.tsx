import type { NotPlanned, StoredPlan } from '../../../web/client/plan.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { MoveMenu } from './move-menu.tsx';
import { formats, monthAfter, nameIn } from './plan-words.ts';
import { Refused } from './refused.tsx';
import type { Moves } from './use-moves.ts';

type Props = { readonly plan: StoredPlan; readonly moves: Moves };

/** What does not fit: what stops it, and what it would take. */
export function NotFitting({ plan, moves }: Props) {
  const last = plan.quarters.at(-1);
  return (
    <section className="section plan-section" aria-labelledby="not-fitting">
      <h2 id="not-fitting">
        {last === undefined ? say('plan.open.caption') : say('plan.open.title', { until: monthAfter(last.quarter) })}
      </h2>
      {plan.notPlanned.length === 0 ? <p>{say('plan.open.all')}</p> : <NotFittingTable plan={plan} moves={moves} />}
    </section>
  );
}

const NotFittingTable = ({ plan, moves }: Props) => (
  <table className="data stacked">
    <caption className="hidden">{say('plan.open.caption')}</caption>
    <thead>
      <tr>
        <th scope="col">{say('plan.open.safeguard')}</th>
        <th scope="col">{say('plan.open.work')}</th>
        <th scope="col">{say('plan.open.stops')}</th>
        <th scope="col">{say('plan.open.takes')}</th>
      </tr>
    </thead>
    <tbody>
      {plan.notPlanned.map((item) => (
        <tr key={item.id}>
          <th scope="row">
            <a className="plain" href={`/ranking/${item.id}`}>
              <InLanguage of={item.language} text={item.title} />
            </a>
            <div className="row-move">
              <MoveMenu
                what={item}
                plan={plan}
                isBusy={moves.moving === item.id}
                onMove={(to) => moves.move(item, to)}
              />
              <Refused id={item.id} moves={moves} />
            </div>
          </th>
          <td data-head={say('plan.open.work')}>
            {say('plan.open.needs', { days: formats.number(item.needsDays), money: formats.money(item.needsEur) })}
          </td>
          <td data-head={say('plan.open.stops')}>{stopText(item, plan)}</td>
          <td data-head={say('plan.open.takes')}>{takesText(item, plan)}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function stopText({ stoppedBy, waitsFor }: NotPlanned, plan: StoredPlan): string {
  if (stoppedBy !== 'needs') return say(stoppedBy === 'days' ? 'plan.open.stopsDays' : 'plan.open.stopsMoney');
  const isAside = plan.setAside.some(({ id }) => id === waitsFor);
  return say(isAside ? 'plan.open.stopsAside' : 'plan.open.stopsNeeds', { needed: nameIn(plan)(waitsFor ?? '') });
}

function takesText({ stoppedBy, waitsFor, missingDays, missingEur }: NotPlanned, plan: StoredPlan): string {
  if (stoppedBy === 'needs') return say('plan.open.takesNeed', { needed: nameIn(plan)(waitsFor ?? '') });
  const [days, money] = [formats.number(missingDays), formats.money(missingEur)];
  if (missingDays > 0 && missingEur > 0) return say('plan.open.takesBoth', { days, money });
  if (missingDays > 0) return say('plan.open.takesDays', { days });
  return missingEur > 0 ? say('plan.open.takesMoney', { money }) : say('plan.open.takesApart');
}
