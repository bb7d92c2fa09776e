/**
 * First steps: twelve answers that give a first guide. Screens only; what is stored belongs to the profile.
 */
import type { FactName } from '../../../core/profile/facts.ts';

type AmountStep = {
  readonly name: string;
  readonly asks: 'amount';
  readonly fact: FactName;
  readonly unit: 'people' | 'millions';
};
type RatingStep = { readonly name: string; readonly asks: 'rating'; readonly safeguard: string };
type PlainStep = { readonly name: string; readonly asks: 'country' | 'kind' | 'group' | 'services' };

/** In the order in which they are asked. Seven are facts, five are ratings of safeguards. */
export const steps = [
  { name: 'country', asks: 'country' },
  { name: 'kind', asks: 'kind' },
  { name: 'staff', asks: 'amount', fact: 'staff_fte', unit: 'people' },
  { name: 'turnover', asks: 'amount', fact: 'turnover_eur', unit: 'millions' },
  { name: 'balance', asks: 'amount', fact: 'balance_sheet_eur', unit: 'millions' },
  { name: 'group', asks: 'group' },
  { name: 'services', asks: 'services' },
  { name: 'backup', asks: 'rating', safeguard: 'S-071' },
  { name: 'access', asks: 'rating', safeguard: 'S-041' },
  { name: 'inventory', asks: 'rating', safeguard: 'S-015' },
  { name: 'incidents', asks: 'rating', safeguard: 'S-061' },
  { name: 'board', asks: 'rating', safeguard: 'S-001' },
] as const satisfies readonly (AmountStep | RatingStep | PlainStep)[];

export type Step = (typeof steps)[number];
export type StepName = Step['name'];

/** By the number in the address, which the route has checked. */
export function stepAt(number: number): Step {
  const step = steps[number - 1];
  if (step === undefined) throw new Error(`Cannot ask question ${number}: there are ${steps.length}`);
  return step;
}

export const numberOf = (step: Step): number => steps.indexOf(step) + 1;
