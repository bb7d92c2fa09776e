import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Force } from '../../core/content/obligation-rule.ts';
import type { VerificationStatus } from '../../core/content/verification.ts';
import type { ItemKind, ItemRef } from '../../core/library-item/item.ts';
import type { ItemPage, RatingState } from '../../core/library-item/page.ts';
import type { Marked } from '../../core/library-search/excerpt.ts';
import type { FacetName } from '../../core/library-search/facets.ts';
import { askOrThrow } from './ask.ts';

export type LibraryHit = {
  readonly ref: ItemRef;
  readonly kind: ItemKind;
  readonly code: string | null;
  readonly title: Marked;
  readonly language?: string;
  readonly excerptLanguage?: string;
  readonly excerpt: Marked;
  readonly reason: {
    readonly met: readonly {
      readonly typed: string;
      readonly word: string;
      readonly how: 'whole' | 'beginning' | 'stem' | 'spelling';
      readonly place: 'number' | 'title' | 'text';
      readonly writtenIn: string;
    }[];
    readonly without: readonly string[];
  };
  readonly imported: { readonly edition: string; readonly requirement: string; readonly title: string } | null;
  readonly sort: string | null;
  readonly status: string | null;
  readonly date: string | null;
  readonly country: string | null;
  readonly check: VerificationStatus | null;
  readonly force: Force | null;
  readonly from: string | null;
  readonly rating: RatingState | null;
};

export type LibraryFacet = {
  readonly name: FacetName;
  readonly values: readonly { readonly value: string; readonly label: string | null; readonly count: number }[];
};

export type LibraryAnswers = {
  readonly words: string;
  readonly total: number;
  readonly isPartial: boolean;
  readonly suggestion: string | null;
  readonly isOwn: boolean;
  readonly hits: readonly LibraryHit[];
  readonly facets: readonly LibraryFacet[];
  readonly leftOut: readonly { readonly name: FacetName; readonly count: number }[];
};

/** Answers to a question as its address carries it. The former ones stay in view until the next are there. */
export const answersQuery = (question: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['library', 'answers', question],
    queryFn: ({ signal }) =>
      askOrThrow<LibraryAnswers>({
        method: 'GET',
        path: `/api/library/search?${new URLSearchParams(question)}`,
        signal,
        isSpoken: true,
      }),
    placeholderData: keepPreviousData,
  });

/** Everything about an item. */
export const itemPageQuery = (id: string) =>
  queryOptions({
    queryKey: ['library', 'page', id],
    queryFn: ({ signal }) =>
      askOrThrow<ItemPage>({
        method: 'GET',
        path: `/api/library/pages/${encodeURIComponent(id)}`,
        signal,
        isSpoken: true,
      }),
  });
