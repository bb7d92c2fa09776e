import type { ErrorComponentProps } from '@tanstack/react-router';
import { failureOf } from './client/ask.ts';
import { PageHeading } from './kit/heading/page-heading.tsx';
import { FailureNote } from './kit/summary/failure-note.tsx';
import { say } from './say.ts';

/** What stands in place of a page that threw. */
export const CrashPage = ({ error, reset }: ErrorComponentProps) => (
  <div className="page">
    <PageHeading title={say('failure.crash')} address="crash" isError />
    <FailureNote title={say('failure.title')} failure={failureOf(error)} onRetry={reset} />
  </div>
);
