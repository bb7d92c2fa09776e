import { useState, type FormEvent } from 'react';
import { say } from '../../say.ts';
import { Button } from '../button/button.tsx';
import './rating-control.css';

/** Asks why a safeguard does not apply, in its place. Nothing is changed before there is a reason. */
export function ReasonForm({
  id,
  reason,
  onGive,
  onCancel,
}: {
  readonly id: string;
  readonly reason: string | null;
  readonly onGive: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const [text, setText] = useState(reason ?? '');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return setMissing(true);
    onGive(text);
  };
  const field = `reason-${id}`;
  return (
    <form className="as-reason" onSubmit={submit} noValidate>
      <label className="label" htmlFor={field}>
        {say('assessment.reason.label')}
      </label>
      <p className="hint" id={`${field}-hint`}>
        {say('assessment.reason.hint')}
      </p>
      {isMissing ? (
        <p className="problem" id={`${field}-problem`} role="alert">
          {say('assessment.reason.missing')}
        </p>
      ) : null}
      <input
        id={field}
        className="input"
        data-part="reason"
        value={text}
        maxLength={2000}
        autoComplete="off"
        aria-required="true"
        aria-invalid={isMissing}
        aria-describedby={isMissing ? `${field}-problem ${field}-hint` : `${field}-hint`}
        onChange={(event) => {
          setText(event.target.value);
          setMissing(false);
        }}
      />
      <div className="buttons">
        <Button type="submit">{say('assessment.reason.save')}</Button>
        <Button look="quiet" onPress={onCancel}>
          {say('assessment.reason.cancel')}
        </Button>
      </div>
    </form>
  );
}
