import { z } from 'zod';
import type { Analysis } from '../../core/analysis.ts';
import type { PinRefusal } from '../../core/plan/pins.ts';
import { planQuarters, type Plan } from '../../core/plan/plan.ts';
import { titleLanguage } from './views.ts';

const item = { id: z.string(), title: z.string(), language: titleLanguage, inMinimumSet: z.boolean() };

const shareView = z.object({
  ...item,
  personDays: z.number(),
  moneyEur: z.number(),
  begins: z.boolean(),
  ends: z.boolean(),
  /** Where it was moved to by people; null where its place is computed. */
  movedTo: z.string().nullable(),
  /** What it needs that is still open. */
  needs: z.array(z.string()),
});

const refusalView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not_open') }),
  z.object({ kind: z.literal('outside'), first: z.string(), last: z.string() }),
  z.object({ kind: z.literal('needs'), id: z.string(), endsIn: z.string().nullable() }),
  z.object({ kind: z.literal('full'), quarter: z.string() }),
  z.object({
    kind: z.literal('too_large'),
    limit: z.enum(['days', 'money']),
    missingDays: z.number(),
    missingEur: z.number(),
  }),
  z.object({ kind: z.literal('breaks'), id: z.string(), quarter: z.string() }),
]);

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
      ...item,
      stoppedBy: z.enum(['days', 'money', 'needs']),
      waitsFor: z.string().nullable(),
      needsDays: z.number(),
      needsEur: z.number(),
      missingDays: z.number(),
      missingEur: z.number(),
    }),
  ),
  /** What people left out. */
  setAside: z.array(z.object({ ...item, reason: z.string() })),
  /** Moves that can no longer be kept; these are planned as if nobody had moved them. */
  refusedMoves: z.array(z.object({ ...item, quarter: z.string(), refusal: refusalView })),
});
export type PlanView = z.infer<typeof planView>;

export function viewPlan({ profile, ranking }: Analysis, plan: Plan, on: string): PlanView {
  const ranked = new Map(ranking.items.map((entry) => [entry.safeguard.id as string, entry]));
  const named = (id: string) => ({
    id,
    title: ranked.get(id)?.safeguard.title ?? id,
    language: ranked.get(id)?.safeguard.language,
    inMinimumSet: ranked.get(id)?.inSet ?? false,
  });
  return {
    on,
    name: profile.name,
    capacity: { personDaysPerQuarter: plan.capacity.personDays, moneyEurPerQuarter: plan.capacity.moneyEur },
    quarters: plan.quarters.map(({ shares, ...quarter }) => ({
      ...quarter,
      shares: shares.map((share) => ({
        ...share,
        ...named(share.id),
        movedTo: plan.moved.get(share.id) ?? null,
        needs: (ranked.get(share.id)?.safeguard.needs ?? []).filter((need) => ranked.has(need)),
      })),
    })),
    notPlanned: plan.notPlanned.map(({ id, reason, ...amounts }) => ({
      ...named(id),
      stoppedBy: reason.kind,
      waitsFor: reason.kind === 'needs' ? reason.id : null,
      ...amounts,
    })),
    setAside: plan.setAside.map(({ id, reason }) => ({ ...named(id), reason })),
    refusedMoves: plan.refused.map(({ pin, reason }) => ({
      ...named(pin.id),
      quarter: pin.quarter,
      refusal: { ...reason } satisfies PinRefusal,
    })),
  };
}
