import { useState, type FormEvent, type ReactNode } from 'react';
import type { Result } from '../../../core/base.ts';
import type { Failure } from '../../client/ask.ts';
import { Button } from '../button/button.tsx';
import { ErrorSummary, type ErrorLine } from '../summary/error-summary.tsx';
import { failureText } from '../summary/failure-note.tsx';
import { say } from '../../say.ts';
import './entry-form.css';

/** What is wrong with each field, by its id. */
export type Problems = Readonly<Record<string, string>>;

export type EntryFormProps = {
  readonly button: string;
  /** What stands above the summary where the server refuses. */
  readonly refused: string;
  readonly check: () => Problems;
  readonly send: () => Promise<Result<unknown, Failure>>;
  readonly onDone: () => void;
  /** The fields; each shows its own problem. */
  readonly children: (problems: Problems) => ReactNode;
};

/** A form that is sent whole: what is wrong stands above each field and in the summary, and nothing entered is lost. */
export function EntryForm({ button, refused, check, send, onDone, children }: EntryFormProps) {
  const [problems, setProblems] = useState<Problems>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    const found = check();
    setProblems(found);
    setFailure(null);
    setTries(tries + 1);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const sent = await send();
    setBusy(false);
    if (sent.ok) return onDone();
    setProblems(Object.fromEntries((sent.error.details ?? []).map(({ path, message }) => [path, message])));
    setFailure(sent.error);
  };
  return (
    <form className="entry-form" noValidate onSubmit={(event) => void submit(event)}>
      <Summary key={tries} refused={refused} problems={problems} failure={failure} />
      {children(problems)}
      <p className="buttons">
        <Button type="submit">{button}</Button>
      </p>
    </form>
  );
}

function Summary({
  refused,
  problems,
  failure,
}: {
  readonly refused: string;
  readonly problems: Problems;
  readonly failure: Failure | null;
}) {
  const lines = Object.entries(problems).map(([field, text]): ErrorLine => ({ field, text }));
  if (lines.length > 0) return <ErrorSummary title={say('form.errors', { count: lines.length })} lines={lines} />;
  return failure === null ? null : <ErrorSummary title={refused} text={failureText(failure)} />;
}
