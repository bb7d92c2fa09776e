/**
 * Obligations: which law applies to an organisation, with which force, on a day. Rules are content; this folder knows
 * only the predicates and the logic. It must not know screens, documents or today's date.
 */

/** Three values: what is not known is not "no". */
export type Truth = boolean | 'unknown';

/** The least of the values, with no < unknown < yes. */
export function and(...values: readonly Truth[]): Truth {
  if (values.includes(false)) return false;
  return values.includes('unknown') ? 'unknown' : true;
}

/** The greatest of the values. */
export function or(...values: readonly Truth[]): Truth {
  if (values.includes(true)) return true;
  return values.includes('unknown') ? 'unknown' : false;
}

/** Swaps yes and no; unknown stays. */
export const not = (value: Truth): Truth => (value === 'unknown' ? value : !value);

/** What at least two of three say. */
export const majority = (first: Truth, second: Truth, third: Truth): Truth =>
  or(and(first, second), and(first, third), and(second, third));
