import { QueryCache, QueryClient } from '@tanstack/react-query';
import { failureOf } from './ask.ts';

const mostRetries = 2;

/** `always`: the server is this computer, which answers without a network. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => failureOf(error).kind === 'unauthenticated' && leave() }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, error) => failureOf(error).kind === 'no_answer' && count < mostRetries,
    },
    mutations: { networkMode: 'always' },
  },
});

/** The session is over: whoever reads signs in again, and comes back to the same page. */
function leave(): void {
  const here = location.pathname + location.search + location.hash;
  if (!here.startsWith('/sign-in')) location.assign(`/sign-in?${new URLSearchParams({ to: here })}`);
}
