import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import type { Weights } from '../../core/ranking/weights.ts';
import { ask, askOrThrow, type Failure } from './ask.ts';

export type Settings = {
  readonly weights: Weights;
  readonly methodWeights: Weights;
  readonly isOwn: boolean;
  readonly version: number;
  readonly mayChange: boolean;
};

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => askOrThrow<Settings>({ method: 'GET', path: '/api/settings', signal }),
});

/** Stores weights, unless someone else changed the settings since they were read; null goes back to the method's. */
export async function saveWeights(
  client: QueryClient,
  weights: Weights | null,
  version: number,
): Promise<Result<Settings, Failure>> {
  const saved = await ask<Settings>({ method: 'PUT', path: '/api/settings', body: { weights, version } });
  if (saved.ok) client.setQueryData(settingsQuery.queryKey, saved.value);
  else await client.invalidateQueries({ queryKey: settingsQuery.queryKey });
  // Ranks, recipes, plans and guides were made with the former weights.
  client.removeQueries({ queryKey: ['guide'], type: 'inactive' });
  await client.invalidateQueries({ queryKey: ['profile'] });
  return saved;
}
