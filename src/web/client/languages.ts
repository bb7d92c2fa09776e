import { queryOptions } from '@tanstack/react-query';
import type { TranslationCounts } from '../../core/words/translation.ts';
import { askOrThrow } from './ask.ts';

/** How far each language but English is; it does not change while a server runs. */
export const translationsQuery = queryOptions({
  queryKey: ['translations'],
  queryFn: ({ signal }) =>
    askOrThrow<readonly TranslationCounts[]>({ method: 'GET', path: '/api/translations', signal }),
  staleTime: Infinity,
});
