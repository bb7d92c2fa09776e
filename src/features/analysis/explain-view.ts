import { z } from 'zod';
import type { Content } from '../../core/content/content.ts';
import type { ThreatId } from '../../core/content/ids.ts';
import type { Obligation } from '../../core/obligations/assess.ts';
import { workLeft } from '../../core/plan/plan.ts';
import type { Ranked } from '../../core/ranking/rank.ts';
import type { Move } from '../../core/ranking/weigh.ts';
import { weightNames } from '../../core/ranking/weights.ts';
import {
  citationView,
  copyCite,
  copyVerification,
  rankedView,
  verificationView,
  viewRanked,
  weightsView,
} from './views.ts';

const variationView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weight'), name: z.enum(weightNames), factor: z.number() }),
  z.object({ kind: z.enum(['effort_low', 'effort_high', 'unknown_closed']) }),
]);

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
      /** The figure that its share comes from; null where the method's remainder gives it. */
      statistic: z.string().nullable(),
      verification: verificationView,
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
      verification: verificationView,
    }),
  ),
  weights: weightsView,
  methodWeights: weightsView,
  /** The day of the rating, where it was given. */
  ratedOn: z.string().nullable(),
  /** How well the effort was checked. */
  effortVerification: verificationView,
  dayRateEur: z.number(),
  work: z.object({ days: z.number(), eur: z.number() }),
  /** The rank that it takes while one thing varies. */
  moves: z.array(z.object({ variation: variationView, rank: z.number().int() })),
  /** The rank that it would have with a better rating, while a gap is left. */
  afterRating: z.array(z.object({ rating: z.string(), rank: z.number().int() })),
});
export type ExplainView = z.infer<typeof explainView>;

/** The parts of an explanation that repeat terms of the ranking. */
export const viewParts = (
  item: Ranked,
  content: Pick<Content, 'threats'>,
): Pick<ExplainView, 'item' | 'threats' | 'duties' | 'work' | 'ratedOn' | 'effortVerification'> => ({
  item: viewRanked(item),
  threats: item.risk.parts.map((part) => ({ ...part, ...threatSource(part.threat, content) })),
  duties: item.duty.touches.map(viewDuty),
  ratedOn: item.entry?.ratedOn ?? null,
  effortVerification: copyVerification(item.safeguard.verification),
  work: workLeft(item),
});

export const viewMove = ({ variation, rank }: Move): ExplainView['moves'][number] => ({
  variation: { ...variation },
  rank,
});

function threatSource(
  id: ThreatId,
  { threats }: Pick<Content, 'threats'>,
): Pick<ExplainView['threats'][number], 'statistic' | 'verification'> {
  const threat = threats.find((candidate) => candidate.id === id);
  if (threat === undefined) throw new Error(`Cannot explain "${id}": content has no such threat`);
  return {
    statistic: threat.weight.kind === 'counted' ? threat.weight.statistic : null,
    verification: copyVerification(threat.verification),
  };
}

const viewDuty = ({
  obligation,
  value,
  isNamed,
}: {
  readonly obligation: Obligation;
  readonly value: number;
  readonly isNamed: boolean;
}): ExplainView['duties'][number] => ({
  obligation: obligation.id,
  title: obligation.title,
  force: obligation.force,
  value,
  isNamed,
  cite: copyCite(obligation.cite),
  verification: copyVerification(obligation.verification),
});
