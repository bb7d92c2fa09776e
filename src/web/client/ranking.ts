import { queryOptions } from '@tanstack/react-query';
import type { SafeguardId } from '../../core/content/ids.ts';
import type { Tier } from '../../core/content/safeguard.ts';
import type { Force } from '../../core/content/obligation-rule.ts';
import type { Variation } from '../../core/ranking/weigh.ts';
import type { Weights } from '../../core/ranking/weights.ts';
import type { RowState } from '../../core/report/report.ts';
import { askOrThrow } from './ask.ts';
import type { Checked, Cite } from './obligations.ts';

type Span = readonly [low: number, high: number];

/** A safeguard in the ranking, with every term that made its place. */
export type RankedItem = {
  readonly rank: number;
  readonly interval: Span;
  readonly isTied: boolean;
  readonly id: SafeguardId;
  readonly title: string;
  readonly language?: string;
  readonly inMinimumSet: boolean;
  readonly group: 0 | 1 | 2 | 3;
  readonly rating: RowState;
  readonly gap: number;
  readonly gapIsUnknown: boolean;
  readonly risk: number;
  readonly duty: number;
  readonly agreed: number;
  readonly benefit: number;
  readonly effortDays: Span;
  readonly costEur: Span;
  readonly leftDays: number;
  readonly leftLow: number;
  readonly leftHigh: number;
  readonly effort: number;
  readonly value: number;
  readonly valuedWith: SafeguardId | null;
  readonly movedBefore: SafeguardId | null;
  readonly needs: readonly SafeguardId[];
};

export type StoredRanking = {
  readonly on: string;
  readonly minimumSet: {
    readonly tier: Tier;
    readonly isAssumed: boolean;
    readonly status: 'proposed' | 'adopted';
  };
  readonly weights: Weights;
  readonly methodWeights: Weights;
  readonly weightSwing: number;
  readonly items: readonly RankedItem[];
  readonly done: readonly string[];
  readonly outside: readonly string[];
};

export type Explanation = {
  readonly item: RankedItem;
  readonly threats: readonly {
    readonly threat: string;
    readonly title: string;
    readonly weight: number;
    readonly strength: number;
    readonly part: number;
    readonly because: string;
    readonly statistic: string | null;
    readonly verification: Checked;
  }[];
  readonly duties: readonly {
    readonly obligation: string;
    readonly title: string;
    readonly force: Force;
    readonly value: number;
    readonly isNamed: boolean;
    readonly cite: Cite;
    readonly verification: Checked;
  }[];
  readonly weights: Weights;
  readonly ratedOn: string | null;
  readonly effortVerification: Checked;
  readonly dayRateEur: number;
  readonly work: { readonly days: number; readonly eur: number };
  readonly moves: readonly { readonly variation: Variation; readonly rank: number }[];
  readonly afterRating: readonly { readonly rating: 'partially' | 'largely'; readonly rank: number }[];
};

/** The ranking of the stored profile with the weights of its organisation. */
export const storedRankingQuery = queryOptions({
  queryKey: ['profile', 'ranking'],
  queryFn: ({ signal }) =>
    askOrThrow<StoredRanking>({ method: 'POST', path: '/api/rank', body: {}, signal, isSpoken: true }),
});

/** Every term of one rank. */
export const explanationQuery = (safeguard: string) =>
  queryOptions({
    queryKey: ['profile', 'explain', safeguard],
    queryFn: ({ signal }) =>
      askOrThrow<Explanation>({ method: 'POST', path: '/api/explain', body: { safeguard }, signal, isSpoken: true }),
  });
