import { closest, distance } from 'fastest-levenshtein';

/** The entry of a list that is most like a word; null where all of them are other words. */
export function nearestWithin(word: string, list: readonly string[]): string | null {
  if (list.length === 0) return null;
  const near = closest(word, [...list]);
  return distance(word, near) <= Math.max(1, Math.floor(word.length / 2)) ? near : null;
}
