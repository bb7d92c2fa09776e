import type { Content } from '../content/content.ts';
import type { ThreatId } from '../content/ids.ts';
import type { RankingMethod, TierMethod } from '../content/method.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Assessment } from '../obligations/assess.ts';
import type { Profile, RatingEntry } from '../profile/profile.ts';
import { concernsUs } from './concern.ts';
import { dutyOf, requirementTree, type DutyTerm } from './duty.ts';
import { effortOf, effortSize, type EffortSize, type EffortTerm } from './effort.ts';
import { gapOf, type Gap } from './gap.ts';
import type { Candidate, Placed } from './order.ts';
import { threatWeights, type ThreatWeight } from './threat-weights.ts';
import { isInSet, minimumSetOf, type MinimumSet } from './tier.ts';
import { weigh, type Weighable } from './weigh.ts';
import type { Weights } from './weights.ts';

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
  /** Of no concern here, because the profile names none of the services or technologies they are about. */
  readonly outside: readonly Safeguard[];
  readonly minimumSet: MinimumSet;
  readonly method: RankingMethod;
  /** Those of the method, unless the organisation has its own. */
  readonly weights: Weights;
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
  /** Left out, or null: those of the method. */
  readonly weights?: Weights | null | undefined;
};

/**
 * Ranks every safeguard that concerns the organisation and has a gap.
 * @source ranking method: benefit = g × (0.60 risk + 0.25 duty + 0.15 agreed); value = benefit ÷ effort
 */
export function rank(input: RankInput): Ranking {
  const { profile, assessment, content } = input;
  const method = rankingMethod(content.methods);
  const minimumSet = minimumSetOf(profile.facts, assessment.size.class, tierMethod(content.methods));
  const threats = threatWeights(profile.facts, content.threats, method);
  const size = effortSize(profile.facts);
  const dayRateEur = profile.dayRateEur ?? method.dayRateEur;
  const tree = requirementTree(content.frameworks);
  const concerned = content.safeguards.filter((safeguard) => concernsUs(safeguard, profile));
  const terms = concerned.map((safeguard) => {
    const entry = profile.ratings.get(safeguard.id);
    const gap = gapOf(entry?.rating);
    return {
      safeguard,
      entry,
      gap,
      inSet: isInSet(safeguard, minimumSet.tier),
      risk: riskOf(safeguard, threats),
      duty: dutyOf(safeguard, assessment.obligations, tree, method, input.on),
      agreed: agreedOf(safeguard, input.topicScores ?? null, method),
      effort: effortOf(safeguard, gap.value, size, method, dayRateEur),
    };
  });
  const weights = input.weights ?? method.weights;
  return {
    items: placed(
      terms.filter(({ gap }) => gap.value > 0),
      weights,
      method,
    ),
    done: terms.filter(({ gap }) => gap.value === 0).map(({ safeguard, duty }) => ({ safeguard, duty })),
    outside: content.safeguards.filter((safeguard) => !concerned.includes(safeguard)),
    minimumSet,
    method,
    weights,
    threatWeights: [...threats.values()],
    dayRateEur,
    size,
  };
}

type Term = Omit<Ranked, 'placed' | 'interval' | 'group' | 'benefit'>;

function placed(open: readonly Term[], weights: Weights, method: RankingMethod): readonly Ranked[] {
  const terms = new Map(open.map((term) => [term.safeguard.id, { ...term, group: groupOf(term) }]));
  const weighed = weigh([...terms.values()].map(weighableOf), weights, method.weightSwing);
  return [...weighed].flatMap(([id, places]) => {
    const term = terms.get(id);
    return term === undefined ? [] : [{ ...term, ...places }];
  });
}

const better = ['partially', 'largely'] as const;

/** The ranks that an item would have with each better rating that still leaves a gap. */
export function ranksAfterRating(
  input: RankInput,
  { safeguard: { id }, entry }: Pick<Ranked, 'safeguard' | 'entry'>,
): readonly { readonly rating: (typeof better)[number]; readonly rank: number }[] {
  const { profile } = input;
  const now = better.findIndex((rating) => rating === entry?.rating.kind);
  const later = entry?.rating.kind === 'fully' ? [] : better.slice(now + 1);
  return later.flatMap((rating) => {
    const ratings = new Map([...profile.ratings, [id, { evidence: [], ...entry, rating: { kind: rating } }]]);
    const item = rank({ ...input, profile: { ...profile, ratings } }).items.find(
      ({ safeguard }) => safeguard.id === id,
    );
    return item === undefined ? [] : [{ rating, rank: item.placed.rank }];
  });
}

/** The part of a safeguard's terms that weighing reads. */
export const weighableOf = (item: Term & Pick<Ranked, 'group'>): Weighable => ({
  id: item.safeguard.id,
  group: item.group,
  gap: item.gap.value,
  gapIsUnknown: item.gap.isUnknown,
  risk: item.risk.value,
  duty: item.duty.value,
  agreed: item.agreed.value,
  leftDays: item.effort.leftDays,
  leftLow: item.effort.leftLow,
  leftHigh: item.effort.leftHigh,
  needs: item.safeguard.needs,
});

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

function groupOf({ duty, gap, inSet, entry }: Pick<Term, 'duty' | 'gap' | 'inSet' | 'entry'>): Candidate['group'] {
  if (duty.touches.some(({ obligation, isNamed }) => isNamed && obligation.force === 'binding_now')) return 0;
  if (!inSet) return 3;
  return gap.isUnknown || entry?.rating.kind !== 'largely' ? 1 : 2;
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
