import type { Content } from './content/content.ts';
import type { IsoDate } from './content/verification.ts';
import { assessObligations, type Assessment } from './obligations/assess.ts';
import { plan, type Plan } from './plan/plan.ts';
import type { Profile } from './profile/profile.ts';
import { rank, type Ranking } from './ranking/rank.ts';
import type { Weights } from './ranking/weights.ts';

/** The whole main job on one profile: what applies, what to do first, what fits by when. */
export type Analysis = {
  readonly profile: Profile;
  readonly assessment: Assessment;
  readonly ranking: Ranking;
  /** Null while nobody has said how many people and how much money a quarter allows. */
  readonly plan: Plan | null;
};

/** Profile → obligations → ranking → plan. Pure. Without weights of its own an organisation is ranked by the method's. */
export function analyse(profile: Profile, content: Content, on: IsoDate, weights: Weights | null = null): Analysis {
  const assessment = assessObligations(profile.facts, content, on);
  const ranking = rank({ profile, assessment, content, on, weights });
  const { capacity, planPins = [] } = profile;
  return { profile, assessment, ranking, plan: capacity === null ? null : plan(ranking, capacity, on, planPins) };
}
