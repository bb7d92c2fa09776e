import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { notFollowed } from '../../../core/follow-up/follow-up.ts';
import { isFollowed, nearnessOf } from '../../../core/follow-up/standing.ts';
import { followedQuery, type Followed } from '../../../web/client/follow-up.ts';
import { followText } from '../../../web/kit/follow-up/follow-text.ts';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';

/** How a duty is followed up, in words; nothing until that is known. */
export function FollowLine({ id }: { readonly id: string }) {
  const { data } = useQuery(followedQuery);
  if (data === undefined) return null;
  const record = data.followUps.find((known) => known.id === id) ?? notFollowed;
  const look = isFollowed(record) ? nearnessOf(record, data.today) : 'soft';
  return <p className={`small duty-follow ${look}`}>{followText(record, data.today)}</p>;
}

/** How many of the duties below are followed up, and what is due. */
export function FollowLead() {
  const { data } = useQuery(followedQuery);
  return data === undefined || data.counts === null ? null : <>{say('follow.list.lead', { ...data.counts })}</>;
}

/** What was followed up while it applied: it stays on record. */
export function NoLongerApplying() {
  const { data } = useQuery(followedQuery);
  const gone = data?.followUps.filter((record) => record.applies === 'no_longer' && isFollowed(record)) ?? [];
  return data === undefined || gone.length === 0 ? null : <Gone gone={gone} />;
}

const Gone = ({ gone }: { readonly gone: Followed['followUps'] }) => (
  <section className="law-section" aria-labelledby="still-on-record">
    <h2 id="still-on-record">
      {say('follow.list.gone')} <span className="aside soft">{gone.length}</span>
    </h2>
    <p className="small soft law-about">{say('follow.list.goneText')}</p>
    <ul className="duties">
      {gone.map(({ id, title }) => (
        <li key={id} className="duty">
          <div className="duty-force" />
          <div>
            <DutyTitle id={id} title={title} heading="h3" />
            <FollowLine id={id} />
          </div>
        </li>
      ))}
    </ul>
  </section>
);

type DutyTitleProps = { readonly id: string; readonly title: string; readonly heading: 'h3' | 'h4' };

/** The name of a duty, which leads to its page. */
export const DutyTitle = ({ id, title, heading: Heading }: DutyTitleProps) => (
  <Heading>
    <Link to="/obligations/$id" params={{ id }}>
      <InLanguage text={title} />
    </Link>
  </Heading>
);
