import type { RankingMethod } from '../content/method.ts';
import type { Threat } from '../content/reference.ts';
import type { ThreatId } from '../content/ids.ts';
import type { Facts } from '../profile/facts.ts';

/** A factor that the profile switched on. */
export type ThreatFactor = { readonly when: string; readonly factor: number; readonly because: string };

/** A threat with its weight for one organisation. */
export type ThreatWeight = {
  readonly threat: Threat;
  /** Share of all risk, after scaling; all weights of a profile sum to 1. */
  readonly weight: number;
  readonly applied: readonly ThreatFactor[];
};

/**
 * The weight of each threat for this organisation. Counted threats keep the proportions of their one source, scaled by
 * what the organisation runs; the others share the method's stated remainder. Weights sum to 1 and are never divided by
 * the maximum of the set.
 * @source ranking method, section "risk"; shares from the statistic that each threat cites
 */
export function threatWeights(
  facts: Facts,
  threats: readonly Threat[],
  method: RankingMethod,
): ReadonlyMap<ThreatId, ThreatWeight> {
  const counted = spread(facts, threats, 'counted', 1 - method.remainderShare);
  const rest = spread(facts, threats, 'remainder', method.remainderShare);
  return new Map([...counted, ...rest].map((entry) => [entry.threat.id, entry]));
}

function spread(
  facts: Facts,
  threats: readonly Threat[],
  kind: Threat['weight']['kind'],
  share: number,
): readonly ThreatWeight[] {
  const scaled = threats
    .filter((threat) => threat.weight.kind === kind)
    .map((threat) => {
      const applied = threat.scaledBy.filter(({ when }) => holds(facts, when));
      return { threat, applied, raw: applied.reduce((product, { factor }) => product * factor, baseOf(threat)) };
    });
  const total = scaled.reduce((sum, { raw }) => sum + raw, 0);
  return scaled.map(({ threat, applied, raw }) => ({
    threat,
    applied,
    weight: total === 0 ? 0 : (share * raw) / total,
  }));
}

const baseOf = ({ weight }: Threat): number => (weight.kind === 'counted' ? weight.sharePercent : weight.part);

/** A condition that is not known to hold changes nothing: the weight stays that of the source. */
function holds(facts: Facts, when: string): boolean {
  const [kind, name] = when.split(':');
  const known: readonly string[] = (kind === 'service' ? facts.services : facts.technology) ?? [];
  return name !== undefined && known.includes(name);
}
