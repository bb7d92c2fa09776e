import type { Truth } from './kleene.ts';

/** A number of which perhaps only bounds are known. */
export type Interval = { readonly low: number; readonly high: number };

/** Nothing is known, except that a figure of accounts is not negative. */
export const anything: Interval = { low: 0, high: Infinity };
export const nothing: Interval = { low: 0, high: 0 };

/** A known number, or anything. */
export const exactly = (value: number | undefined): Interval =>
  value === undefined ? anything : { low: value, high: value };

/** The sum of both. */
export const plus = (left: Interval, right: Interval): Interval => ({
  low: left.low + right.low,
  high: left.high + right.high,
});

/** A share of a figure; no share of an unknown figure is still nothing. */
export const times = (factor: Interval, figure: Interval): Interval => ({
  low: product(factor.low, figure.low),
  high: product(factor.high, figure.high),
});

const product = (factor: number, figure: number): number => (factor === 0 || figure === 0 ? 0 : factor * figure);

/** The smallest interval that holds both. */
export const hull = (left: Interval, right: Interval): Interval => ({
  low: Math.min(left.low, right.low),
  high: Math.max(left.high, right.high),
});

/** Whether the number is at least the limit. */
export function reaches({ low, high }: Interval, limit: number): Truth {
  if (low >= limit) return true;
  return high < limit ? false : 'unknown';
}

/** Whether the number is above the limit; equal is not above. */
export function isAbove({ low, high }: Interval, limit: number): Truth {
  if (low > limit) return true;
  return high <= limit ? false : 'unknown';
}
