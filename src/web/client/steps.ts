import { queryOptions } from '@tanstack/react-query';
import type { StepId } from '../../core/steps.ts';
import { askOrThrow } from './ask.ts';

export type StepState = {
  readonly id: StepId;
  readonly state: 'begin' | 'open' | 'current';
  /** How many things wait. */
  readonly open: number;
};

/** Where the six steps stand. Its key is under the profile, which changes it. */
export const stepsQuery = queryOptions({
  queryKey: ['profile', 'steps'],
  queryFn: ({ signal }) => askOrThrow<{ steps: readonly StepState[] }>({ method: 'GET', path: '/api/steps', signal }),
});
