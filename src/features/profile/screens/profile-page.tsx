import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { factGroups, groupState, type FactGroupId, type GroupState } from '../../../core/profile/fact-groups.ts';
import { failureOf } from '../../../web/client/ask.ts';
import { profileQuery, type StoredProfile } from '../../../web/client/profile.ts';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { Icon } from '../../../web/kit/signs/signs.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { knownFields } from './known-fields.ts';
import { fieldName } from './field-words.ts';
import { passedFields } from './passed-fields.ts';
import { useAskContext } from './use-ask-context.ts';
import './profile.css';

const route = getRouteApi('/profile');

/** What is known of the organisation, as ten tasks. */
export function ProfilePage() {
  const { data, error, refetch } = useQuery(profileQuery);
  return (
    <div className="page profile-page">
      <PageHeading title={say('profile.title')} address="profile" />
      {data !== undefined ? (
        <Tasks profile={data.profile} />
      ) : error === null ? (
        <Loading what={say('loading.answers')} />
      ) : (
        <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function Tasks({ profile }: { readonly profile: StoredProfile | null }) {
  const context = useAskContext(profile);
  const { saved } = route.useSearch();
  const answers = { known: knownFields(profile), passed: passedFields() };
  const groups = factGroups.map(({ id }) => ({ id, state: groupState(id, profile ?? {}, context, answers) }));
  return (
    <>
      <p className="lead">
        <Lead states={groups.map(({ state }) => state)} questions={context.questions.size} />
      </p>
      <output className="small profile-saved">
        {saved === undefined ? null : (
          <>
            <Icon name="check" /> {say('profile.saved', { group: say(`profile.groups.${saved}.title`) })}
          </>
        )}
      </output>
      <ol className="tasks">
        {groups.map(({ id, state }, index) => (
          <li key={id} className="task">
            <span className="task-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <TaskName id={id} state={state} />
              <p className="small soft">{say(`profile.groups.${id}.about`)}</p>
            </div>
            <TaskState state={state} />
          </li>
        ))}
      </ol>
      <p className="small">
        <Link to="/first-steps/check">{say('profile.firstSteps')}</Link>
      </p>
    </>
  );
}

function Lead({ states, questions }: { readonly states: readonly GroupState[]; readonly questions: number }) {
  const asked = states.filter(({ kind }) => kind !== 'not_needed');
  const open = asked.reduce((sum, state) => sum + ('open' in state ? state.open : 0), 0);
  return (
    <>
      {say('profile.lead.groups', {
        complete: asked.filter(({ kind }) => kind === 'complete').length,
        all: asked.length,
      })}{' '}
      {open === 0 ? null : say('profile.lead.open', { open, questions })}
    </>
  );
}

/** What is not needed can be read all the same: an answer elsewhere may be wrong. */
const TaskName = ({ id, state }: { readonly id: FactGroupId; readonly state: GroupState }) => (
  <Link
    to="/profile/$group"
    params={{ group: id }}
    className={state.kind === 'not_needed' ? 'task-name soft' : 'task-name'}
    aria-describedby={`state-${id}`}
  >
    {say(`profile.groups.${id}.title`)}
    <span className="hidden" id={`state-${id}`}>
      {stateText(state)}
    </span>
  </Link>
);

const TaskState = ({ state }: { readonly state: GroupState }) => (
  <p className={`task-state small state-${state.kind}`}>
    {state.kind === 'complete' ? <Icon name="check" /> : null}
    <span>{stateText(state)}</span>
  </p>
);

function stateText(state: GroupState): string {
  switch (state.kind) {
    case 'complete':
      return say('profile.state.complete');
    case 'open':
      return say('profile.state.open', { open: state.open });
    case 'not_looked_at':
      return say('profile.state.notLookedAt');
    case 'not_needed':
      return state.because.kind === 'waits'
        ? say('profile.state.waits', { field: fieldName(state.because.for) })
        : say('profile.state.ruledOut', { field: fieldName(state.because.by) });
  }
}
