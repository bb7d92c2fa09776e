import type { IsoDate } from '../../../core/content/verification.ts';
import type { RatingState } from '../../../core/profile/rating-state.ts';
import { say } from '../../../web/say.ts';
import { useKeptText } from './kept-text.ts';
import { useSheetInfo } from './sheet-context.ts';
import { dueText, longDay } from './shown-days.ts';

/** Writing is sent when it pauses; it is kept in the browser at each letter. */
const pauseMs = 700;
export const ownerList = 'as-owners';

/** Owner, due date and note: saved as they are written. */
export function WorkFields({ id, state }: { readonly id: string; readonly state: RatingState }) {
  const { mayRate } = useSheetInfo();
  if (!mayRate) return <Written state={state} />;
  return (
    <div className="as-fields">
      <OwnerField id={id} state={state} />
      <DueField id={id} state={state} />
      <NoteField id={id} state={state} />
    </div>
  );
}

type FieldProps = { readonly id: string; readonly state: RatingState };

function OwnerField({ id, state }: FieldProps) {
  const { acts } = useSheetInfo();
  const { onChange, ...text } = useKeptText(state.owner ?? '', (owner) => acts.change(id, { owner }, pauseMs));
  return (
    <div>
      <label className="label small" htmlFor={`owner-${id}`}>
        {say('assessment.field.owner')}
      </label>
      <input
        {...text}
        id={`owner-${id}`}
        className="input"
        data-part="owner"
        list={ownerList}
        maxLength={400}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** A year that is still being typed is no day yet. */
const isWholeDay = (value: string): boolean => value === '' || value >= '2000';

function DueField({ id, state }: FieldProps) {
  const { acts, today } = useSheetInfo();
  const { onChange, ...text } = useKeptText(
    state.due ?? '',
    (due) => isWholeDay(due) && acts.change(id, { due: due === '' ? null : (due as IsoDate) }, pauseMs),
  );
  return (
    <div>
      <label className="label small" htmlFor={`due-${id}`}>
        {say('assessment.field.due')}
      </label>
      <input
        {...text}
        id={`due-${id}`}
        className="input"
        type="date"
        min="2000-01-01"
        max="2100-12-31"
        aria-describedby={`due-${id}-words`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="tiny soft" id={`due-${id}-words`}>
        {state.due === null ? '' : dueText(state.due, today)}
      </p>
    </div>
  );
}

function NoteField({ id, state }: FieldProps) {
  const { acts } = useSheetInfo();
  const { onChange, ...text } = useKeptText(state.note ?? '', (note) => acts.change(id, { note }, pauseMs));
  return (
    <div className="as-note">
      <label className="label small" htmlFor={`note-${id}`}>
        {say('assessment.field.note')}
      </label>
      <textarea
        {...text}
        id={`note-${id}`}
        className="input"
        rows={3}
        maxLength={2000}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** The same for whoever may only read. */
const Written = ({ state: { owner, due, note } }: { readonly state: RatingState }) => (
  <dl className="as-written small">
    {[
      ['owner', owner],
      ['due', due === null ? null : longDay(due)],
      ['note', note],
    ].map(([field, value]) => (
      <div key={field}>
        <dt className="soft">{say(`assessment.field.${field as 'owner' | 'due' | 'note'}`)}</dt>
        <dd>{value ?? say('assessment.nothing')}</dd>
      </div>
    ))}
  </dl>
);
