import type { RankingMethod } from '../content/method.ts';

/** How much risk, legal duty and agreed priority count. They sum to 1. */
export type Weights = RankingMethod['weights'];
export type WeightName = keyof Weights;
/** In the order of the formula. */
export const weightNames = ['risk', 'duty', 'agreed'] as const satisfies readonly WeightName[];

/** What is wrong with weights; `sum` says to what they sum. */
export type WeightProblem =
  | { readonly kind: 'negative'; readonly name: WeightName }
  | { readonly kind: 'sum'; readonly sum: number };

/** Thirds written with three decimals still pass. */
const tolerance = 0.002;

const sumOf = (weights: Weights): number => weights.risk + weights.duty + weights.agreed;

/**
 * Why weights cannot be used; null where they can.
 * @source ranking method, section "benefit": weights are shares of one whole, none below zero
 */
export function weightProblem(weights: Weights): WeightProblem | null {
  const negative = weightNames.find((name) => !(weights[name] >= 0));
  if (negative !== undefined) return { kind: 'negative', name: negative };
  const sum = sumOf(weights);
  return Math.abs(sum - 1) > tolerance ? { kind: 'sum', sum } : null;
}

/** Whether two sets of weights are the same to the third decimal, as far as anybody is shown them. */
export const sameWeights = (left: Weights, right: Weights): boolean =>
  weightNames.every((name) => Math.abs(left[name] - right[name]) < 0.0005);

/**
 * Sets one weight and shares what remains among the other two as they stood, so that the sum stays 1. All are whole
 * hundredths, because that is how people set them.
 */
export function withWeight(weights: Weights, name: WeightName, value: number): Weights {
  const hundredths = Math.round(Math.min(1, Math.max(0, value)) * 100);
  const others = weightNames.filter((other) => other !== name);
  const [first = name, second = name] = others;
  const stood = weights[first] + weights[second];
  const share = stood === 0 ? 0.5 : weights[first] / stood;
  const firstHundredths = Math.round((100 - hundredths) * share);
  return {
    ...weights,
    [name]: hundredths / 100,
    [first]: firstHundredths / 100,
    [second]: (100 - hundredths - firstHundredths) / 100,
  };
}
