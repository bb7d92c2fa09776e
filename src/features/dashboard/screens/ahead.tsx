import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { obligationsQuery, type Obligations } from '../../../web/client/obligations.ts';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { say } from '../../../web/say.ts';
import { comingDays } from './coming.ts';
import { dayAndMonth, timeUntil } from './formats.ts';
import { Part } from './part.tsx';

const most = 5;

/** The next days on which a duty begins, or the law moves. */
export function Ahead() {
  const query = useQuery(obligationsQuery(undefined));
  const more = <Link to="/obligations">{say('dashboard.ahead.more')}</Link>;
  return (
    <Part id="ahead" title={say('dashboard.ahead.title')} more={more} query={query}>
      {(data) => <Days obligations={data} />}
    </Part>
  );
}

function Days({ obligations }: { readonly obligations: Obligations }) {
  const days = comingDays(obligations, most);
  if (days.length === 0) return <p>{say('dashboard.ahead.none')}</p>;
  return (
    <ul className="days-ahead">
      {days.map(({ date, title, more, concerns, cite, status }) => {
        const [day, month] = dayAndMonth(date);
        return (
          <li key={`${date} ${title}`}>
            <time dateTime={date}>
              <b>{day}</b> {month}
            </time>
            <div>
              {title}
              {more === 0 ? null : say('dashboard.ahead.others', { count: more })}
              <p className="small soft">
                {say(`dashboard.ahead.concerns.${concerns}`, { when: timeUntil(date, obligations.today) })}{' '}
                <Cite cite={cite} status={status} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
