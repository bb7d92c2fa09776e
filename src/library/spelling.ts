import { closest, distance } from 'fastest-levenshtein';
import { fold } from '../core/library-search/fold.ts';
import type { SearchIndex } from '../core/library-search/search-index.ts';
import type { Lookup } from '../core/library-item/lookup.ts';

/** So many letters may be wrong in a word: a slip, not another word. */
const mostSlips = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** A question with each word that the library lacks replaced by the nearest that it has; null where none is near. */
export function respelt(question: string, unmet: readonly string[], index: SearchIndex): string | null {
  let better = question;
  for (const typed of unmet) {
    const nearest = nearestWord(fold(typed), index);
    if (nearest === null) return null;
    better = better.replace(typed, nearest);
  }
  return better === question ? null : better;
}

/** The nearest word of the library, as texts write it; among equally near ones that which most items hold. */
function nearestWord(typed: string, { words, postings, shown }: SearchIndex): string | null {
  let best = { at: -1, slips: mostSlips(typed) + 1, holders: 0 };
  for (const [at, word] of words.entries()) {
    if (Math.abs(word.length - typed.length) > mostSlips(typed) || /\d/u.test(word)) continue;
    const slips = distance(typed, word);
    const holders = postings[at]?.entries.length ?? 0;
    if (slips < best.slips || (slips === best.slips && holders > best.holders)) best = { at, slips, holders };
  }
  return best.at < 0 || best.slips > mostSlips(typed) ? null : (shown[best.at] ?? null);
}

/** The name of an item that is most like one that nothing has. */
export const nearestName = (name: string, { links, shortNames }: Lookup): string => {
  const near = closest(name.toLowerCase(), [...shortNames.keys()]);
  return links.get(shortNames.get(near) ?? '')?.ref ?? near;
};

/** The allowed value that is most like another. */
export const nearestOf = (value: string, allowed: readonly string[]): string => closest(value, [...allowed]);
