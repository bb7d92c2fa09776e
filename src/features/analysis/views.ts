/** Analysis: what applies, what comes first, what fits by when. Views are the JSON that API and `--json` share. */
import { z } from 'zod';
import type { Analysis } from '../../core/analysis.ts';
import type { Document } from '../../core/content/document.ts';
import { forces } from '../../core/content/obligation-rule.ts';
import type { IsoDate, Verification } from '../../core/content/verification.ts';
import type { Obligation } from '../../core/obligations/assess.ts';
import { lawLanes, type LawLane } from '../../core/obligations/law-lanes.ts';
import type { Ranked, Ranking } from '../../core/ranking/rank.ts';
import { touchesOf, type Touch } from '../../core/ranking/touches.ts';

export const verificationView = z.object({
  status: z.string(),
  checkedOn: z.string(),
  sources: z.array(z.string()),
  note: z.string().optional(),
});
export const citationView = z.object({ document: z.string(), locator: z.string() });

/** The language of a title, where it is not English. */
export const titleLanguage = z.string().optional();

const touchView = z.object({
  id: z.string(),
  title: z.string(),
  language: titleLanguage,
  rating: z.string(),
  isNamed: z.boolean(),
});

const obligationView = z.object({
  id: z.string(),
  title: z.string(),
  sentence: z.string(),
  force: z.enum(forces),
  from: z.string().optional(),
  reason: z.string(),
  cite: citationView,
  verification: verificationView,
  contested: z.boolean(),
  ask: z.array(z.string()),
  onEvent: z.boolean(),
  country: z.string().optional(),
  /** The national act that decides its force. */
  nationalAct: z.object({ title: z.string(), url: z.string().nullable() }).optional(),
  /** The safeguards that touch it, in the order of the ranking. */
  safeguards: z.array(touchView),
});

const laneView = z.object({
  document: z.string(),
  title: z.string(),
  isBinding: z.boolean(),
  isSinceUnknown: z.boolean(),
  stages: z.array(
    z.object({ date: z.string(), duties: z.array(z.string()), event: z.string().nullable(), status: z.string() }),
  ),
});

export const assessmentView = z.object({
  /** The day of the law that was assessed, and the day on which it was asked. */
  on: z.string(),
  today: z.string(),
  name: z.string(),
  class: z.string(),
  classReason: z.string(),
  classCite: citationView,
  classVerification: verificationView,
  size: z.string(),
  jurisdiction: z.array(z.string()),
  obligations: z.array(obligationView),
  /** Laws with the days on which something begins; without duties nothing is due, but the law moves. */
  timeLine: z.array(laneView),
  questions: z.array(z.object({ fact: z.string(), decides: z.array(z.string()), decidesClass: z.boolean() })),
});
export type AssessmentView = z.infer<typeof assessmentView>;

export const copyVerification = ({ status, checkedOn, sources, note }: Verification) => ({
  status,
  checkedOn,
  sources: [...sources],
  ...(note === undefined ? {} : { note }),
});
export const copyCite = ({ document, locator }: Obligation['cite']) => ({ document, locator });

const viewObligation = (obligation: Obligation, touches: readonly Touch[]): z.infer<typeof obligationView> => ({
  id: obligation.id,
  title: obligation.title,
  sentence: obligation.sentence,
  force: obligation.force,
  ...(obligation.from === undefined ? {} : { from: obligation.from }),
  reason: obligation.reason,
  cite: copyCite(obligation.cite),
  verification: copyVerification(obligation.verification),
  contested: obligation.contested,
  ask: [...obligation.ask],
  onEvent: obligation.onEvent,
  ...(obligation.country === undefined ? {} : { country: obligation.country }),
  ...(obligation.nationalAct === undefined ? {} : { nationalAct: { ...obligation.nationalAct } }),
  safeguards: touches.map((touch) => ({ ...touch })),
});

const viewLane = ({ stages, ...lane }: LawLane): z.infer<typeof laneView> => ({
  ...lane,
  stages: stages.map((stage) => ({ ...stage, duties: [...stage.duties] })),
});

/** What the day of the law and the day of asking are called. */
type Days = { readonly on: IsoDate; readonly today: string };

export function viewAssessment(
  { profile, assessment, ranking }: Analysis,
  documents: readonly Document[],
  { on, today }: Days,
): AssessmentView {
  const touches = touchesOf(ranking, profile);
  return {
    on,
    today,
    name: profile.name,
    class: assessment.class,
    classReason: assessment.classReason,
    classCite: copyCite(assessment.classCite),
    classVerification: copyVerification(assessment.classVerification),
    size: assessment.size.class,
    jurisdiction: [...assessment.jurisdiction],
    obligations: assessment.obligations.map((obligation) =>
      viewObligation(obligation, touches.get(obligation.id) ?? []),
    ),
    timeLine: lawLanes(assessment.obligations, documents, on).map(viewLane),
    questions: assessment.questions.map(({ fact, decides, decidesClass }) => ({
      fact,
      decides: [...decides],
      decidesClass,
    })),
  };
}

const spanView = z.tuple([z.number(), z.number()]);

export const rankedView = z.object({
  rank: z.number().int(),
  interval: spanView,
  isTied: z.boolean(),
  id: z.string(),
  title: z.string(),
  language: titleLanguage,
  tier: z.string(),
  inMinimumSet: z.boolean(),
  /** 0 named duty binding now, 1 missing in the minimum set, 2 largely there, 3 beyond the set. */
  group: z.number().int(),
  rating: z.string(),
  gap: z.number(),
  gapIsUnknown: z.boolean(),
  risk: z.number(),
  duty: z.number(),
  agreed: z.number(),
  benefit: z.number(),
  effortDays: spanView,
  costEur: spanView,
  leftDays: z.number(),
  /** The same with all efforts at their low, and at their high figure. */
  leftLow: z.number(),
  leftHigh: z.number(),
  effort: z.number(),
  value: z.number(),
  valuedWith: z.string().nullable(),
  movedBefore: z.string().nullable(),
  needs: z.array(z.string()),
});

export const weightsView = z.object({ risk: z.number(), duty: z.number(), agreed: z.number() });

export const rankingView = z.object({
  on: z.string(),
  name: z.string(),
  minimumSet: z.object({
    tier: z.string(),
    isAssumed: z.boolean(),
    status: z.string(),
    because: z.string().nullable(),
  }),
  /** The weights that were used, those that the method proposes, and how far the interval varies each. */
  weights: weightsView,
  methodWeights: weightsView,
  weightSwing: z.number(),
  dayRateEur: z.number(),
  threatWeights: z.array(
    z.object({
      threat: z.string(),
      weight: z.number(),
      factors: z.array(z.object({ when: z.string(), factor: z.number(), because: z.string() })),
    }),
  ),
  items: z.array(rankedView),
  done: z.array(z.string()),
  /** Of no concern here, by what the profile says. */
  outside: z.array(z.string()),
});
export type RankingView = z.infer<typeof rankingView>;

export const viewRanked = (item: Ranked): z.infer<typeof rankedView> => ({
  rank: item.placed.rank,
  interval: [...item.interval],
  isTied: item.placed.isTied,
  id: item.safeguard.id,
  title: item.safeguard.title,
  language: item.safeguard.language,
  tier: item.safeguard.tier,
  inMinimumSet: item.inSet,
  group: item.group,
  rating: item.entry?.rating.kind ?? 'unknown',
  gap: item.gap.value,
  gapIsUnknown: item.gap.isUnknown,
  risk: item.risk.value,
  duty: item.duty.value,
  agreed: item.agreed.value,
  benefit: item.benefit,
  effortDays: [...item.effort.days],
  costEur: [...item.effort.costEur],
  leftDays: item.effort.leftDays,
  leftLow: item.effort.leftLow,
  leftHigh: item.effort.leftHigh,
  effort: item.effort.value,
  value: item.placed.value,
  valuedWith: item.placed.valuedWith,
  movedBefore: item.placed.movedBefore,
  needs: [...item.safeguard.needs],
});

export const viewRanking = (name: string, ranking: Ranking, on: string): RankingView => ({
  on,
  name,
  minimumSet: {
    tier: ranking.minimumSet.tier,
    isAssumed: ranking.minimumSet.isAssumed,
    status: ranking.minimumSet.method.status,
    because: ranking.minimumSet.row?.because ?? null,
  },
  weights: { ...ranking.weights },
  methodWeights: { ...ranking.method.weights },
  weightSwing: ranking.method.weightSwing,
  dayRateEur: ranking.dayRateEur,
  threatWeights: ranking.threatWeights.map(({ threat, weight, applied }) => ({
    threat: threat.id,
    weight,
    factors: applied.map((factor) => ({ ...factor })),
  })),
  items: ranking.items.map(viewRanked),
  done: ranking.done.map(({ safeguard }) => safeguard.id),
  outside: ranking.outside.map(({ id }) => id),
});
