import type { ContentKind } from './content.ts';
import type { SizeClass, Tier } from './safeguard.ts';
import type { IsoDate, Verification } from './verification.ts';

/** Weights of the ranking; settings, but these are the ones that ship. */
export type RankingMethod = {
  readonly id: string;
  readonly kind: 'ranking';
  readonly title: string;
  readonly weights: { readonly risk: number; readonly duty: number; readonly agreed: number };
  readonly force: {
    readonly bindingNow: number;
    readonly within12Months: number;
    readonly later: number;
    readonly sectorScheme: number;
    readonly needsAnswer: number;
    readonly recommended: number;
    readonly benchmark: number;
  };
  readonly unnamedDutyFactor: number;
  readonly agreedWithoutList: number;
  readonly leastDays: number;
  readonly dayRateEur: number;
  /** Share of the threat weights kept for threats that the source does not count. */
  readonly remainderShare: number;
  readonly weightSwing: number;
  readonly sourceYear: string;
  readonly verification: Verification;
};

/** One row of the tier table: kind and size of organisation, tier, reason. */
export type TierRow = {
  readonly form: 'practice' | 'provider' | 'laboratory' | 'contact_point' | 'national_body' | 'eu_body' | 'supplier';
  readonly size: SizeClass | 'any';
  readonly tier: Tier;
  readonly because: string;
};

/** Which tier fits whom. `status` says who stands behind it. */
export type TierMethod = {
  readonly id: string;
  readonly kind: 'tiers';
  readonly title: string;
  readonly status: 'proposed' | 'adopted';
  readonly by: string;
  readonly date: IsoDate;
  readonly rows: readonly TierRow[];
  readonly verification: Verification;
};

/** How long a fact of each kind may go unchecked. */
export type ReviewMethod = {
  readonly id: string;
  readonly kind: 'review';
  readonly title: string;
  readonly rows: readonly { readonly kind: ContentKind; readonly months: number; readonly because: string }[];
  readonly verification: Verification;
};

/** A way of computing, as dated data. */
export type Method = RankingMethod | TierMethod | ReviewMethod;
