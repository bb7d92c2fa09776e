import type { Entry } from './entry.ts';
import { nameOf, wordsOf } from './fold.ts';
import type { SmallWords } from './small-words.ts';
import { stemKeys, unstemmed, type Stem } from './stems.ts';
import type { Typed } from './terms.ts';

/** Texts that a question is put to, known by their numbers from 0. */
export type Shelf = {
  /** How many texts there are. */
  readonly size: number;
  /** In order of letters, so that beginnings are found by halving. */
  readonly words: readonly string[];
  /** Raises the score of each text that meets a typed word to how well it does. */
  readonly score: (typed: Typed, found: Float64Array) => void;
};

/** Where a word stands: entries, and how much it says about each. */
type Posting = { readonly entries: readonly number[]; readonly weights: readonly number[] };

/** Words in order of letters, and stems, with where they stand. */
export type WordIndex = Pick<Shelf, 'size' | 'words'> & {
  readonly postings: readonly Posting[];
  readonly stems: ReadonlyMap<string, Posting>;
};

/** Entries and the words in them. */
export type SearchIndex = WordIndex & {
  readonly entries: readonly Entry[];
  /** What each entry is called, without spaces and signs. */
  readonly names: readonly (readonly string[])[];
  /** Each word as it stands in a text, with its accents. */
  readonly shown: readonly string[];
  /** Words that say nothing by themselves: a question does not insist on them. */
  readonly smallWords: SmallWords;
  readonly stem: Stem;
  /** Languages of its texts, the reader's first. */
  readonly languages: readonly string[];
};

/** Short title and id weigh most. */
export const headWeights = { code: 10, title: 8 } as const;
/** From so many words on a text says less by each. */
const shortText = 64;
const mostCounted = 4;

/** The language of what names none. */
export const ownLanguage = 'en';

type Growing = { readonly entries: number[]; readonly weights: number[]; readonly shown: string };

/** Makes the index: once for content that does not change. */
export function indexOf(
  entries: readonly Entry[],
  smallWords: SmallWords,
  { stem, languages }: Pick<SearchIndex, 'stem' | 'languages'> = { stem: unstemmed, languages: [ownLanguage] },
): SearchIndex {
  const [growing, stems] = [new Map<string, Growing>(), new Map<string, Growing>()];
  for (const [at, entry] of entries.entries()) {
    const found = wordsIn(textsOf(entry), stem);
    grow(growing, at, found.words);
    grow(stems, at, found.stems);
  }
  const words = [...growing.keys()].toSorted(byCode);
  const postings = words.map((word) => growing.get(word) ?? { entries: [], weights: [], shown: word });
  const names = entries.map(({ code = '', title, ref }) => [title, code, ref].map(nameOf));
  const shown = postings.map((posting) => posting.shown);
  return { size: entries.length, entries, names, words, postings, stems, shown, smallWords, stem, languages };
}

function grow(all: Map<string, Growing>, at: number, found: ReadonlyMap<string, Weighed>): void {
  for (const [word, { weight, shown }] of found) {
    const known = all.get(word) ?? { entries: [], weights: [], shown };
    known.entries.push(at);
    known.weights.push(weight);
    all.set(word, known);
  }
}

/** By code units, as halving compares. */
export const byCode = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

type Weighed = { readonly weight: number; readonly shown: string };

/** A text, how much a word in it says, and the language whose endings its words have. */
export type WeighedText = { readonly weight: number; readonly text: string; readonly language?: string | undefined };

const textsOf = ({ code, title, ref, language, fields }: Entry): readonly WeighedText[] => [
  { weight: headWeights.code, text: `${code ?? ''} ${ref}` },
  { weight: headWeights.title, text: title, language },
  ...fields,
];

/** The words and stems of texts with their weights. */
export type WordsIn = { readonly words: ReadonlyMap<string, Weighed>; readonly stems: ReadonlyMap<string, Weighed> };

/** Every word with its weight: texts add up, repetition counts less each time, long texts say less by word. */
export function wordsIn(texts: readonly WeighedText[], stem: Stem): WordsIn {
  const found = { words: new Map<string, Weighed>(), stems: new Map<string, Weighed>() };
  for (const { weight, text, language = ownLanguage } of texts) {
    const words = wordsOf(text);
    const share = weight / (1 + Math.log2(1 + words.length / shortText));
    const asWritten = words.map(({ folded, start, end }) => ({ folded, shown: text.slice(start, end).toLowerCase() }));
    add(
      found.words,
      asWritten.map(({ folded, shown }) => ({ key: folded, shown })),
      share,
    );
    add(
      found.stems,
      asWritten.flatMap(({ shown }) => stemKeys(shown, language, stem).map((key) => ({ key, shown }))),
      share,
    );
  }
  return found;
}

type Counted = { readonly key: string; readonly shown: string };

function add(found: Map<string, Weighed>, words: readonly Counted[], share: number): void {
  const counts = new Map<string, number>();
  for (const { key } of words) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { key, shown } of words) {
    const count = counts.get(key);
    if (count === undefined) continue;
    counts.delete(key);
    const before = found.get(key);
    found.set(key, {
      weight: (before?.weight ?? 0) + share * Math.sqrt(Math.min(count, mostCounted)),
      shown: before?.shown ?? shown,
    });
  }
}

/** The place of the first word that does not stand before `beginning`. */
export function firstFrom({ words }: Pick<WordIndex, 'words'>, beginning: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a word begins so. */
export const hasBeginning = (index: Pick<WordIndex, 'words'>, beginning: string): boolean =>
  (index.words[firstFrom(index, beginning)] ?? '').startsWith(beginning);
