import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { failureOf } from '../../../web/client/ask.ts';
import { assessmentQuery, ratingsQuery } from '../../../web/client/assessment.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { Worksheet } from './worksheet.tsx';
import './assessment.css';

const route = getRouteApi('/assessment/{-$id}');

/** How far the organisation is: the domain, the filter and the open row stand in the address. */
export function AssessmentPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const list = useQuery(assessmentQuery);
  const ratings = useQuery(ratingsQuery);
  const error = list.error ?? ratings.error;
  if (list.data !== undefined && ratings.data !== undefined)
    return (
      // Another person or organisation begins anew.
      <Worksheet
        key={`${list.data.organisation}/${list.data.actor}`}
        assessment={list.data}
        ratings={ratings.data}
        openId={id}
        search={search}
      />
    );
  return (
    <div className="page">
      <PageHeading title={say('assessment.name')} address="assessment" isTarget={id === undefined}>
        {say('assessment.title', { domain: '' })}
      </PageHeading>
      {error === null ? (
        <Loading what={say('assessment.loading')} />
      ) : (
        <FailureNote
          title={say('failure.title')}
          failure={failureOf(error)}
          onRetry={() => void (list.error === null ? ratings : list).refetch()}
        />
      )}
    </div>
  );
}
