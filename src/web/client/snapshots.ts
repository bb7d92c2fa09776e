import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import type { RatingCounts } from '../../core/assessment/overview.ts';
import type { Comparison } from '../../core/snapshot/compare.ts';
import { ask, askOrThrow, type Failure, type Question } from './ask.ts';
import { fileFrom, type DocumentFormat, type MadeFile } from './file.ts';

/** A day that was kept; what it holds of each safeguard is in comparisons. */
export type Snapshot = {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly day: string;
  readonly counts: { readonly all: RatingCounts; readonly minimumSet: RatingCounts };
};

export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: ({ signal }) =>
    askOrThrow<{
      readonly snapshots: readonly Snapshot[];
      readonly mayTake: boolean;
      readonly mayRemove: boolean;
    }>({ method: 'GET', path: '/api/snapshots', signal }),
});

async function change(client: QueryClient, question: Question): Promise<Result<unknown, Failure>> {
  const answer = await ask(question);
  await client.invalidateQueries({ queryKey: ['snapshots'] });
  return answer;
}

export const takeSnapshot = (client: QueryClient, name: string, note: string) =>
  change(client, { method: 'POST', path: '/api/snapshots', body: { name, ...(note === '' ? {} : { note }) } });

export const removeSnapshot = (client: QueryClient, id: string) =>
  change(client, { method: 'DELETE', path: `/api/snapshots/${id}` });

/** One of two compared days; `id` null is now. */
export type ComparedDay = { readonly id: string | null; readonly name: string | null; readonly day: string };
/** Which two: ids, or `now`. */
export type Compared = { readonly from: string; readonly to: string };

/** What changed between two days. Its key is under the profile, because one of them may be now. */
export const comparisonQuery = ({ from, to }: Compared) =>
  queryOptions({
    queryKey: ['profile', 'comparison', from, to],
    queryFn: ({ signal }) =>
      askOrThrow<Comparison & { readonly from: ComparedDay; readonly to: ComparedDay }>({
        method: 'GET',
        path: `/api/snapshot-comparison?${new URLSearchParams({ from, to }).toString()}`,
        signal,
        isSpoken: true,
      }),
    retry: false,
  });

/** The comparison as a file. */
export const comparisonFile = (
  compared: Compared,
  format: DocumentFormat,
  signal: AbortSignal,
): Promise<Result<MadeFile, Failure>> => fileFrom('/api/snapshot-comparison', { ...compared, format }, signal);
