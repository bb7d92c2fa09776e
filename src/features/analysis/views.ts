/** Analysis: what applies, what comes first, what fits by when. Views are the JSON that API and `--json` share. */
import { z } from 'zod';
import type { Analysis } from '../../core/analysis.ts';
import { forces } from '../../core/content/obligation-rule.ts';
import type { Verification } from '../../core/content/verification.ts';
import type { Assessment, Obligation } from '../../core/obligations/assess.ts';
import { planQuarters, workLeft, type Plan } from '../../core/plan/plan.ts';
import type { Ranked, Ranking } from '../../core/ranking/rank.ts';

const verificationView = z.object({
  status: z.string(),
  checkedOn: z.string(),
  sources: z.array(z.string()),
  note: z.string().optional(),
});
const citationView = z.object({ document: z.string(), locator: z.string() });

export const obligationView = z.object({
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
});

export const assessmentView = z.object({
  on: z.string(),
  name: z.string(),
  class: z.string(),
  classReason: z.string(),
  classCite: citationView,
  size: z.string(),
  jurisdiction: z.array(z.string()),
  obligations: z.array(obligationView),
  questions: z.array(z.object({ fact: z.string(), decides: z.array(z.string()), decidesClass: z.boolean() })),
});
export type AssessmentView = z.infer<typeof assessmentView>;

const copyVerification = ({ status, checkedOn, sources, note }: Verification) => ({
  status,
  checkedOn,
  sources: [...sources],
  ...(note === undefined ? {} : { note }),
});
const copyCite = ({ document, locator }: Obligation['cite']) => ({ document, locator });

export const viewObligation = (obligation: Obligation): z.infer<typeof obligationView> => ({
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
});

export const viewAssessment = (name: string, assessment: Assessment, on: string): AssessmentView => ({
  on,
  name,
  class: assessment.class,
  classReason: assessment.classReason,
  classCite: copyCite(assessment.classCite),
  size: assessment.size.class,
  jurisdiction: [...assessment.jurisdiction],
  obligations: assessment.obligations.map(viewObligation),
  questions: assessment.questions.map(({ fact, decides, decidesClass }) => ({
    fact,
    decides: [...decides],
    decidesClass,
  })),
});

const spanView = z.tuple([z.number(), z.number()]);

export const rankedView = z.object({
  rank: z.number().int(),
  interval: spanView,
  isTied: z.boolean(),
  id: z.string(),
  title: z.string(),
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
  effort: z.number(),
  value: z.number(),
  valuedWith: z.string().nullable(),
  movedBefore: z.string().nullable(),
  needs: z.array(z.string()),
});

export const rankingView = z.object({
  on: z.string(),
  name: z.string(),
  minimumSet: z.object({
    tier: z.string(),
    isAssumed: z.boolean(),
    status: z.string(),
    because: z.string().nullable(),
  }),
  weights: z.object({ risk: z.number(), duty: z.number(), agreed: z.number() }),
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
});
export type RankingView = z.infer<typeof rankingView>;

export const viewRanked = (item: Ranked): z.infer<typeof rankedView> => ({
  rank: item.placed.rank,
  interval: [...item.interval],
  isTied: item.placed.isTied,
  id: item.safeguard.id,
  title: item.safeguard.title,
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
  weights: { ...ranking.method.weights },
  dayRateEur: ranking.dayRateEur,
  threatWeights: ranking.threatWeights.map(({ threat, weight, applied }) => ({
    threat: threat.id,
    weight,
    factors: applied.map((factor) => ({ ...factor })),
  })),
  items: ranking.items.map(viewRanked),
  done: ranking.done.map(({ safeguard }) => safeguard.id),
});

const shareView = z.object({
  id: z.string(),
  title: z.string(),
  personDays: z.number(),
  moneyEur: z.number(),
  begins: z.boolean(),
  ends: z.boolean(),
});

export const planView = z.object({
  on: z.string(),
  name: z.string(),
  capacity: z.object({ personDaysPerQuarter: z.number(), moneyEurPerQuarter: z.number() }),
  quarters: z
    .array(
      z.object({
        quarter: z.string(),
        usedDays: z.number(),
        freeDays: z.number(),
        usedEur: z.number(),
        freeEur: z.number(),
        shares: z.array(shareView),
      }),
    )
    .max(planQuarters),
  notPlanned: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      stoppedBy: z.enum(['days', 'money', 'needs']),
      waitsFor: z.string().nullable(),
      needsDays: z.number(),
      needsEur: z.number(),
      missingDays: z.number(),
      missingEur: z.number(),
    }),
  ),
});
export type PlanView = z.infer<typeof planView>;

export function viewPlan({ profile, ranking }: Analysis, plan: Plan, on: string): PlanView {
  const titles = new Map(ranking.items.map(({ safeguard }) => [safeguard.id, safeguard.title]));
  const title = (id: string): string => titles.get(id as never) ?? id;
  return {
    on,
    name: profile.name,
    capacity: { personDaysPerQuarter: plan.capacity.personDays, moneyEurPerQuarter: plan.capacity.moneyEur },
    quarters: plan.quarters.map(({ shares, ...quarter }) => ({
      ...quarter,
      shares: shares.map((share) => ({ ...share, title: title(share.id) })),
    })),
    notPlanned: plan.notPlanned.map(({ id, reason, ...amounts }) => ({
      id,
      title: title(id),
      stoppedBy: reason.kind,
      waitsFor: reason.kind === 'needs' ? reason.id : null,
      ...amounts,
    })),
  };
}

export const explainView = z.object({
  on: z.string(),
  name: z.string(),
  item: rankedView,
  because: z.array(z.object({ term: z.string(), value: z.number(), formula: z.string(), source: z.string() })),
  threats: z.array(
    z.object({
      threat: z.string(),
      title: z.string(),
      weight: z.number(),
      strength: z.number(),
      part: z.number(),
      because: z.string(),
    }),
  ),
  duties: z.array(
    z.object({
      obligation: z.string(),
      title: z.string(),
      force: z.string(),
      value: z.number(),
      isNamed: z.boolean(),
      cite: citationView,
    }),
  ),
  work: z.object({ days: z.number(), eur: z.number() }),
});
export type ExplainView = z.infer<typeof explainView>;

export const viewParts = (item: Ranked): Pick<ExplainView, 'item' | 'threats' | 'duties' | 'work'> => ({
  item: viewRanked(item),
  threats: item.risk.parts.map((part) => ({ ...part })),
  duties: item.duty.touches.map(({ obligation, value, isNamed }) => ({
    obligation: obligation.id,
    title: obligation.title,
    force: obligation.force,
    value,
    isNamed,
    cite: copyCite(obligation.cite),
  })),
  work: workLeft(item),
});
