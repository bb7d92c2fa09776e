import type { SafeguardId } from '../content/ids.ts';
import type { Quarter } from './quarters.ts';

/**
 * A place in the plan that people chose. `quarter`: the work begins in that quarter, not before, and takes that quarter's
 * people and money ahead of all that nobody moved. `aside`: not in this plan, for a reason.
 */
export type Pin =
  | { readonly id: SafeguardId; readonly kind: 'quarter'; readonly quarter: Quarter }
  | { readonly id: SafeguardId; readonly kind: 'aside'; readonly reason: string };

/** A move to a quarter. */
export type QuarterPin = Extract<Pin, { kind: 'quarter' }>;

/** Why a chosen place cannot be kept. */
export type PinRefusal =
  /** Nothing is left to do, or no such safeguard is ranked. */
  | { readonly kind: 'not_open' }
  /** The plan has no such quarter. */
  | { readonly kind: 'outside'; readonly first: Quarter; readonly last: Quarter }
  /** It needs another, which ends later, or never: null. */
  | { readonly kind: 'needs'; readonly id: SafeguardId; readonly endsIn: Quarter | null }
  /** What was moved there before takes all that the quarter has. */
  | { readonly kind: 'full'; readonly quarter: Quarter }
  /** From that quarter to the end of the plan there is too little left. */
  | {
      readonly kind: 'too_large';
      readonly limit: 'days' | 'money';
      readonly missingDays: number;
      readonly missingEur: number;
    }
  /** Another that was moved before could then no longer stay where it is. */
  | { readonly kind: 'breaks'; readonly id: SafeguardId; readonly quarter: Quarter };

/** A chosen place that the plan cannot keep, with the reason. It is planned as if nobody had moved it. */
export type RefusedPin = { readonly pin: QuarterPin; readonly reason: PinRefusal };
