import { Link } from '@tanstack/react-router';
import type { Due, DueFact } from '../../../web/client/upkeep.ts';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { formatDate } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';

const statuses = ['verified', 'secondary', 'editorial', 'recall'] as const;
const reasons = ['unconfirmed', 'old', 'unread'] as const;

/** How facts were checked, and which of them want somebody. */
export function DueList({ due: { counts, facts } }: { readonly due: Due }) {
  const all = statuses.reduce((sum, status) => sum + counts[status], 0);
  return (
    <section className="section" aria-labelledby="due">
      <h2 id="due">{say('upkeep.due.title')}</h2>
      <table className="lib-table">
        <caption className="hidden">{say('upkeep.due.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('upkeep.due.status')}</th>
            <th scope="col">{say('upkeep.due.meaning')}</th>
            <th scope="col" className="end">
              {say('upkeep.due.facts')}
            </th>
          </tr>
        </thead>
        <tbody>
          {statuses.map((status) => (
            <tr key={status}>
              <th scope="row">{say(`verification.${status}`)}</th>
              <td className="soft">{say(`upkeep.due.means.${status}`)}</td>
              <td className="end">{say('upkeep.due.of', { count: counts[status], all })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {facts.length === 0 ? <p>{say('upkeep.due.none')}</p> : null}
      {reasons.map((reason) => (
        <ReasonList key={reason} reason={reason} facts={facts.filter((fact) => fact.reason === reason)} />
      ))}
    </section>
  );
}

function ReasonList({ reason, facts }: { readonly reason: DueFact['reason']; readonly facts: readonly DueFact[] }) {
  if (facts.length === 0) return null;
  return (
    <Twin title={say(`upkeep.due.reason.${reason}`, { count: facts.length })}>
      <ul className="small">
        {facts.map(({ kind, id, field, title, checkedOn, note }) => (
          <li key={`${kind}/${id}/${field}`}>
            <Link to="/library/$id" params={{ id }}>
              {id}
            </Link>{' '}
            {title}
            {field === '' ? null : <span className="soft"> ({field})</span>}
            <span className="soft">, {say('upkeep.due.checkedOn', { date: formatDate(checkedOn) })}</span>
            {note === null ? null : <span className="soft">. {note}</span>}
          </li>
        ))}
      </ul>
    </Twin>
  );
}
