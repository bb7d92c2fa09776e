/** Ranking: what to do first and why, explainable by hand. Pure; every number keeps the terms it was made of. */
import type { Rating } from '../profile/profile.ts';

/** Rating as a share of full implementation. */
const shares = { not_implemented: 0, partially: 1 / 3, largely: 2 / 3, fully: 1 } as const;

/** How much of a safeguard is missing, 0 to 1. Unknown counts as all of it and says so; not applicable has no gap. */
export type Gap = { readonly value: number; readonly isUnknown: boolean };

/** @source ISO/IEC 33020 rating scale N-P-L-F; values 0, ⅓, ⅔, 1 are the method's own */
export function gapOf(rating: Rating | undefined): Gap {
  if (rating === undefined) return { value: 1, isUnknown: true };
  return { value: rating.kind === 'not_applicable' ? 0 : 1 - shares[rating.kind], isUnknown: false };
}
