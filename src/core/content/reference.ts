/** The small kinds: topics, threats, asset groups, roles, statistics. */
import type { AssetGroupId, ChapterId, DocumentId, RoleId, StatisticId, ThreatId, TopicId } from './ids.ts';
import type { Verification } from './verification.ts';

/** What people browse by and vote on; frozen per edition. At most 30. */
export type Topic = {
  readonly id: TopicId;
  readonly title: string;
  readonly definition: string;
  readonly chapter: ChapterId;
  readonly verification: Verification;
};

/** Families of the ENISA taxonomy for hospitals. */
export type ThreatGroup = 'malicious' | 'human' | 'system' | 'supplier' | 'natural';

/**
 * What can happen. `share` is the figure of the counted threats, all from one source and year (percent of incidents);
 * threats without it divide the stated remainder of the ranking method by `remainderPart`.
 */
export type Threat = {
  readonly id: ThreatId;
  readonly title: string;
  readonly group: ThreatGroup;
  readonly description: string;
  readonly weight:
    | { readonly kind: 'counted'; readonly sharePercent: number; readonly statistic: StatisticId }
    | { readonly kind: 'remainder'; readonly part: number };
  /** Services and technology facts that make it matter more or less; factors multiply. */
  readonly scaledBy: readonly { readonly when: string; readonly factor: number; readonly because: string }[];
  readonly assetGroups: readonly AssetGroupId[];
  readonly verification: Verification;
};

/** Systems that fail together, with what stops in care when they do. */
export type AssetGroup = {
  readonly id: AssetGroupId;
  readonly title: string;
  readonly examples: readonly string[];
  readonly ifDown: string;
  readonly verification: Verification;
};

/** A reader of guides, what they ask and in which organisations they sit. */
export type Role = {
  readonly id: RoleId;
  readonly title: string;
  /** The language of the title, where it is not English. */
  readonly language?: string | undefined;
  readonly asks: string;
  /** Organisation kinds whose people have this role; others get the guide with a banner. */
  readonly fits: readonly ('hospital' | 'practice' | 'national_body' | 'eu_body' | 'supplier')[];
  readonly verification: Verification;
};

/** A published figure with its source. */
export type Statistic = {
  readonly id: StatisticId;
  /** The figure in one sentence of ours: what was counted, where, when. */
  readonly figure: string;
  readonly year: string;
  readonly publisher: string;
  readonly document?: DocumentId | undefined;
  readonly url: string | null;
  readonly caution?: string | undefined;
  readonly verification: Verification;
};
