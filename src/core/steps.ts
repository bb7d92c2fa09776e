/** The six steps of the main job, and what waits for people in each. It counts; what to do first is ranking's. */
import type { Analysis } from './analysis.ts';

/** What goes in feeds what comes out, in this order. */
export const stepIds = ['profile', 'obligations', 'assessment', 'ranking', 'plan', 'guides'] as const;
export type StepId = (typeof stepIds)[number];

/** `begin`: its first answer is missing. `open`: something waits. `current`: its output is as complete as it gets. */
export type Step = { readonly id: StepId } & (
  | { readonly state: 'begin' | 'current' }
  | { readonly state: 'open'; readonly open: number }
);

/** Where each step stands; without a profile none has begun. */
export function stepsOf(analysis: Analysis | null): readonly Step[] {
  if (analysis === null) return stepIds.map((id) => ({ id, state: 'begin' }));
  const { assessment, ranking, plan } = analysis;
  const open: Readonly<Record<StepId, number>> = {
    profile: assessment.questions.length,
    obligations: assessment.obligations.filter(({ force }) => force === 'needs_answer').length,
    assessment: ranking.items.filter(({ inSet, gap }) => inSet && gap.isUnknown).length,
    ranking: 0,
    plan: 0,
    guides: 0,
  };
  return stepIds.map((id) => {
    // Nobody has said how many people and how much money there are.
    if (id === 'plan' && plan === null) return { id, state: 'begin' };
    return open[id] === 0 ? { id, state: 'current' } : { id, state: 'open', open: open[id] };
  });
}
