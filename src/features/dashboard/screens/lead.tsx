import { useQuery } from '@tanstack/react-query';
import { totalOf } from '../../../core/chart/state-bars.ts';
import { obligationsQuery, type Obligations } from '../../../web/client/obligations.ts';
import { overviewQuery } from '../../../web/client/overview.ts';
import { storedRankingQuery } from '../../../web/client/ranking.ts';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { say } from '../../../web/say.ts';
import { summaryOf } from './state-counts.ts';

/** Class, minimum set, what is unknown, and the next step, each as soon as it is there. */
export function Lead() {
  const { data: obligations } = useQuery(obligationsQuery(undefined));
  const { data: overview } = useQuery(overviewQuery);
  const { data: ranking } = useQuery(storedRankingQuery);
  const set = overview === undefined ? null : summaryOf(overview).minimumSet;
  const first = ranking?.items[0];
  return (
    <p className="lead dashboard-lead">
      {obligations === undefined ? '\u00a0' : <ClassSentence obligations={obligations} />}{' '}
      {set === null ? null : (
        <>
          <b>{say('dashboard.lead.set', { inPlace: set.fully + set.largely, all: totalOf(set) })}</b>{' '}
          {set.unknown === 0 ? null : say('dashboard.lead.unknown', { count: set.unknown })}{' '}
        </>
      )}
      {first === undefined
        ? ranking === undefined
          ? null
          : say('dashboard.lead.done')
        : say('dashboard.lead.next', { title: first.title })}{' '}
      {ranking?.minimumSet.status === 'proposed' ? (
        <span className="soft">{say('dashboard.lead.proposed')}</span>
      ) : null}
    </p>
  );
}

const ClassSentence = ({ obligations }: { readonly obligations: Obligations }) => (
  <>
    {say(`dashboard.lead.class.${obligations.class}`)}{' '}
    <Cite cite={obligations.classCite} status={obligations.classVerification.status} />
  </>
);
