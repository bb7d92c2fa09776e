import { queryOptions } from '@tanstack/react-query';
import type { RatingWord } from '../../core/profile/rating-state.ts';
import { askOrThrow } from './ask.ts';

/** A safeguard with how far it is. */
export type StateRow = { readonly id: string; readonly rating: RatingWord; readonly inMinimumSet: boolean };
/** How far the organisation is, by domain. */
export type StateOverview = {
  readonly on: string;
  readonly domains: readonly {
    readonly id: string;
    readonly title: string;
    readonly groups: readonly { readonly rows: readonly StateRow[] }[];
  }[];
};

/** Every safeguard of the stored profile with its rating. Its key is under the profile, which changes it. */
export const overviewQuery = queryOptions({
  queryKey: ['profile', 'overview'],
  queryFn: ({ signal }) =>
    askOrThrow<StateOverview>({ method: 'GET', path: '/api/assessment', signal, isSpoken: true }),
});
