/** Plan: what can be done by when, on screen. What fits where is decided in core; this shows it, and asks for moves. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { planQuery } from '../../../web/client/plan.ts';
import { profileQuery, type ProfileAnswer } from '../../../web/client/profile.ts';
import { Button, buttonClass } from '../../../web/kit/button/button.tsx';
import { FileButton } from '../../../web/kit/file-button/file-button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { CapacityForm } from './capacity-form.tsx';
import { capacityIn } from './capacity-draft.ts';
import { PlanBody } from './plan-body.tsx';
import './plan.css';

/** What we can do by when. */
export function PlanPage() {
  const { data, error, refetch } = useQuery(profileQuery);
  return (
    <div className="page plan-page">
      <PageHeading title={say('plan.title')} address="plan" />
      {data !== undefined ? (
        <Inside answer={data} />
      ) : error === null ? (
        <Loading what={say('plan.loading')} />
      ) : (
        <FailureNote title={say('plan.failed')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function Inside({ answer }: { readonly answer: ProfileAnswer }) {
  if (answer.profile === null) return <NoProfile />;
  return capacityIn(answer.profile) === null ? <NoCapacity answer={answer} /> : <Planned answer={answer} />;
}

const NoProfile = () => (
  <>
    <p className="lead">{say('plan.noProfile.lead')}</p>
    <p className="buttons plan-actions">
      <Link to="/first-steps/$step" params={{ step: '1' }} className={buttonClass('main')}>
        {say('plan.noProfile.start')} <Icon name="right" />
      </Link>
    </p>
  </>
);

const NoCapacity = ({ answer }: { readonly answer: ProfileAnswer }) => (
  <>
    <p className="lead">{say('plan.none.title')}</p>
    <p className="plan-why">{say('plan.none.lead')}</p>
    <CapacityForm answer={answer} />
  </>
);

function Planned({ answer }: { readonly answer: ProfileAnswer }) {
  const [isChanging, setChanging] = useState(false);
  const { data: plan, error, refetch } = useQuery(planQuery);
  if (plan === undefined)
    return error === null ? (
      <Loading what={say('plan.loading')} />
    ) : (
      <FailureNote title={say('plan.failed')} failure={failureOf(error)} onRetry={() => void refetch()} />
    );
  return (
    <PlanBody
      plan={plan}
      actions={
        isChanging ? (
          <CapacityForm answer={answer} onDone={() => setChanging(false)} />
        ) : (
          <div className="buttons plan-actions">
            <Button onPress={() => setChanging(true)}>{say('plan.change')}</Button>
            <FileButton label={say('plan.sheet.get')} path="/api/plan/sheet" body={{ format: 'xlsx' }} />
            <Button look="quiet" onPress={() => window.print()}>
              {say('plan.print')}
            </Button>
          </div>
        )
      }
    />
  );
}
