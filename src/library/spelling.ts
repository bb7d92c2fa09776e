import { closest, distance } from 'fastest-levenshtein';
import { fold } from '../core/library-search/fold.ts';
import type { SearchIndex } from '../core/library-search/search-index.ts';
import type { Lookup } from '../core/library-item/lookup.ts';

/** So many letters may be wrong in a word: a slip, not another word. */
export const mostSlips = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** A question with words spelt as texts have them, and which word was taken for which. */
export type Respelt = { readonly words: string; readonly taken: ReadonlyMap<string, string> };

/**
 * A question with each word that nothing has replaced by the nearest that the library has, or that stands among others
 * besides; null where none is near to any of them.
 */
export function respelt(
  question: string,
  unmet: readonly string[],
  index: SearchIndex,
  besides: ReadonlyMap<string, readonly string[]> = new Map(),
): Respelt | null {
  const taken = new Map<string, string>();
  let words = question;
  for (const typed of unmet) {
    const nearest = nearestWord(fold(typed), index, besides.get(typed) ?? []);
    if (nearest === null) continue;
    words = words.replace(typed, nearest);
    taken.set(typed, nearest);
  }
  return taken.size === 0 ? null : { words, taken };
}

/** The nearest word, as texts write it; among equally near ones that which most items hold, and ours before others. */
function nearestWord(
  typed: string,
  { words, postings, shown }: SearchIndex,
  besides: readonly string[],
): string | null {
  const most = mostSlips(typed);
  let best = { word: null as string | null, slips: most + 1, holders: 0 };
  const weigh = (word: string, holders: number, written: string): void => {
    if (Math.abs(word.length - typed.length) > most || /\d/u.test(word)) return;
    const slips = distance(typed, word);
    if (slips < best.slips || (slips === best.slips && holders > best.holders))
      best = { word: written, slips, holders };
  };
  for (const [at, word] of words.entries()) weigh(word, postings[at]?.entries.length ?? 0, shown[at] ?? word);
  for (const word of besides) weigh(word, 0, word);
  return best.word;
}

/** The name of an item that is most like one that nothing has. */
export const nearestName = (name: string, { links, shortNames }: Lookup): string => {
  const near = closest(name.toLowerCase(), [...shortNames.keys()]);
  return links.get(shortNames.get(near) ?? '')?.ref ?? near;
};

/** The allowed value that is most like another. */
export const nearestOf = (value: string, allowed: readonly string[]): string => closest(value, [...allowed]);
