import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { isFollowed } from '../../../core/follow-up/standing.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { followedDutyQuery, type FollowedDuty } from '../../../web/client/follow-up.ts';
import { obligationsQuery, type Duty } from '../../../web/client/obligations.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { langOf, say } from '../../../web/say.ts';
import { History } from './history.tsx';
import { LawFacts } from './law-facts.tsx';
import { Record } from './record.tsx';
import { Touches } from './touches.tsx';
import './follow-up.css';

const route = getRouteApi('/obligations/$id');

/** One duty: what the law asks, whom it goes to, and what is done about it. */
export function ObligationPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(followedDutyQuery(id));
  const law = useQuery({ ...obligationsQuery(undefined), retry: false });
  const isLawThere = law.data !== undefined || law.error !== null;
  if (data !== undefined && isLawThere)
    return <Shown key={id} followed={data} duty={law.data?.obligations.find((duty) => duty.id === id)} />;
  const failure = error === null ? null : failureOf(error);
  return (
    <div className="page">
      <PageHeading
        title={say(failure?.kind === 'not_found' ? 'follow.missing' : 'obligations.name')}
        address={`obligation ${id}`}
      />
      <Back />
      {failure === null ? (
        <Loading what={say('follow.loading')} />
      ) : failure.kind === 'not_found' || failure.kind === 'invalid_input' ? (
        <p className="lead">{say('follow.missingText', { id })}</p>
      ) : (
        <FailureNote title={say('failure.title')} failure={failure} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

type ShownProps = { readonly followed: FollowedDuty; readonly duty: Duty | undefined };

const Shown = ({ followed, duty }: ShownProps) => (
  <div className="page">
    <PageHeading title={followed.title} address={`obligation ${followed.followUp.id}`}>
      <InLanguage text={followed.title} />
    </PageHeading>
    {duty === undefined || duty.verification.status === 'recall' ? null : (
      <p className="lead" lang={langOf()}>
        {duty.sentence}
      </p>
    )}
    <Back />
    <Standing followed={followed} duty={duty} />
    <Record duty={followed} />
    <LawFacts followed={followed} duty={duty} />
    {duty === undefined || duty.force === 'does_not_apply' ? null : <Touches touches={duty.safeguards} />}
    <History changes={followed.changes} />
  </div>
);

const Back = () => (
  <p className="small follow-back">
    <Link to="/obligations">{say('follow.back')}</Link>
  </p>
);

/** What to know before anything else is read: it does not apply, or nobody can say. */
function Standing({ followed: { applies, followUp }, duty }: ShownProps) {
  if (applies === null)
    return (
      <Note look="ochre">
        <p>{say('follow.noProfile')}</p>
      </Note>
    );
  if (applies === 'no_longer')
    return (
      <Note look="ochre">
        {isFollowed(followUp) ? (
          <>
            <h2>{say('follow.gone')}</h2>
            <p>{say('follow.goneText')}</p>
          </>
        ) : (
          <p>{say(duty === undefined ? 'follow.unlisted' : 'follow.notFor')}</p>
        )}
      </Note>
    );
  return duty?.verification.status === 'recall' ? (
    <Note look="ochre">
      <p>{say('follow.unconfirmed')}</p>
      {duty.verification.note === undefined ? null : (
        <p>{say('obligations.notChecked', { note: duty.verification.note })}</p>
      )}
    </Note>
  ) : null;
}
