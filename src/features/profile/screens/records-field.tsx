import { useRef } from 'react';
import { Button } from '../../../web/kit/button/button.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { say } from '../../../web/say.ts';
import { NoneAndUnknown } from './choice-fields.tsx';
import type { ControlProps } from './field.tsx';
import { recordId, type FieldProblem, type RecordDraft } from './field-draft.ts';
import type { RecordKind, RecordsKind } from './field-kinds.ts';
import { problemText, recordFieldName, unitName, valueName } from './field-words.ts';
import { LineField } from './line-field.tsx';

type RecordsFieldProps = ControlProps<RecordsKind> & { readonly problems: readonly FieldProblem[] };

/** A list of records: each with its fields and a way out, and one more at the end. */
export function RecordsField(props: RecordsFieldProps) {
  const { field, kind, name, hint, draft, onChange } = props;
  const box = useRef<HTMLDivElement>(null);
  const set = (records: readonly RecordDraft[]): void => onChange({ records, isNone: false, isUnknown: false });
  const add = (): void => {
    const key = String(Math.max(0, ...draft.records.map((record) => Number(record.key))) + 1);
    set([...draft.records, { key, values: {} }]);
    // The new record is drawn after this; its first control is where to go on.
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-record="${key}"] :is(input, button)`)?.focus(),
    );
  };
  return (
    <div ref={box} id={field}>
      <p className="label" id={`${field}-name`}>
        {name}
      </p>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {draft.records.map((record, index) => (
        <OneRecord
          key={record.key}
          {...props}
          record={record}
          number={index + 1}
          kind={kind}
          onRecord={(values) => set(draft.records.map((other) => (other === record ? { ...record, values } : other)))}
          onRemove={() => set(draft.records.filter((other) => other !== record))}
        />
      ))}
      <Button look="quiet" onPress={add} aria-label={say('profile.addTo', { field: name })}>
        {say('profile.addOne')}
      </Button>
      {draft.records.length > 0 ? null : <NoneAndUnknown {...props} />}
    </div>
  );
}

type OneRecordProps = RecordsFieldProps & {
  readonly record: RecordDraft;
  readonly number: number;
  readonly onRecord: (values: Readonly<Record<string, string>>) => void;
  readonly onRemove: () => void;
};

function OneRecord({ field, kind, name, record, number, problems, onRecord, onRemove }: OneRecordProps) {
  return (
    <fieldset className="record" data-record={record.key}>
      <legend>
        {say('profile.entry', { number })}
        <span className="hidden">: {name}</span>
      </legend>
      <div className="record-fields">
        {Object.entries(kind.fields).map(([inner, innerKind]) => {
          const id = recordId(field, record.key, inner);
          const problem = problems.find(({ at }) => at === id);
          return (
            <RecordPart
              key={inner}
              id={id}
              name={inner}
              kind={innerKind}
              problem={problem === undefined ? undefined : problemText(problem)}
              value={record.values[inner] ?? ''}
              onChange={(text) => onRecord({ ...record.values, [inner]: text })}
            />
          );
        })}
      </div>
      <Button look="text" onPress={onRemove} aria-label={say('profile.removeEntry', { field: name, number })}>
        {say('profile.remove')}
      </Button>
    </fieldset>
  );
}

type RecordPartProps = {
  readonly id: string;
  readonly name: string;
  readonly kind: RecordKind;
  readonly problem: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

/** Left empty, a part of a record is not known. */
function RecordPart({ id, name, kind, problem, value, onChange }: RecordPartProps) {
  const label = recordFieldName(name);
  if (kind.kind === 'choice' || kind.kind === 'bool') {
    const values = 'values' in kind ? kind.values : ['yes', 'no'];
    const wordOf = (one: string): string =>
      kind.kind === 'bool' ? say(one === 'yes' ? 'profile.yes' : 'profile.no') : valueName(name, one);
    return (
      <Select
        id={id}
        label={label}
        empty={say('profile.notKnown')}
        problem={problem}
        options={[
          { id: 'unknown', name: say('profile.notKnown') },
          ...values.map((one) => ({ id: one, name: wordOf(one) })),
        ]}
        value={value === '' ? null : value}
        onChange={onChange}
      />
    );
  }
  return (
    <LineField
      id={id}
      label={label}
      kind={kind}
      unit={kind.kind === 'number' ? unitName(kind.unit) : undefined}
      problem={problem}
      value={value}
      onChange={onChange}
    />
  );
}
