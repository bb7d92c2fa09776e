import { useEffect, useRef, type FormEvent } from 'react';
import type { IsoDate } from '../../../core/content/verification.ts';
import { followStates, type FollowState, type Proof } from '../../../core/follow-up/follow-up.ts';
import type { FollowUpRecord } from '../../../web/client/follow-up.ts';
import { formatDate } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { RadioChoice } from '../../../web/kit/choice/radio-choice.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { say } from '../../../web/say.ts';
import { shownDue, type DraftField, type FollowDraft } from './follow-draft.ts';
import { Stopped } from './stopped.tsx';
import { useFollowForm, type FollowForm as Form } from './use-follow-form.ts';

export type FollowFormProps = {
  readonly record: FollowUpRecord;
  readonly today: IsoDate;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
};

/** The whole record as one form. */
export function FollowForm({ record, today, onSaved, onLeave }: FollowFormProps) {
  const form = useFollowForm(record, today, onSaved);
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!form.isSaving) void form.submit();
  };
  return (
    <form className="follow-form" ref={first} noValidate onSubmit={submit}>
      <Stopped form={form} />
      <StateField form={form} />
      {form.draft.state === 'not_followed' ? null : <WorkFields form={form} />}
      <Line form={form} name="contact" rows={2} hint={say('follow.form.contactHint')} />
      <p className="buttons">
        <Button type="submit" isPending={form.isSaving}>
          {say(form.isSaving ? 'follow.form.saving' : 'follow.form.save')}
        </Button>
        <Button look="quiet" onPress={onLeave}>
          {say('follow.form.cancel')}
        </Button>
      </p>
    </form>
  );
}

type PartProps = { readonly form: Form };

const fieldId = (field: string): string => `follow-${field}`;

const problemOf = ({ stop }: Form, field: DraftField): string | undefined => {
  const found = stop?.problems.find((problem) => problem.field === field);
  return found === undefined ? undefined : say(`follow.errors.${found.kind}`);
};

function StateField({ form }: PartProps) {
  const choice = (value: FollowState) => ({
    value,
    name: say(`followUp.state.${value}`),
    hint: say(`follow.form.hints.${value}`),
  });
  return (
    <>
      <h3 id="follow-state-label">{say('follow.form.state')}</h3>
      <RadioChoice
        id={fieldId('state')}
        labelledBy="follow-state-label"
        choices={followStates.filter((state) => state !== 'not_followed').map(choice)}
        last={choice('not_followed')}
        or={say('follow.form.or')}
        problem={problemOf(form, 'state')}
        value={form.draft.state}
        onChange={(state) => form.change({ state: state as FollowState })}
      />
    </>
  );
}

type LineProps = PartProps & {
  readonly name: Exclude<keyof FollowDraft, 'state' | 'evidence' | 'nextDue'>;
  readonly type?: 'date' | 'url';
  readonly rows?: number;
  readonly hint?: string;
  readonly unit?: string;
};

const Line = ({ form, name, type, rows, hint, unit }: LineProps) => (
  <TextField
    id={fieldId(name)}
    label={say(`follow.form.${name}`)}
    hint={hint}
    unit={unit}
    rows={rows}
    type={type ?? 'text'}
    inputMode={name === 'repeat' ? 'numeric' : 'text'}
    problem={problemOf(form, name as DraftField)}
    value={form.draft[name]}
    onChange={(value) => form.change({ [name]: value })}
  />
);

const WorkFields = ({ form }: PartProps) => (
  <>
    <div className="follow-days">
      <Line form={form} name="doneOn" type="date" hint={say('follow.form.doneOnHint')} />
      <Line form={form} name="repeat" unit={say('follow.form.months')} hint={say('follow.form.repeatHint')} />
      <DueField form={form} />
    </div>
    <Line form={form} name="owner" />
    <Line form={form} name="note" rows={3} />
    <EvidenceFields form={form} />
  </>
);

/** Says when the day in it was proposed, and from what. */
function DueField({ form }: PartProps) {
  const { day, isProposed } = shownDue(form.draft);
  return (
    <TextField
      id={fieldId('nextDue')}
      label={say('follow.form.nextDue')}
      type="date"
      hint={
        isProposed
          ? say('follow.form.proposed', { date: formatDate(day), months: Number(form.draft.repeat) })
          : say('follow.form.nextDueHint')
      }
      problem={problemOf(form, 'nextDue')}
      value={day}
      onChange={(nextDue) => form.change({ nextDue })}
    />
  );
}

const EvidenceFields = ({ form }: PartProps) => (
  <fieldset className="follow-evidence">
    <legend className="label">{say('follow.form.evidence')}</legend>
    {form.draft.evidence.length === 0 ? (
      <p className="hint">{say('follow.form.noEvidence')}</p>
    ) : (
      <ul className="ruled-list">
        {form.draft.evidence.map((proof, index) => (
          <li key={`${index} ${proof.what}`} className="follow-proof">
            {proof.what}
            <Button
              look="text"
              aria-label={say('follow.form.removeNamed', { what: proof.what })}
              onPress={() => form.change({ evidence: without(form.draft.evidence, proof) })}
            >
              {say('follow.form.remove')}
            </Button>
          </li>
        ))}
      </ul>
    )}
    <Line form={form} name="what" hint={say('follow.form.whatHint')} />
    <div className="follow-days">
      <Line form={form} name="link" type="url" hint={say('follow.form.linkHint')} />
      <Line form={form} name="dated" type="date" />
    </div>
  </fieldset>
);

const without = (evidence: readonly Proof[], gone: Proof): readonly Proof[] =>
  evidence.filter((proof) => proof !== gone);
