import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, type FormEvent } from 'react';
import { fieldsOf, type FactGroupId, type ProfileField } from '../../../core/profile/fact-groups.ts';
import { assessmentOf, type ProfileValue } from '../../../web/client/analysis.ts';
import type { ProfileAnswer, StoredProfile } from '../../../web/client/profile.ts';
import { Button, buttonClass } from '../../../web/kit/button/button.tsx';
import { PageHeading } from '../../../web/kit/heading/page-heading.tsx';
import { ErrorSummary } from '../../../web/kit/summary/error-summary.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say, unnamed } from '../../../web/say.ts';
import { Field } from './field.tsx';
import type { FieldProblem } from './field-draft.ts';
import { fieldName, problemText, recordFieldName } from './field-words.ts';
import { useAskContext } from './use-ask-context.ts';
import { useGroupForm, type Asking, type GroupForm } from './use-group-form.ts';

export type GroupFormProps = {
  readonly group: FactGroupId;
  readonly answer: ProfileAnswer;
  /** The field that a link led to. */
  readonly wanted: string;
};

/** All fields of a group that are asked, and what is not asked with the reason. */
export function GroupFormView({ group, answer, wanted }: GroupFormProps) {
  const navigate = useNavigate();
  const context = useAskContext(answer.profile);
  const form = useGroupForm(group, answer, context);
  const asked = form.askings.filter(({ asking }) => asking.kind === 'asked').map(({ field }) => field);
  const { data: feeds } = useQuery(assessmentOf(withoutGroup(answer.profile, group)));
  useWanted(wanted);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!form.isSaving && (await form.submit())) await navigate({ to: '/profile', search: { saved: group } });
  };
  return (
    <>
      <Stopped stop={form.stop} />
      <PageHeading
        title={say(`profile.groups.${group}.title`)}
        address={`profile ${group}`}
        isError={form.stop !== null}
        isTarget={wanted === ''}
      />
      <p className="lead">{say(`profile.groups.${group}.about`)}</p>
      <form className="profile-form" noValidate onSubmit={(event) => void submit(event)}>
        {asked.map((field) => (
          <Field key={field} field={field} form={form} profile={answer.profile} feeds={feeds} />
        ))}
        <NotAsked askings={form.askings} />
        <div className="buttons">
          {asked.length === 0 ? null : (
            <Button type="submit" isPending={form.isSaving}>
              {say(form.isSaving ? 'profile.saving' : 'profile.save')}
            </Button>
          )}
          <Link to="/profile" className={buttonClass('text')}>
            {say(asked.length === 0 ? 'profile.back' : 'profile.leave')}
          </Link>
        </div>
      </form>
    </>
  );
}

/** What law would ask if nobody had answered this group: so that each answer can say what it feeds. */
function withoutGroup(profile: StoredProfile | null, group: FactGroupId): ProfileValue {
  const fields: readonly string[] = fieldsOf(group);
  const others = Object.entries(profile ?? {}).filter(([key]) => !fields.includes(key) && key !== 'ratings');
  return { ...Object.fromEntries(others), name: unnamed };
}

/** A link to a field leads to its first control. */
function useWanted(wanted: string): void {
  useEffect(() => {
    const field = wanted === '' ? null : document.getElementById(`field-${wanted}`);
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input, button')?.focus();
  }, [wanted]);
}

const NotAsked = ({ askings }: { readonly askings: readonly Asking[] }) => {
  const others = askings.filter(({ asking }) => asking.kind !== 'asked');
  return others.length === 0 ? null : (
    <section className="not-asked" aria-labelledby="not-asked">
      <h2 id="not-asked">{say('profile.notAsked')}</h2>
      <ul>
        {others.map(({ field, asking }) => (
          <li key={field}>
            {fieldName(field)}
            <span className="small soft">
              {asking.kind === 'waits' ? say('profile.state.waits', { field: fieldName(asking.for) }) : null}
              {asking.kind === 'ruled_out' ? say('profile.state.ruledOut', { field: fieldName(asking.by) }) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

function Stopped({ stop }: { readonly stop: GroupForm['stop'] }) {
  if (stop === null) return null;
  if (stop.failure !== null)
    return (
      <ErrorSummary
        key={stop.attempt}
        title={say('profile.notSaved')}
        text={failureText(stop.failure)}
        note={[
          ...(stop.failure.details ?? []).map(({ path, message }) => `${path}: ${message}`),
          say('profile.kept'),
        ].join(' ')}
      />
    );
  return (
    <ErrorSummary
      key={stop.attempt}
      title={say('profile.errors', { count: stop.problems.length })}
      lines={stop.problems.map((problem) => ({
        field: problem.at,
        text: say('profile.problemLine', { field: placeName(problem), problem: problemText(problem) }),
      }))}
      note={say('profile.kept')}
    />
  );
}

/** The name of the field; of a record also which one. */
function placeName({ at }: FieldProblem): string {
  const [field = '', key, name] = at.split('-');
  const whole = fieldName(field as ProfileField);
  return key === undefined || name === undefined
    ? whole
    : say('profile.place', { field: whole, number: key, name: recordFieldName(name) });
}
