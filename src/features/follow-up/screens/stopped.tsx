import { useEffect, useRef } from 'react';
import { assert } from '../../../core/base.ts';
import { formatDate, formatTime } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { ErrorSummary } from '../../../web/kit/summary/error-summary.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import type { DraftProblem } from './follow-draft.ts';
import type { Conflict, FollowForm } from './use-follow-form.ts';
import { fieldName, valueText, whoText } from './value-text.ts';

/** Why the last attempt to save did not succeed; it takes the focus. */
export function Stopped({ form }: { readonly form: FollowForm }) {
  const { stop, decide } = form;
  if (stop === null) return null;
  if (stop.conflict !== null)
    return <ConflictNote key={stop.attempt} conflict={stop.conflict} onDecide={(whose) => void decide(whose)} />;
  if (stop.failure !== null)
    return (
      <ErrorSummary
        key={stop.attempt}
        title={say('follow.errors.failed')}
        text={failureText(stop.failure)}
        note={[
          ...(stop.failure.details ?? []).map(({ path, message }) => `${path}: ${message}`),
          say('follow.errors.kept'),
        ].join(' ')}
      />
    );
  return (
    <ErrorSummary
      key={stop.attempt}
      title={say('follow.errors.title', { count: stop.problems.length })}
      lines={stop.problems.map((problem) => ({ field: `follow-${problem.field}`, text: lineOf(problem) }))}
      note={say('follow.errors.kept')}
    />
  );
}

/** Which field, and what is wrong with it. */
const lineOf = ({ field, kind }: DraftProblem): string =>
  say('follow.errors.line', { field: say(`follow.form.${field}`), problem: say(`follow.errors.${kind}`) });

type ConflictProps = { readonly conflict: Conflict; readonly onDecide: (whose: 'mine' | 'theirs') => void };

/** Both values, who and when. Nothing is overwritten until one is chosen. */
function ConflictNote({ conflict: { stored, patch, fields }, onDecide }: ConflictProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const at = stored.changedAt;
  assert(at !== null, 'Cannot tell of a conflict: what nobody changed cannot be in one');
  const said = { who: whoText(stored.changedBy), date: formatDate(at), time: formatTime(new Date(at)) };
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="conflict-title">
      <h3 id="conflict-title">{say('follow.conflict.title')}</h3>
      <p>{say('follow.conflict.text', said)}</p>
      <table className="follow-values">
        <thead>
          <tr>
            <th scope="col">{say('follow.conflict.part')}</th>
            <th scope="col">{say('follow.conflict.yours')}</th>
            <th scope="col">{say('follow.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>{valueText(patch, field)}</td>
              <td>{valueText(stored, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="buttons">
        <Button onPress={() => onDecide('mine')}>{say('follow.conflict.mine')}</Button>
        <Button look="quiet" onPress={() => onDecide('theirs')}>
          {say('follow.conflict.take')}
        </Button>
      </p>
    </div>
  );
}
