import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { profileQuery, type StoredProfile } from '../../../web/client/profile.ts';
import { formatTime } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { ErrorSummary } from '../../../web/kit/summary/error-summary.tsx';
import { FailureNote, failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { problemText } from './problem-text.ts';
import { Question } from './question.tsx';
import { SoFar } from './so-far.tsx';
import { numberOf, stepAt, steps, type Step } from './steps.ts';
import { useStep, type StepState } from './use-step.ts';
import './step-page.css';

const route = getRouteApi('/first-steps/$step');
const headingId = 'question';

/** One question on a page, with what the answers so far decide beside it. */
export function StepPage() {
  const step = stepAt(Number(route.useParams().step));
  const { data, error, refetch } = useQuery(profileQuery);
  if (data !== undefined) return <StepOf step={step} profile={data.profile} />;
  return (
    <div className="page">
      <PageHeading title={say(`steps.${step.name}.title`)} address={step.name} isRuled={false} />
      {error === null ? (
        <Loading what={say('loading.answers')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function StepOf({ step, profile }: { readonly step: Step; readonly profile: StoredProfile | null }) {
  const { from } = route.useSearch();
  const state = useStep(step, profile, from);
  const title = say(`steps.${step.name}.title`);
  return (
    <div className="page">
      <p className="small back">
        <BackLink step={step} isFromCheck={from === 'check'} />
      </p>
      <Stopped step={step} state={state} />
      <p className="small soft step-of">{say('steps.of', { number: numberOf(step), all: steps.length })}</p>
      <Ticks step={step} />
      <PageHeading id={headingId} title={title} address={step.name} isError={state.stop !== null} isRuled={false} />
      <p className="lead">{say(`steps.${step.name}.lead`)}</p>
      <div className="step-grid">
        <StepForm step={step} profile={profile} state={state} />
        <SoFar step={step} profile={profile} draft={state.draft} />
      </div>
    </div>
  );
}

function StepForm({
  step,
  profile,
  state,
}: {
  readonly step: Step;
  readonly profile: StoredProfile | null;
  readonly state: StepState;
}) {
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void state.submit('continue');
  };
  return (
    <form className="step-form" noValidate onSubmit={onSubmit}>
      <Question
        key={step.name}
        step={step}
        profile={profile}
        draft={state.draft}
        onChange={state.change}
        problems={state.stop?.problems ?? []}
        headingId={headingId}
      />
      <div className="buttons">
        <Button type="submit" isPending={state.isSaving}>
          {state.isSaving ? say('steps.saving') : say('steps.continue')}
        </Button>
        <Button look="quiet" onPress={state.later}>
          {say('steps.later')}
        </Button>
        <Button look="text" onPress={() => void state.submit('leave')}>
          {say('steps.leave')}
        </Button>
      </div>
      <output className="small saved">
        {state.savedAt === null ? null : (
          <>
            <Icon name="check" /> {say('steps.saved', { time: formatTime(state.savedAt) })}
          </>
        )}
      </output>
    </form>
  );
}

function Stopped({ step, state: { stop } }: { readonly step: Step; readonly state: StepState }) {
  if (stop === null) return null;
  if (stop.failure !== null)
    return (
      <ErrorSummary
        key={stop.attempt}
        title={say('steps.notSaved')}
        text={failureText(stop.failure)}
        note={detailsOf(stop.failure.details)}
      />
    );
  const lines = stop.problems.map((problem) => ({
    field: problem.field,
    text: say('problems.summary', { field: fieldName(step), problem: problemText(step, problem) }),
  }));
  return (
    <ErrorSummary
      key={stop.attempt}
      title={say('steps.errors', { count: lines.length })}
      lines={lines}
      note={say('steps.kept')}
    />
  );
}

const fieldName = (step: Step): string =>
  step.asks === 'country' ? say('steps.country.label') : say(`steps.${step.name}.short`);

const detailsOf = (details: readonly { readonly path: string; readonly message: string }[] = []): string =>
  [...details.map(({ path, message }) => `${path}: ${message}`), say('steps.kept')].join(' ');

function BackLink({ step, isFromCheck }: { readonly step: Step; readonly isFromCheck: boolean }) {
  const before = steps[numberOf(step) - 2];
  if (isFromCheck)
    return (
      <Link to="/first-steps/check">
        <Icon name="left" /> {say('steps.backCheck')}
      </Link>
    );
  if (before === undefined)
    return (
      <Link to="/">
        <Icon name="left" /> {say('steps.backHome')}
      </Link>
    );
  return (
    <Link to="/first-steps/$step" params={{ step: String(numberOf(before)) }}>
      <Icon name="left" /> {say('steps.back', { number: numberOf(before) })}
    </Link>
  );
}

/** The way so far, for the eye; the line above it says the same. */
const Ticks = ({ step }: { readonly step: Step }) => (
  <div className="ticks" aria-hidden="true">
    {steps.map((other) => (
      <i
        key={other.name}
        className={other === step ? 'here' : numberOf(other) < numberOf(step) ? 'behind' : undefined}
      />
    ))}
  </div>
);
