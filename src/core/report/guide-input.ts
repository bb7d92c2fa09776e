import type { Content } from '../content/content.ts';
import type { RoleId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Assessment } from '../obligations/assess.ts';
import type { Plan } from '../plan/plan.ts';
import type { Profile } from '../profile/profile.ts';
import type { Ranking } from '../ranking/rank.ts';
import type { TranslationCounts } from '../words/translation.ts';
import type { Formats } from './formats.ts';
import type { Citer } from './sources.ts';
import type { Translate } from './words.ts';

/** What a guide is made from. Without `organisation` it is the common guide, which anyone may read. */
export type GuideInput = {
  readonly role: RoleId;
  readonly language: string;
  readonly on: IsoDate;
  readonly edition: string;
  readonly content: Content;
  readonly organisation: OrganisationInput | null;
  readonly say: Translate;
  /** How far the language is; null for English. */
  readonly translation?: TranslationCounts | null;
  readonly digests: { readonly content: string; readonly profile: string | null; readonly method: string };
};

/** One organisation, analysed. */
export type OrganisationInput = {
  readonly profile: Profile;
  readonly assessment: Assessment;
  readonly ranking: Ranking;
  readonly plan: Plan | null;
};

/** The input with the tools that every builder needs. */
export type GuideContext = GuideInput & { readonly formats: Formats; readonly citer: Citer };
