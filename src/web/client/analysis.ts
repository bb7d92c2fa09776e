import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Force } from '../../core/content/obligation-rule.ts';
import type { SizeClass } from '../../core/content/safeguard.ts';
import type { EntityClass } from '../../core/obligations/assess.ts';
import type { FactName } from '../../core/profile/facts.ts';
import { askOrThrow } from './ask.ts';

export type Obligation = { readonly id: string; readonly title: string; readonly force: Force };
export type OpenQuestion = {
  readonly fact: FactName;
  readonly decides: readonly string[];
  readonly decidesClass: boolean;
};

export type Assessment = {
  readonly class: EntityClass;
  readonly classReason: string;
  readonly classCite: { readonly document: string; readonly locator: string };
  readonly size: SizeClass | 'unknown';
  readonly obligations: readonly Obligation[];
  readonly questions: readonly OpenQuestion[];
};

export type Ranking = {
  readonly items: readonly {
    readonly rank: number;
    readonly id: string;
    readonly title: string;
    readonly language?: string;
    readonly inMinimumSet: boolean;
  }[];
};

/** A profile as a file would state it. */
export type ProfileValue = Readonly<Record<string, unknown>> & { readonly name: string };

/** What law applies to a profile, stored or not. The former answer stays in view until the next is there. */
export const assessmentOf = (profile: ProfileValue) =>
  queryOptions({
    queryKey: ['assessment', profile],
    queryFn: ({ signal }) =>
      askOrThrow<Assessment>({ method: 'POST', path: '/api/obligations', body: { profile }, signal, isSpoken: true }),
    placeholderData: keepPreviousData,
  });

export const rankingOf = (profile: ProfileValue) =>
  queryOptions({
    queryKey: ['ranking', profile],
    queryFn: ({ signal }) =>
      askOrThrow<Ranking>({ method: 'POST', path: '/api/rank', body: { profile }, signal, isSpoken: true }),
    placeholderData: keepPreviousData,
  });
