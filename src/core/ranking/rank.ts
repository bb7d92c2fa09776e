import type { Content } from '../content/content.ts';
import type { SafeguardId, ThreatId } from '../content/ids.ts';
import type { RankingMethod, TierMethod } from '../content/method.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Assessment } from '../obligations/assess.ts';
import type { Profile, RatingEntry } from '../profile/profile.ts';
import { dutyOf, requirementTree, type DutyTerm } from './duty.ts';
import { effortOf, effortSize, effortValue, type EffortSize, type EffortTerm } from './effort.ts';
import { gapOf, type Gap } from './gap.ts';
import { order, type Candidate, type Placed } from './order.ts';
import { threatWeights, type ThreatWeight } from './threat-weights.ts';
import { isInSet, minimumSetOf, type MinimumSet } from './tier.ts';

/** One threat in the risk of a safeguard: weight × strength ÷ 3. */
export type RiskPart = {
  readonly threat: ThreatId;
  readonly title: string;
  readonly weight: number;
  readonly strength: number;
  readonly part: number;
  readonly because: string;
};

/** Priority of the topic, and whether a list in force gave it. */
export type AgreedTerm = { readonly value: number; readonly hasList: boolean };

/** One safeguard in the ranking, with every term that made its place. */
export type Ranked = {
  readonly safeguard: Safeguard;
  readonly entry: RatingEntry | undefined;
  readonly gap: Gap;
  readonly group: Candidate['group'];
  readonly inSet: boolean;
  readonly risk: { readonly value: number; readonly parts: readonly RiskPart[] };
  readonly duty: DutyTerm;
  readonly agreed: AgreedTerm;
  readonly benefit: number;
  readonly effort: EffortTerm;
  readonly placed: Placed;
  /** Lowest and highest rank over the variations of the method. */
  readonly interval: readonly [best: number, worst: number];
};

/** The list of what to do, and what it was made with. */
export type Ranking = {
  readonly items: readonly Ranked[];
  /** Fully done or not applicable: off the list. */
  readonly done: readonly { readonly safeguard: Safeguard; readonly duty: DutyTerm }[];
  readonly minimumSet: MinimumSet;
  readonly method: RankingMethod;
  readonly threatWeights: readonly ThreatWeight[];
  readonly dayRateEur: number;
  readonly size: EffortSize;
};

/** Scores of the topics in the list of guide topics in force; null while no body has adopted one. */
export type TopicScores = ReadonlyMap<string, number> | null;

/** What ranking needs. */
export type RankInput = {
  readonly profile: Profile;
  readonly assessment: Assessment;
  readonly content: Pick<Content, 'safeguards' | 'threats' | 'frameworks' | 'methods'>;
  readonly on: IsoDate;
  readonly topicScores?: TopicScores;
};

/**
 * Ranks every safeguard that has a gap.
 * @source ranking method: benefit = g × (0.60 risk + 0.25 duty + 0.15 agreed); value = benefit ÷ effort
 */
export function rank(input: RankInput): Ranking {
  const { profile, assessment, content } = input;
  const method = rankingMethod(content.methods);
  const minimumSet = minimumSetOf(profile.facts, assessment.size.class, tierMethod(content.methods));
  const weights = threatWeights(profile.facts, content.threats, method);
  const size = effortSize(profile.facts);
  const dayRateEur = profile.dayRateEur ?? method.dayRateEur;
  const tree = requirementTree(content.frameworks);
  const terms = content.safeguards.map((safeguard) => {
    const entry = profile.ratings.get(safeguard.id);
    const gap = gapOf(entry?.rating);
    return {
      safeguard,
      entry,
      gap,
      inSet: isInSet(safeguard, minimumSet.tier),
      risk: riskOf(safeguard, weights),
      duty: dutyOf(safeguard, assessment.obligations, tree, method, input.on),
      agreed: agreedOf(safeguard, input.topicScores ?? null, method),
      effort: effortOf(safeguard, gap.value, size, method, dayRateEur),
    };
  });
  const open = terms
    .filter(({ gap }) => gap.value > 0)
    .map((term) => ({ ...term, group: groupOf(term), benefit: benefitOf(term, method.weights) }));
  const places = new Map(
    order(open.map((term) => candidateOf(term, method.weights))).map((placed) => [placed.id, placed]),
  );
  const intervals = rankIntervals(open, method);
  const items = open
    .map((term) => ({
      ...term,
      placed: placeOf(places, term.safeguard.id),
      interval: intervals.get(term.safeguard.id) ?? [1, 1],
    }))
    .toSorted((left, right) => positionOf(places, left.safeguard.id) - positionOf(places, right.safeguard.id));
  return {
    items,
    done: terms.filter(({ gap }) => gap.value === 0).map(({ safeguard, duty }) => ({ safeguard, duty })),
    minimumSet,
    method,
    threatWeights: [...weights.values()],
    dayRateEur,
    size,
  };
}

const placeOf = (places: ReadonlyMap<SafeguardId, Placed>, id: SafeguardId): Placed => {
  const placed = places.get(id);
  if (placed === undefined) throw new Error(`Cannot place "${id}": the order lost it`);
  return placed;
};
const positionOf = (places: ReadonlyMap<SafeguardId, Placed>, id: SafeguardId): number =>
  [...places.keys()].indexOf(id);

type Term = Omit<Ranked, 'placed' | 'interval'>;
type Weights = RankingMethod['weights'];

/** @source ranking method, section "risk": Σ over threats of weight × strength ÷ 3 */
function riskOf(safeguard: Safeguard, weights: ReadonlyMap<ThreatId, ThreatWeight>): Ranked['risk'] {
  const parts = safeguard.threats.map(({ id, strength, because }) => {
    const found = weights.get(id);
    const weight = found?.weight ?? 0;
    return { threat: id, title: found?.threat.title ?? id, weight, strength, part: (weight * strength) / 3, because };
  });
  return { value: parts.reduce((sum, { part }) => sum + part, 0), parts };
}

function agreedOf(safeguard: Safeguard, scores: TopicScores, method: RankingMethod): AgreedTerm {
  const score = scores?.get(safeguard.topic);
  return { value: score ?? method.agreedWithoutList, hasList: score !== undefined };
}

const benefitOf = (term: Pick<Term, 'gap' | 'risk' | 'duty' | 'agreed'>, weights: Weights): number =>
  term.gap.value *
  (weights.risk * term.risk.value + weights.duty * term.duty.value + weights.agreed * term.agreed.value);

function groupOf({ duty, gap, inSet, entry }: Pick<Term, 'duty' | 'gap' | 'inSet' | 'entry'>): Candidate['group'] {
  if (duty.touches.some(({ obligation, isNamed }) => isNamed && obligation.force === 'binding_now')) return 0;
  if (!inSet) return 3;
  return gap.isUnknown || entry?.rating.kind !== 'largely' ? 1 : 2;
}

const candidateOf = (term: Term, weights: Weights, leftDays = term.effort.leftDays): Candidate => ({
  id: term.safeguard.id,
  group: term.group,
  benefit: benefitOf(term, weights),
  effort: effortValue(leftDays),
  needs: term.safeguard.needs,
});

/**
 * The ranks that each safeguard takes while one thing at a time varies: each weight down and up by the method's swing,
 * all efforts at their low and at their high figure, all unknown gaps closed.
 * @source ranking method, section "interval"
 */
function rankIntervals(
  terms: readonly Term[],
  method: RankingMethod,
): ReadonlyMap<SafeguardId, readonly [number, number]> {
  const { weights, weightSwing } = method;
  const swung = (['risk', 'duty', 'agreed'] as const).flatMap((name) =>
    [1 - weightSwing, 1 + weightSwing].map((factor) => ({ ...weights, [name]: weights[name] * factor })),
  );
  const variants = [
    terms.map((term) => candidateOf(term, weights)),
    ...swung.map((variant) => terms.map((term) => candidateOf(term, variant))),
    terms.map((term) => candidateOf(term, weights, term.effort.leftLow)),
    terms.map((term) => candidateOf(term, weights, term.effort.leftHigh)),
    terms.filter(({ gap }) => !gap.isUnknown).map((term) => candidateOf(term, weights)),
  ];
  const intervals = new Map<SafeguardId, readonly [number, number]>();
  for (const { id, rank: at } of variants.flatMap(order)) {
    const [best, worst] = intervals.get(id) ?? [at, at];
    intervals.set(id, [Math.min(best, at), Math.max(worst, at)]);
  }
  return intervals;
}

/** The ranking method in content. */
export function rankingMethod(methods: Content['methods']): RankingMethod {
  const found = methods.find((method) => method.kind === 'ranking');
  if (found === undefined) throw new Error('Cannot rank: content/methods holds no ranking method');
  return found;
}

/** The tier table in content. */
export function tierMethod(methods: Content['methods']): TierMethod {
  const found = methods.find((method) => method.kind === 'tiers');
  if (found === undefined) throw new Error('Cannot choose a tier: content/methods holds no tier table');
  return found;
}
