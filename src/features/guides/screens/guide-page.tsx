import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RoleId } from '../../../core/content/ids.ts';
import { failureOf, type Failure } from '../../../web/client/ask.ts';
import { guideQuery } from '../../../web/client/guide.ts';
import { profileQuery } from '../../../web/client/profile.ts';
import { documentsQuery } from '../../../web/client/library.ts';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { GuideBar } from './guide-bar.tsx';
import { GuideReader } from './guide-reader.tsx';
import './guide-page.css';

const route = getRouteApi('/guides/$role/{-$section}');

/** The guide of a role: start, chapter or sources, by the address. */
export function GuidePage() {
  const { role, section } = route.useParams();
  const id = role as RoleId;
  const profile = useQuery(profileQuery);
  const isStated = profile.data?.profile !== null;
  const guide = useQuery({ ...guideQuery(id), enabled: profile.data !== undefined && isStated });
  const documents = useQuery(documentsQuery);
  const error = profile.error ?? guide.error;
  const failure = error === null ? null : failureOf(error);
  if (!isStated || failure?.kind === 'no_profile') return <NoProfile address={id} />;
  return (
    <div className="page wide">
      <GuideBar role={id} />
      {failure !== null ? (
        <Failed role={id} failure={failure} onRetry={() => void (profile.error === null ? guide : profile).refetch()} />
      ) : guide.data === undefined || documents.isPending ? (
        <Waiting role={id} />
      ) : (
        <GuideReader report={guide.data} documents={documents.data ?? new Map()} sectionId={section} />
      )}
    </div>
  );
}

/** The frame stands at once; what it holds follows, and takes the focus when it is there. */
const Waiting = ({ role }: { readonly role: RoleId }) => (
  <>
    <PageHeading title={say(`role.${role}`)} address={role} isTarget={false} />
    <Loading what={say('loading.guide')} />
  </>
);

const Failed = ({
  role,
  failure,
  onRetry,
}: {
  readonly role: RoleId;
  readonly failure: Failure;
  readonly onRetry: () => void;
}) => (
  <>
    <PageHeading title={say(`role.${role}`)} address={role} />
    <FailureNote title={say('guide.failed')} failure={failure} onRetry={onRetry} />
  </>
);

const NoProfile = ({ address }: { readonly address: string }) => (
  <div className="page">
    <PageHeading title={say('guide.noProfile.title')} address={address} />
    <p className="lead">{say('guide.noProfile.lead')}</p>
    <p className="buttons begin">
      <Link to="/first-steps/$step" params={{ step: '1' }} className={buttonClass('main')}>
        {say('guide.noProfile.start')}
      </Link>
    </p>
  </div>
);
