import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { ratingsQuery, type Rating, type Ratings } from '../../../web/client/assessment.ts';
import type { Keeper } from './kept-edits.ts';
import { outboxOf, type Outbox, type OutboxState } from './outbox.ts';

/** The outbox of whoever works here, and its state. */
export function useOutbox(keeper: Keeper): readonly [Outbox, OutboxState] {
  const client = useQueryClient();
  const [outbox] = useState(() => outboxOf(keeper, (rating) => remember(client, rating)));
  return [outbox, useSyncExternalStore(outbox.subscribe, outbox.state)];
}

/** What the server confirmed is shown at once; what follows from it is read again when nothing has changed for a while. */
export function remember(client: QueryClient, rating: Rating): void {
  const { queryKey } = ratingsQuery;
  // An answer that is under way was made before this change.
  void client.cancelQueries({ queryKey });
  // Where no list was read yet, one of a single rating would pass for all of them.
  client.setQueryData<Ratings>(queryKey, (ratings) => ratings && new Map(ratings).set(rating.id, rating));
  void client.invalidateQueries({ queryKey: ['rating-history', rating.id] });
  refreshLater(client);
}

const quietMs = 1_500;
/** What a rating changes nothing in. */
const untouched = new Set(['library', 'session']);
/** What is already shown as the server confirmed it. */
const confirmed = new Set([...untouched, 'ratings', 'rating-history']);
let refreshing: ReturnType<typeof setTimeout> | undefined;

function refreshLater(client: QueryClient): void {
  clearTimeout(refreshing);
  refreshing = setTimeout(
    () => void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => !confirmed.has(String(first)) }),
    quietMs,
  );
}

/** Many ratings changed at once: all that follows from them is read again. */
export const refreshRatings = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: ({ queryKey: [first] }) => !untouched.has(String(first)) });
