import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import type { FactGroupId } from '../../../core/profile/fact-groups.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { profileQuery } from '../../../web/client/profile.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { GroupFormView } from './group-form.tsx';
import './profile.css';

const route = getRouteApi('/profile/$group');

/** The answers of one group, on one page. */
export function GroupPage() {
  const group = route.useParams().group as FactGroupId;
  const { hash } = useLocation();
  const { data, error, refetch } = useQuery(profileQuery);
  return (
    <div className="page profile-page">
      <p className="small profile-back">
        <Link to="/profile">
          <Icon name="left" /> {say('profile.back')}
        </Link>
      </p>
      {data !== undefined ? (
        <GroupFormView key={group} group={group} answer={data} wanted={hash} />
      ) : (
        <>
          <PageHeading title={say(`profile.groups.${group}.title`)} address={`profile ${group}`} />
          {error === null ? (
            <Loading what={say('loading.answers')} />
          ) : (
            <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
          )}
        </>
      )}
    </div>
  );
}
