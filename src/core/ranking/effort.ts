import type { RankingMethod } from '../content/method.ts';
import type { Safeguard, SizeClass, Span } from '../content/safeguard.ts';
import { sizeClasses } from '../content/safeguard.ts';
import type { Facts } from '../profile/facts.ts';

/** The column of the effort table that fits the organisation's own people; several while their number is unknown. */
export type EffortSize = { readonly size: SizeClass; readonly isAssumed: boolean };

/** Own staff, not the group's: the work is done in this organisation. */
export function effortSize(facts: Facts): EffortSize {
  const staff = facts.staff_fte;
  if (staff === undefined) return { size: 'medium', isAssumed: true };
  return { size: staff < 10 ? 'micro' : staff < 50 ? 'small' : staff < 250 ? 'medium' : 'large', isAssumed: false };
}

/** What a safeguard takes in the first year, and what is left of it. */
export type EffortTerm = {
  readonly days: Span;
  readonly costEur: Span;
  /** What is left to do, in person-days with money turned into days, at least the method's floor. */
  readonly leftDays: number;
  readonly leftLow: number;
  readonly leftHigh: number;
  readonly value: number;
  readonly isAssumed: boolean;
};

/** Unknown size: low figure of the smallest, high figure of the largest, middle of the assumed one. */
function spanFor(
  table: Readonly<Record<SizeClass, Span>>,
  { size, isAssumed }: EffortSize,
): { middle: number; span: Span } {
  const [low, high] = table[size];
  if (!isAssumed) return { middle: (low + high) / 2, span: [low, high] };
  return { middle: (low + high) / 2, span: [table[sizeClasses[0]][0], table.large[1]] };
}

/**
 * Effort counts in powers of ten, so that 10 and 12 days are alike and 10 and 100 are not.
 * @source ranking method, sections "left" and "effort": log10(1 + left), left at least 5 days
 */
export function effortOf(
  safeguard: Safeguard,
  gap: number,
  size: EffortSize,
  method: RankingMethod,
  dayRateEur: number,
): EffortTerm {
  const days = spanFor(safeguard.effortDays, size);
  const cost = spanFor(safeguard.costEur, size);
  const left = (personDays: number, eur: number) => Math.max(method.leastDays, gap * (personDays + eur / dayRateEur));
  const leftDays = left(days.middle, cost.middle);
  return {
    days: days.span,
    costEur: cost.span,
    leftDays,
    leftLow: left(days.span[0], cost.span[0]),
    leftHigh: left(days.span[1], cost.span[1]),
    value: effortValue(leftDays),
    isAssumed: size.isAssumed,
  };
}

/**
 * Person-days in powers of ten.
 * @source ranking method, section "effort"
 */
export const effortValue = (leftDays: number): number => Math.log10(1 + leftDays);
