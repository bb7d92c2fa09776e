import { QueryClient } from '@tanstack/react-query';
import { failureOf } from './ask.ts';

const mostRetries = 2;

/** `always`: the server is this computer, which answers without a network. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (count, error) => failureOf(error).kind === 'no_answer' && count < mostRetries,
    },
    mutations: { networkMode: 'always' },
  },
});
