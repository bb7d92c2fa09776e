import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { failureOf } from './client/ask.ts';
import { profileQuery } from './client/profile.ts';
import { PageHeading } from './kit/heading/page-heading.tsx';
import { Loading } from './kit/region/loading.tsx';
import { FailureNote } from './kit/summary/failure-note.tsx';
import { LoadingPage } from './loading-page.tsx';
import { say } from './say.ts';

const HomePage = lazy(async () => ({
  default: (await import('../features/first-steps/screens/home-page.tsx')).HomePage,
}));
const DashboardPage = lazy(async () => ({
  default: (await import('../features/dashboard/screens/dashboard-page.tsx')).DashboardPage,
}));

/** The first page: where to begin, and once there are answers, where we stand. */
export function StartPage() {
  const { data, error, refetch } = useQuery(profileQuery);
  if (data !== undefined)
    return (
      <Suspense fallback={<LoadingPage />}>
        {data.profile === null ? <HomePage /> : <DashboardPage profile={data.profile} />}
      </Suspense>
    );
  return (
    <div className="page">
      <PageHeading title={say('dashboard.title')} address="home" />
      {error === null ? (
        <Loading what={say('loading.answers')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}
