import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { planQuery, type StoredPlan } from '../../../web/client/plan.ts';
import {
  explanationQuery,
  storedRankingQuery,
  type Explanation,
  type RankedItem,
} from '../../../web/client/ranking.ts';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { whyOf } from './action-why.ts';
import { formats } from './formats.ts';
import { Part } from './part.tsx';

const most = 5;

/** What to do first: five actions, each with its reason. */
export function NextActions({ hasPlan }: { readonly hasPlan: boolean }) {
  const query = useQuery(storedRankingQuery);
  const plan = useQuery({ ...planQuery, enabled: hasPlan }).data;
  const count = query.data?.items.length ?? 0;
  const more = (
    <Link to="/ranking/{-$safeguard}">
      {count > most ? say('dashboard.next.all', { count }) : say('dashboard.next.why')}
    </Link>
  );
  return (
    <Part id="next" title={say('dashboard.next.title')} more={more} query={query}>
      {({ items }) =>
        items.length === 0 ? <p>{say('dashboard.next.none')}</p> : <Actions items={items.slice(0, most)} plan={plan} />
      }
    </Part>
  );
}

function Actions({ items, plan }: { readonly items: readonly RankedItem[]; readonly plan: StoredPlan | undefined }) {
  const explained = useQueries({ queries: items.map(({ id }) => explanationQuery(id)) });
  return (
    <ol className="next-actions">
      {items.map((item, index) => (
        <li key={item.id}>
          <span className="next-rank" aria-hidden="true">
            {item.rank}
          </span>
          <Link to="/ranking/{-$safeguard}" params={{ safeguard: item.id }} className="plain next-title">
            <InLanguage of={item.language} text={item.title} />
          </Link>
          <WhyLine explanation={explained[index]?.data} />
          <p className="small soft next-facts">
            <RatingMark state={item.rating} />
            <span>{quarterText(item.id, plan)}</span>
            <span>{say('dashboard.next.effort', { days: formats.span(item.effortDays) })}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

function WhyLine({ explanation }: { readonly explanation: Explanation | undefined }) {
  if (explanation === undefined) return <p className="small">{'\u00a0'}</p>;
  const { text, duty } = whyOf(explanation);
  return (
    <p className="small">
      {text} {duty === null ? null : <Cite cite={duty.cite} status={duty.verification.status} />}
    </p>
  );
}

function quarterText(id: string, plan: StoredPlan | undefined): string {
  if (plan === undefined) return say('dashboard.next.noPlan');
  const quarter = plan.quarters.find(({ shares }) => shares.some((share) => share.id === id && share.ends))?.quarter;
  if (quarter !== undefined) return say('dashboard.next.doneIn', { quarter: formats.quarter(quarter) });
  return say(plan.setAside.some((item) => item.id === id) ? 'dashboard.next.aside' : 'dashboard.next.notPlanned');
}
