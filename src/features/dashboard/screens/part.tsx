import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf } from '../../../web/client/ask.ts';
import { Loading } from '../../../web/kit/region/loading.tsx';
import { FailureNote } from '../../../web/kit/summary/failure-note.tsx';
import { say } from '../../../web/say.ts';

export type PartProps<Data> = {
  readonly id: string;
  readonly title: string;
  /** Where there is more: stands beside the title. */
  readonly more?: ReactNode;
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
};

/** A part of the overview. One that cannot be shown says so in its place, and the others stay. */
export const Part = <Data,>({ id, title, more, query, children }: PartProps<Data>) => (
  <section className="part" aria-labelledby={id}>
    <div className="part-head">
      <h2 id={id}>{title}</h2>
      {more}
    </div>
    {query.data !== undefined ? (
      children(query.data)
    ) : query.error === null ? (
      <Loading what={say('dashboard.loading', { part: title })} />
    ) : (
      <FailureNote title={say('failure.title')} failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
    )}
  </section>
);
