import type { Entry } from './entry.ts';
import { nameOf, wordsOf } from './fold.ts';

/** Where a word stands: entries, and how much it says about each. */
export type Posting = { readonly entries: readonly number[]; readonly weights: readonly number[] };

/** Entries and the words in them, in order of letters so that beginnings are found by halving. */
export type SearchIndex = {
  readonly entries: readonly Entry[];
  /** What each entry is called, without spaces and signs. */
  readonly names: readonly (readonly string[])[];
  readonly words: readonly string[];
  readonly postings: readonly Posting[];
  /** Each word as it stands in a text, with its accents. */
  readonly shown: readonly string[];
  /** Words that say nothing by themselves, such as "the": a question does not insist on them. */
  readonly smallWords: ReadonlySet<string>;
};

/** Short title and id weigh most. */
const weights = { code: 10, title: 8 } as const;
/** From so many words on a text says less by each. */
const shortText = 64;
const mostCounted = 4;

type Growing = { readonly entries: number[]; readonly weights: number[]; readonly shown: string };

/** Makes the index: once for content that does not change. */
export function indexOf(entries: readonly Entry[], smallWords: ReadonlySet<string>): SearchIndex {
  const growing = new Map<string, Growing>();
  for (const [at, entry] of entries.entries())
    for (const [word, { weight, shown }] of wordsIn(entry)) {
      const known = growing.get(word) ?? { entries: [], weights: [], shown };
      known.entries.push(at);
      known.weights.push(weight);
      growing.set(word, known);
    }
  const words = [...growing.keys()].toSorted(byCode);
  const postings = words.map((word) => growing.get(word) ?? { entries: [], weights: [], shown: word });
  const names = entries.map(({ code = '', title, ref }) => [title, code, ref].map(nameOf));
  return { entries, names, words, postings, shown: postings.map(({ shown }) => shown), smallWords };
}

/** By code units, as halving compares. */
const byCode = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

type Weighed = { readonly weight: number; readonly shown: string };

/** Every word of an entry with its weight: fields add up, repetition counts less each time, long texts say less by word. */
function wordsIn({ code, title, ref, fields }: Entry): ReadonlyMap<string, Weighed> {
  const found = new Map<string, Weighed>();
  const texts = [
    { weight: weights.code, text: `${code ?? ''} ${ref}` },
    { weight: weights.title, text: title },
    ...fields,
  ];
  for (const { weight, text } of texts) {
    const words = wordsOf(text);
    const counts = new Map<string, number>();
    for (const { folded } of words) counts.set(folded, (counts.get(folded) ?? 0) + 1);
    const share = weight / (1 + Math.log2(1 + words.length / shortText));
    for (const { folded, start, end } of words) {
      const count = counts.get(folded);
      if (count === undefined) continue;
      counts.delete(folded);
      const before = found.get(folded);
      found.set(folded, {
        weight: (before?.weight ?? 0) + share * Math.sqrt(Math.min(count, mostCounted)),
        shown: before?.shown ?? text.slice(start, end).toLowerCase(),
      });
    }
  }
  return found;
}

/** The place of the first word that does not stand before `beginning`. */
export function firstFrom({ words }: Pick<SearchIndex, 'words'>, beginning: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}
