import type { ReactNode } from 'react';
import type { Failure } from '../../client/ask.ts';
import { isWordKey, say } from '../../say.ts';
import { Button } from '../button/button.tsx';
import { Icon } from '../signs/signs.tsx';
import './error-summary.css';

export type FailureNoteProps = {
  readonly title: string;
  readonly failure: Failure;
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
};

/** A part that could not be shown: what happened, and what to do. The rest of the page stays. */
export const FailureNote = ({ title, failure, onRetry, children }: FailureNoteProps) => (
  <div className="error-summary" role="alert">
    <h2>
      <Icon name="warn" /> {title}
    </h2>
    <p>{failureText(failure)}</p>
    {failure.message === '' ? null : <p className="small soft">{say('failure.said', { message: failure.message })}</p>}
    {children}
    {onRetry === undefined ? null : (
      <p className="buttons">
        <Button look="quiet" onPress={onRetry}>
          {say('failure.retry')}
        </Button>
      </p>
    )}
  </div>
);

/** What happened in words of the catalogue, for each kind that has some. */
export function failureText({ kind }: Failure): string {
  const key = `failure.kinds.${kind}`;
  return say(isWordKey(key) ? key : 'failure.kinds.internal');
}
