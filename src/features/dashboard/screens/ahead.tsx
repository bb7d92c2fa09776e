import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { followedQuery } from '../../../web/client/follow-up.ts';
import { obligationsQuery, type Obligations } from '../../../web/client/obligations.ts';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { comingDays, daysAhead, dueDays, type Coming, type Due } from './coming.ts';
import { dayAndMonth, timeUntil } from './formats.ts';
import { Part } from './part.tsx';

const most = 6;

/** The next days on which a duty begins, the law moves, or something is due by our own record. */
export function Ahead() {
  const query = useQuery(obligationsQuery(undefined));
  const more = <Link to="/obligations">{say('dashboard.ahead.more')}</Link>;
  return (
    <Part id="ahead" title={say('dashboard.ahead.title')} more={more} query={query}>
      {(data) => <Days obligations={data} />}
    </Part>
  );
}

/** Without the records there are still the days of the law. */
function Days({ obligations }: { readonly obligations: Obligations }) {
  const { data: followed } = useQuery(followedQuery);
  const due = followed === undefined ? [] : dueDays(followed);
  const days = daysAhead(comingDays(obligations, most), due, most);
  if (days.length === 0) return <p>{say('dashboard.ahead.none')}</p>;
  return (
    <ul className="days-ahead">
      {days.map((coming) => (
        <Day key={`${coming.date} ${coming.title}`} coming={coming} today={obligations.today} />
      ))}
    </ul>
  );
}

function Day({ coming, today }: { readonly coming: Coming | Due; readonly today: string }) {
  const [day, month] = dayAndMonth(coming.date);
  const when = timeUntil(coming.date, today);
  return (
    <li>
      <time dateTime={coming.date}>
        <b>{day}</b> {month}
      </time>
      <div>
        {'id' in coming ? (
          <>
            <Link to="/obligations/$id" params={{ id: coming.id }}>
              <InLanguage text={coming.title} />
            </Link>
            <p className={coming.concerns === 'overdue' ? 'small overdue' : 'small soft'}>
              {say(`follow.ahead.${coming.concerns}`, { when })}
            </p>
          </>
        ) : (
          <>
            <InLanguage text={coming.title} />
            {coming.more === 0 ? null : say('dashboard.ahead.others', { count: coming.more })}
            <p className="small soft">
              {say(`dashboard.ahead.concerns.${coming.concerns}`, { when })}{' '}
              <Cite cite={coming.cite} status={coming.status} />
            </p>
          </>
        )}
      </div>
    </li>
  );
}
