import { Link } from '@tanstack/react-router';
import { supports } from '../../../core/content/second-reading.ts';
import { refOfFile } from '../../../core/library-item/item.ts';
import { dueReasons } from '../../../core/review/due.ts';
import type { Due, DueFact } from '../../../web/client/upkeep.ts';
import { Twin } from '../../../web/kit/twin/twin.tsx';
import { formatDate } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';

const statuses = ['verified', 'secondary', 'editorial', 'recall'] as const;

/** How facts were checked, and which of them want somebody. */
export function DueList({ due: { counts, facts, readings } }: { readonly due: Due }) {
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
      <ReadTwice readings={readings} />
      {facts.length === 0 ? <p>{say('upkeep.due.none')}</p> : null}
      {dueReasons.map((reason) => (
        <ReasonList key={reason} reason={reason} facts={facts.filter((fact) => fact.reason === reason)} />
      ))}
    </section>
  );
}

function ReadTwice({ readings }: Pick<Due, 'readings'>) {
  const all = supports.reduce((sum, verdict) => sum + readings[verdict], 0);
  if (all === 0) return null;
  return (
    <table className="lib-table">
      <caption>{say('upkeep.readings.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('upkeep.readings.verdict')}</th>
          <th scope="col" className="end">
            {say('upkeep.readings.sentences')}
          </th>
        </tr>
      </thead>
      <tbody>
        {supports.map((verdict) => (
          <tr key={verdict}>
            <th scope="row">{say(`upkeep.readings.of.${verdict}`)}</th>
            <td className="end">{say('upkeep.due.of', { count: readings[verdict], all })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ReasonList({ reason, facts }: { readonly reason: DueFact['reason']; readonly facts: readonly DueFact[] }) {
  if (facts.length === 0) return null;
  return (
    <Twin title={say(`upkeep.due.reason.${reason}`, { count: facts.length })}>
      <ul className="small">
        {facts.map(({ kind, id, field, title, checkedOn, note }) => (
          <li key={`${kind}/${id}/${field}/${title}`}>
            <FactLink kind={kind} id={id} /> {title}
            {field === '' ? null : <span className="soft"> ({field})</span>}
            <span className="soft">, {say('upkeep.due.checkedOn', { date: formatDate(checkedOn) })}</span>
            {note === null ? null : <span className="soft">. {note}</span>}
          </li>
        ))}
      </ul>
    </Twin>
  );
}

function FactLink({ kind, id }: Pick<DueFact, 'kind' | 'id'>) {
  const ref = refOfFile(kind, id);
  if (ref === null) return <span>{id}</span>;
  return (
    <Link to="/library/$id" params={{ id: ref }}>
      {id}
    </Link>
  );
}
