import type { Branded } from '../base.ts';

/** `eu-nis2`: a publication in content/documents. */
export type DocumentId = Branded<string, 'DocumentId'>;
/** `nis2`: a tree of requirements in content/frameworks. */
export type FrameworkId = Branded<string, 'FrameworkId'>;
/** `nis2:21(2)(d)`: framework id, colon, id of the requirement inside it. */
export type RequirementRef = Branded<string, 'RequirementRef'>;
/** `S-043`: ours, permanent, never reused. */
export type SafeguardId = Branded<string, 'SafeguardId'>;
/** `nis2-governance`: a duty that the rules in content/obligations decide. */
export type ObligationId = Branded<string, 'ObligationId'>;
/** `ST-10`: a figure with its source in content/statistics. */
export type StatisticId = Branded<string, 'StatisticId'>;
export type TopicId = Branded<string, 'TopicId'>;
export type ThreatId = Branded<string, 'ThreatId'>;
export type AssetGroupId = Branded<string, 'AssetGroupId'>;
export type ChapterId = Branded<string, 'ChapterId'>;
/** `cy-controls-list`: something that a body shared as having worked. */
export type PracticeId = Branded<string, 'PracticeId'>;
/** `nis2-amendment`: law on its way. */
export type PipelineId = Branded<string, 'PipelineId'>;
/** `second-factor`: a word that is explained once. */
export type TermId = Branded<string, 'TermId'>;
/** ISO 3166-1 alpha-2. */
export type CountryCode = Branded<string, 'CountryCode'>;

/** Who reads a guide. The list is closed: each role has a layout, words and content of its own. */
export const roleIds = [
  'ceo',
  'ciso',
  'cio',
  'procurement',
  'dpo',
  'biomedical',
  'clinical',
  'practice',
  'authority',
  'ncpeh',
] as const;
export type RoleId = (typeof roleIds)[number];
