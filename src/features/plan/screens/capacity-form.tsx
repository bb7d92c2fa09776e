import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { nextQuarter, quartersFrom } from '../../../core/plan/quarters.ts';
import type { IsoDate } from '../../../core/content/verification.ts';
import type { Failure } from '../../../web/client/ask.ts';
import { saveCapacity } from '../../../web/client/plan.ts';
import type { ProfileAnswer } from '../../../web/client/profile.ts';
import { Button } from '../../../web/kit/button/button.tsx';
import { TextField } from '../../../web/kit/field/text-field.tsx';
import { Select } from '../../../web/kit/select/select.tsx';
import { ErrorSummary } from '../../../web/kit/summary/error-summary.tsx';
import { failureText } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';
import { capacityIn, draftOf, most, readCapacity, type CapacityDraft, type CapacityProblem } from './capacity-draft.ts';
import { formats, quarterName } from './plan-words.ts';

type Stop = {
  readonly problems: readonly CapacityProblem[];
  readonly failure: Failure | null;
  readonly attempt: number;
};
type CapacityFormProps = { readonly answer: ProfileAnswer; readonly onDone?: () => void };

/** Asks for the people and the money of each quarter. */
export function CapacityForm({ answer, onDone }: CapacityFormProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(draftOf(capacityIn(answer.profile)));
  const [stop, setStop] = useState<Stop | null>(null);
  const [isSaving, setSaving] = useState(false);
  const stopWith = (problems: readonly CapacityProblem[], failure: Failure | null): void =>
    setStop((last) => ({ problems, failure, attempt: (last?.attempt ?? 0) + 1 }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readCapacity(draft);
    if (!read.ok) return stopWith(read.error, null);
    setSaving(true);
    const saved = await saveCapacity(client, read.value, answer.version);
    setSaving(false);
    return saved.ok ? onDone?.() : stopWith([], saved.error);
  };
  return (
    <section className="section plan-section capacity" aria-labelledby="capacity-title">
      <h2 id="capacity-title">{say('plan.capacityForm.title')}</h2>
      <Stopped stop={stop} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Fields
          draft={draft}
          problems={stop?.problems ?? []}
          hasFocus={onDone !== undefined}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        <div className="buttons">
          <Button type="submit" isPending={isSaving}>
            {say(isSaving ? 'plan.capacityForm.saving' : 'plan.capacityForm.save')}
          </Button>
          {onDone === undefined ? null : (
            <Button look="text" onPress={onDone}>
              {say('plan.capacityForm.cancel')}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}

type FieldsProps = {
  readonly draft: CapacityDraft;
  readonly problems: readonly CapacityProblem[];
  /** Opened by a button: the first field takes the focus. */
  readonly hasFocus: boolean;
  readonly onChange: (part: Partial<CapacityDraft>) => void;
};

function Fields({ draft, problems, hasFocus, onChange }: FieldsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => void (hasFocus && box.current?.querySelector('input')?.focus()), [hasFocus]);
  const problemOf = (field: CapacityProblem['field']): string | undefined => {
    const found = problems.find((problem) => problem.field === field);
    return found === undefined ? undefined : problemText(found);
  };
  return (
    <div ref={box}>
      <TextField
        id="days"
        label={say('plan.capacityForm.days')}
        hint={say('plan.capacityForm.daysHint')}
        unit={say('plan.capacityForm.daysUnit')}
        inputMode="decimal"
        problem={problemOf('days')}
        value={draft.days}
        onChange={(days) => onChange({ days })}
      />
      <TextField
        id="money"
        label={say('plan.capacityForm.money')}
        hint={say('plan.capacityForm.moneyHint')}
        unit={say('plan.capacityForm.moneyUnit')}
        inputMode="numeric"
        problem={problemOf('money')}
        value={draft.money}
        onChange={(money) => onChange({ money })}
      />
      <FirstQuarter from={draft.from} onChange={(from) => onChange({ from })} />
    </div>
  );
}

const next = 'next';
/** How far off the first quarter may be chosen. */
const choices = 6;

function FirstQuarter({
  from,
  onChange,
}: {
  readonly from: string | null;
  readonly onChange: (from: string | null) => void;
}) {
  const [coming] = useState(() => nextQuarter(new Date().toISOString().slice(0, 10) as IsoDate));
  const quarters = [...new Set([...quartersFrom(coming, choices), ...(from === null ? [] : [from])])].toSorted();
  return (
    <Select
      id="from"
      label={say('plan.capacityForm.from')}
      empty={say('plan.capacityForm.next', { quarter: quarterName(coming) })}
      options={[
        { id: next, name: say('plan.capacityForm.next', { quarter: quarterName(coming) }) },
        ...quarters.map((quarter) => ({ id: quarter, name: quarterName(quarter) })),
      ]}
      value={from ?? next}
      onChange={(chosen) => onChange(chosen === next ? null : chosen)}
    />
  );
}

const problemText = ({ field, kind }: CapacityProblem): string =>
  kind === 'tooLarge'
    ? say('plan.problems.tooLarge', { most: formats.number(most[field]) })
    : say(`plan.problems.${kind}`);

function Stopped({ stop }: { readonly stop: Stop | null }) {
  if (stop === null) return null;
  if (stop.failure !== null)
    return (
      <ErrorSummary key={stop.attempt} title={say('plan.capacityForm.notSaved')} text={failureText(stop.failure)} />
    );
  const lines = stop.problems.map((problem) => ({
    field: problem.field,
    text: say('plan.problems.line', {
      field: say(`plan.capacityForm.${problem.field}`),
      problem: problemText(problem),
    }),
  }));
  return (
    <ErrorSummary key={stop.attempt} title={say('plan.capacityForm.errors', { count: lines.length })} lines={lines} />
  );
}
