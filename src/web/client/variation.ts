import { queryOptions } from '@tanstack/react-query';
import type { CellState } from '../../core/variation.ts';
import { askOrThrow } from './ask.ts';

export type VariationCell = {
  readonly country: string;
  readonly state: CellState;
  readonly cites: readonly {
    readonly document: string;
    readonly title: string;
    readonly cite: string;
    readonly asks: string;
  }[];
};

export type VariationView = {
  readonly countries: readonly {
    readonly code: string;
    readonly name: string;
    readonly texts: readonly { readonly document: string; readonly title: string; readonly whom: string }[];
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly language?: string;
    readonly cells: readonly VariationCell[];
  }[];
};

export const variationQuery = queryOptions({
  queryKey: ['library', 'variation'],
  queryFn: ({ signal }) =>
    askOrThrow<VariationView>({ method: 'GET', path: '/api/library/variation', signal, isSpoken: true }),
});
