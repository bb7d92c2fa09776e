import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { failureOf } from '../../../web/client/ask.ts';
import { obligationsQuery, type Obligations } from '../../../web/client/obligations.ts';
import { FileButton } from '../../../web/kit/file-button/file-button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Note } from '../../../web/kit/note/note.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Cite } from '../../../web/kit/signs/cite.tsx';
import { CheckSquare } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { InLanguage } from '../../../web/kit/text/in-language.tsx';
import { say } from '../../../web/say.ts';
import { longDay } from './days.ts';
import { dutiesOf, isConfirmed, questionBlocks } from './duties.ts';
import { FollowLead } from './follow-line.tsx';
import { LawTimeLine } from './law-time-line.tsx';
import { NoAnswers } from './no-answers.tsx';
import { ObligationLists } from './obligation-lists.tsx';
import { StateOfLaw } from './state-of-law.tsx';
import './obligations.css';

const route = getRouteApi('/obligations');

/** What applies, and from when: the address says of which day the law is. */
export function ObligationsPage() {
  const { on } = route.useSearch();
  const { data, error, refetch } = useQuery(obligationsQuery(on));
  const failure = error === null ? null : failureOf(error);
  return (
    <div className="page">
      <PageHeading title={say('obligations.name')} address="obligations">
        {say('obligations.title')}
      </PageHeading>
      {data === undefined ? (
        failure === null ? (
          <Loading what={say('obligations.loading')} />
        ) : failure.kind === 'no_profile' ? (
          <NoAnswers />
        ) : (
          <FailureNote title={say('failure.title')} failure={failure} onRetry={() => void refetch()} />
        )
      ) : (
        <Shown view={data} />
      )}
    </div>
  );
}

/** Without a country no law can be named; without a size the lists stand, and say what is missing. */
function Shown({ view }: { readonly view: Obligations }) {
  const asks = new Set(view.questions.map(({ fact }) => fact));
  if (asks.has('country')) return <NoAnswers />;
  return (
    <>
      <Lead view={view} />
      <p className="buttons">
        <FileButton label={say('obligations.register')} path="/api/register" body={{ format: 'docx', on: view.on }} />
        <FileButton
          label={say('obligations.applicability')}
          path="/api/applicability"
          body={{ format: 'xlsx', on: view.on }}
        />
        <FileButton label={say('obligations.calendar')} path="/api/obligations/calendar" body={{ on: view.on }} />
      </p>
      <StateOfLaw view={view} />
      {view.size === 'unknown' && asks.has('staff_fte') ? (
        <Note look="ochre">
          <p>{say('obligations.empty.size')}</p>
          <p>
            <Link to="/first-steps/$step" params={{ step: '3' }}>
              {say('obligations.answer')}
            </Link>
          </p>
        </Note>
      ) : null}
      <LawTimeLine view={view} />
      <ObligationLists view={view} />
    </>
  );
}

function Lead({ view }: { readonly view: Obligations }) {
  const isToday = view.on === view.today;
  const when = isToday ? say('obligations.lead.today') : say('obligations.lead.onDay', { date: longDay(view.on) });
  // A duty is as well checked as the weaker of its rule and the act, so a confirmed one names a confirmed act.
  const national = view.obligations.find((duty) => duty.nationalAct !== undefined && isConfirmed(duty));
  return (
    <>
      <p className="lead">
        <strong>
          {say('obligations.lead.now', {
            count: dutiesOf(view, 'binding_now').length,
            later: dutiesOf(view, 'binding_from').length,
            when,
          })}
        </strong>{' '}
        {say('obligations.lead.open', {
          count: dutiesOf(view, 'needs_answer').length,
          questions: Math.max(1, questionBlocks(view).blocks.length),
        })}{' '}
        {isToday ? <FollowLead /> : null}
      </p>
      {view.classVerification.status === 'recall' ? null : (
        <p className="duty-class">
          <InLanguage text={view.classReason} /> <Cite cite={view.classCite} status={view.classVerification.status} />
        </p>
      )}
      {national?.nationalAct === undefined ? null : (
        <p className="small soft">
          {say('obligations.lead.inCountry', { title: national.nationalAct.title })}
          <CheckSquare status={national.verification.status} />
        </p>
      )}
    </>
  );
}
