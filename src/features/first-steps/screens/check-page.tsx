import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { fittingRole } from '../../../web/fitting-role.ts';
import { assessmentOf, type Assessment } from '../../../web/client/analysis.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { countriesQuery } from '../../../web/client/library.ts';
import { profileQuery, type StoredProfile } from '../../../web/client/profile.ts';
import { buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { RatingMark } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say, unnamed } from '../../../web/say.ts';
import type { RowState } from '../../../core/report/report.ts';
import { answerText } from './answer-text.ts';
import { ratingOf } from './draft.ts';
import { isKnown } from './known.ts';
import { openText } from './open-text.ts';
import { numberOf, steps, type Step } from './steps.ts';
import './check-page.css';

/** All twelve answers, each with a way to change it, and the guide at the end. */
export function CheckPage() {
  const { data, error, refetch } = useQuery(profileQuery);
  return (
    <div className="page">
      <PageHeading title={say('check.title')} address="check" />
      {data !== undefined ? (
        <Answers profile={data.profile} />
      ) : error === null ? (
        <Loading what={say('loading.answers')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function Answers({ profile }: { readonly profile: StoredProfile | null }) {
  const { data: assessment } = useQuery(assessmentOf({ ...profile, name: profile?.name ?? unnamed }));
  return (
    <>
      <Lead profile={profile} assessment={assessment} />
      <dl className="answers">
        {steps.map((step) => (
          <AnswerRow key={step.name} step={step} profile={profile} assessment={assessment} />
        ))}
      </dl>
      <p>{say('check.ready')}</p>
      <p className="buttons check-buttons">
        <Link
          to="/guides/$role/{-$section}"
          params={{ role: fittingRole(profile ?? {}) }}
          className={buttonClass('main')}
        >
          {say('check.make')}
        </Link>
      </p>
    </>
  );
}

function Lead({
  profile,
  assessment,
}: {
  readonly profile: StoredProfile | null;
  readonly assessment: Assessment | undefined;
}) {
  const known = steps.filter((step) => isKnown(step, profile)).length;
  const count = (force: string): number =>
    assessment?.obligations.filter((obligation) => obligation.force === force).length ?? 0;
  return (
    <p className="lead">
      {assessment === undefined
        ? '\u00a0'
        : say('check.lead', {
            known,
            all: steps.length,
            binding: count('binding_now'),
            waiting: count('needs_answer'),
          })}
    </p>
  );
}

function AnswerRow({
  step,
  profile,
  assessment,
}: {
  readonly step: Step;
  readonly profile: StoredProfile | null;
  readonly assessment: Assessment | undefined;
}) {
  const name = say(`steps.${step.name}.short`);
  return (
    <div className="answer">
      <dt>{name}</dt>
      <dd>
        {isKnown(step, profile) ? (
          <Known step={step} profile={profile} />
        ) : (
          <Unknown step={step} assessment={assessment} />
        )}
      </dd>
      <dd className="answer-change">
        <Link to="/first-steps/$step" params={{ step: String(numberOf(step)) }} search={{ from: 'check' }}>
          {say('check.change')}
          <span className="hidden"> {name}</span>
        </Link>
      </dd>
    </div>
  );
}

function Known({ step, profile }: { readonly step: Step; readonly profile: StoredProfile | null }): ReactNode {
  const { data: countries = [] } = useQuery(countriesQuery);
  if (step.asks === 'rating') return <RatingMark state={ratingOf(step.safeguard, profile) as RowState} />;
  const text = answerText(step, profile, countries);
  if (step.asks !== 'country') return text;
  const name = profile?.name === unnamed ? undefined : profile?.name;
  return (
    <>
      {text}
      <span className="small soft answer-note">{name ?? say('check.noName')}</span>
    </>
  );
}

/** What stays open, and what the answer would decide. */
const Unknown = ({ step, assessment }: { readonly step: Step; readonly assessment: Assessment | undefined }) => (
  <>
    <RatingMark state="unknown" word={say('check.unknown')} />
    <span className="small soft answer-note">{openText(step, assessment)}</span>
  </>
);
