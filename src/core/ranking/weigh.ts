import type { SafeguardId } from '../content/ids.ts';
import { effortValue } from './effort.ts';
import { order, type Candidate, type Placed } from './order.ts';
import { weightNames, type WeightName, type Weights } from './weights.ts';

/** What weighing needs of a safeguard with a gap: its terms, which no weight changes. */
export type Weighable = {
  readonly id: SafeguardId;
  readonly group: Candidate['group'];
  readonly gap: number;
  readonly gapIsUnknown: boolean;
  readonly risk: number;
  readonly duty: number;
  readonly agreed: number;
  readonly leftDays: number;
  readonly leftLow: number;
  readonly leftHigh: number;
  readonly needs: readonly SafeguardId[];
};

/** What weights make of a safeguard. */
export type Weighed = {
  readonly benefit: number;
  readonly placed: Placed;
  /** Lowest and highest rank over the variations of the method. */
  readonly interval: readonly [best: number, worst: number];
};

/** One thing that varies while all else stays: a weight by a factor, all efforts, or all unknown gaps closed. */
export type Variation =
  | { readonly kind: 'weight'; readonly name: WeightName; readonly factor: number }
  | { readonly kind: 'effort_low' }
  | { readonly kind: 'effort_high' }
  | { readonly kind: 'unknown_closed' };

/** A variation and the rank that a safeguard takes under it. */
export type Move = { readonly variation: Variation; readonly rank: number };

/**
 * How much a safeguard gives.
 * @source ranking method, section "benefit": g × (0.60 risk + 0.25 duty + 0.15 agreed), or the weights of the organisation
 */
export const benefitOf = ({ gap, risk, duty, agreed }: Weighable, weights: Weights): number =>
  gap * (weights.risk * risk + weights.duty * duty + weights.agreed * agreed);

/** Places every safeguard, first rank first. Pure and quick enough to follow a hand on a slider. */
export function weigh(
  terms: readonly Weighable[],
  weights: Weights,
  weightSwing: number,
): ReadonlyMap<SafeguardId, Weighed> {
  const intervals = rankIntervals(terms, weights, weightSwing);
  const byId = new Map(terms.map((term) => [term.id, term]));
  return new Map(
    placesUnder(terms, weights).map((placed) => {
      const term = byId.get(placed.id);
      if (term === undefined) throw new Error(`Cannot weigh "${placed.id}": the order invented it`);
      const interval = intervals.get(placed.id) ?? [placed.rank, placed.rank];
      return [placed.id, { benefit: benefitOf(term, weights), placed, interval }];
    }),
  );
}

/** The rank of one safeguard under each variation; it has none where its own unknown gap is closed. */
export const movesOf = (
  id: SafeguardId,
  terms: readonly Weighable[],
  weights: Weights,
  weightSwing: number,
): readonly Move[] =>
  variationsOf(weightSwing).flatMap((variation) => {
    const placed = placesUnder(terms, weights, variation).find((place) => place.id === id);
    return placed === undefined ? [] : [{ variation, rank: placed.rank }];
  });

/**
 * The ranks that each safeguard takes while one thing at a time varies: each weight down and up by the method's swing,
 * all efforts at their low and at their high figure, all unknown gaps closed.
 * @source ranking method, section "interval"
 */
function rankIntervals(
  terms: readonly Weighable[],
  weights: Weights,
  weightSwing: number,
): ReadonlyMap<SafeguardId, readonly [number, number]> {
  const intervals = new Map<SafeguardId, readonly [number, number]>();
  const places = [undefined, ...variationsOf(weightSwing)].flatMap((variation) =>
    placesUnder(terms, weights, variation),
  );
  for (const { id, rank: at } of places) {
    const [best, worst] = intervals.get(id) ?? [at, at];
    intervals.set(id, [Math.min(best, at), Math.max(worst, at)]);
  }
  return intervals;
}

const variationsOf = (swing: number): readonly Variation[] => [
  ...weightNames.flatMap((name) =>
    [1 - swing, 1 + swing].map((factor): Variation => ({ kind: 'weight', name, factor })),
  ),
  { kind: 'effort_low' },
  { kind: 'effort_high' },
  { kind: 'unknown_closed' },
];

function placesUnder(terms: readonly Weighable[], weights: Weights, variation?: Variation): readonly Placed[] {
  switch (variation?.kind) {
    case undefined:
      return order(terms.map((term) => candidateOf(term, weights)));
    case 'weight': {
      const { name, factor } = variation;
      const swung = { ...weights, [name]: weights[name] * factor };
      return order(terms.map((term) => candidateOf(term, swung)));
    }
    case 'effort_low':
      return order(terms.map((term) => candidateOf(term, weights, term.leftLow)));
    case 'effort_high':
      return order(terms.map((term) => candidateOf(term, weights, term.leftHigh)));
    case 'unknown_closed':
      return order(terms.filter((term) => !term.gapIsUnknown).map((term) => candidateOf(term, weights)));
  }
}

const candidateOf = (term: Weighable, weights: Weights, leftDays = term.leftDays): Candidate => ({
  id: term.id,
  group: term.group,
  benefit: benefitOf(term, weights),
  effort: effortValue(leftDays),
  needs: term.needs,
});
