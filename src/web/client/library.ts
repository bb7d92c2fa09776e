import { queryOptions } from '@tanstack/react-query';
import type { Country } from '../../core/content/country.ts';
import type { Document } from '../../core/content/document.ts';
import type { ObligationRule } from '../../core/content/obligation-rule.ts';
import type { Safeguard } from '../../core/content/safeguard.ts';
import { askOrThrow } from './ask.ts';

/** What the library holds does not change while a server runs. */
const forGood = { staleTime: Infinity } as const;

export const countriesQuery = queryOptions({
  ...forGood,
  queryKey: ['library', 'countries'],
  queryFn: ({ signal }) =>
    askOrThrow<readonly Country[]>({ method: 'GET', path: '/api/library/countries', signal, isSpoken: true }),
});

/** By id, for what a citation shows. */
export const documentsQuery = queryOptions({
  ...forGood,
  queryKey: ['library', 'documents'],
  queryFn: async ({ signal }) => {
    const documents = await askOrThrow<readonly Document[]>({ method: 'GET', path: '/api/library/documents', signal });
    return new Map(documents.map((document) => [document.id as string, document]));
  },
});

const itemQuery = <Item>(id: string) =>
  queryOptions({
    ...forGood,
    queryKey: ['library', 'item', id],
    queryFn: async ({ signal }) =>
      (
        await askOrThrow<{ item: Item }>({
          method: 'GET',
          path: `/api/library/items/${encodeURIComponent(id)}`,
          signal,
          isSpoken: true,
        })
      ).item,
  });

export const safeguardQuery = (id: string) => itemQuery<Safeguard>(id);
export const ruleQuery = (id: string) => itemQuery<ObligationRule>(id);
