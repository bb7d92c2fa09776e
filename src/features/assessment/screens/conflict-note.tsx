import { assert } from '../../../core/base.ts';
import { formatTime } from '../../../web/format.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { say } from '../../../web/say.ts';
import type { Edit, Problem } from './edits.ts';
import { useSheetInfo } from './sheet-context.ts';
import { dayOfInstant } from './shown-days.ts';
import { valueText, whoText } from './value-text.ts';

/** Two people changed the same part: both values, who and when. Nothing is overwritten until one is chosen. */
export function ConflictNote({
  edit,
  problem: { fields, theirs },
}: {
  readonly edit: Edit;
  readonly problem: Extract<Problem, { kind: 'conflict' }>;
}) {
  const { acts } = useSheetInfo();
  const at = theirs.changedAt;
  assert(at !== null, 'Cannot tell of a conflict: what nobody changed cannot be in one');
  return (
    <div className="as-problem" role="alert">
      <h3>{say('assessment.conflict.title', { id: edit.id })}</h3>
      <p>
        {say('assessment.conflict.text', {
          who: whoText(theirs.changedBy),
          date: dayOfInstant(at),
          time: formatTime(new Date(at)),
        })}
      </p>
      <table className="as-values">
        <thead>
          <tr>
            <th scope="col">{say('assessment.conflict.part')}</th>
            <th scope="col">{say('assessment.conflict.yours')}</th>
            <th scope="col">{say('assessment.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{say(`assessment.field.${field}`)}</th>
              <td>{valueText(edit.patch, field)}</td>
              <td>{valueText(theirs.state, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="buttons">
        <Button onPress={() => acts.decide(edit.id, 'mine')}>{say('assessment.conflict.mine')}</Button>
        <Button look="quiet" onPress={() => acts.decide(edit.id, 'theirs')}>
          {say('assessment.conflict.take')}
        </Button>
      </p>
    </div>
  );
}
