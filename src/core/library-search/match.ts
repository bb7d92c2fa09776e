import { firstFrom, type Shelf, type WordIndex } from './search-index.ts';
import { closenessOf, closenessToAny, type Term, type Typed } from './terms.ts';

/** How well each text meets a word; 0 where it does not. Texts of several indexes are numbered one after the other. */
type Scores = Float64Array;

/** A word of a question and the texts that meet it. */
type MetTerm = { readonly term: Term; readonly scores: Scores; readonly holders: number };

/** What a question met, the best not yet first. */
export type Match = {
  /** Of each text; 0 where it is no answer. */
  readonly scores: Scores;
  /** How much of what the words say each text has: 1 where it has every word. */
  readonly shares: Scores;
  readonly terms: readonly MetTerm[];
  /** No text has all the words. */
  readonly isPartial: boolean;
  /** Typed words that nothing has. */
  readonly unmet: readonly string[];
};

/** Where fewer texts hold every word, those that hold most of them are answers too. */
const enough = 3;
/** Of what the words say together, such a text must hold this share. */
const leastShare = 0.5;

/** Texts that hold every word and, where these are few, those that hold most of them. */
export function match(shelves: readonly Shelf[], terms: readonly Term[]): Match {
  const size = shelves.reduce((sum, shelf) => sum + shelf.size, 0);
  const met = terms.map((term) => metTerm(shelves, term, size));
  const unmet = met.filter(({ holders }) => holders === 0).map(({ term }) => term.typed);
  const rarities = met.map(({ holders }) => rarityOf(holders, size));
  // A word that nothing holds cannot be asked for.
  const whole = met.reduce((sum, { holders }, at) => sum + (holders === 0 ? 0 : (rarities[at] ?? 0)), 0);
  const [scores, shares] = [new Float64Array(size), new Float64Array(size)];
  for (const [place, { scores: own }] of met.entries()) {
    const rarity = rarities[place] ?? 0;
    for (let at = 0; at < size; at += 1) {
      const score = own[at] ?? 0;
      if (score === 0) continue;
      scores[at] = (scores[at] ?? 0) + score * rarity;
      shares[at] = (shares[at] ?? 0) + rarity / whole;
    }
  }
  const complete = unmet.length === 0 ? countOf(shares, isWhole) : 0;
  const least = complete >= enough || terms.length < 2 ? nearlyWhole : leastShare;
  for (let at = 0; at < size; at += 1) {
    const share = shares[at] ?? 0;
    if (share < least || (terms.length < 2 && unmet.length > 0)) scores[at] = 0;
    else if (share < nearlyWhole) scores[at] = (scores[at] ?? 0) * share;
  }
  return { scores, shares, terms: met, isPartial: complete === 0 && terms.length > 1, unmet };
}

/** Shares are sums of fractions. */
const nearlyWhole = 0.999_999;
/** Whether a share is all there is. */
export const isWhole = (share: number): boolean => share >= nearlyWhole;

function countOf(numbers: Float64Array, fits: (value: number) => boolean): number {
  let count = 0;
  for (const value of numbers) if (fits(value)) count += 1;
  return count;
}

/** A word that few texts hold says more. */
const rarityOf = (holders: number, size: number): number => 1 + Math.log(size / (1 + holders));

function metTerm(shelves: readonly Shelf[], term: Term, size: number): MetTerm {
  const scores = new Float64Array(size);
  for (const words of term.alternatives) {
    const [only, ...others] = words;
    // Most alternatives are one word, and the better of two is what a second look leaves.
    if (only !== undefined && others.length === 0) {
      scoreWord(shelves, only, scores);
      continue;
    }
    const each = words.map((word) => scoreWord(shelves, word, new Float64Array(size)));
    for (let at = 0; at < size; at += 1) {
      const score = meanIfAll(each, at);
      if (score > (scores[at] ?? 0)) scores[at] = score;
    }
  }
  return { term, scores, holders: countOf(scores, (score) => score > 0) };
}

/** The mean of the scores where all have one. */
function meanIfAll(each: readonly Scores[], at: number): number {
  let sum = 0;
  for (const scores of each) {
    const score = scores[at] ?? 0;
    if (score === 0) return 0;
    sum += score;
  }
  return sum / each.length;
}

/** Texts that hold a word, one that begins with it, or one of the same stem; the closest counts. */
function scoreWord(shelves: readonly Shelf[], typed: Typed, found: Scores): Scores {
  let from = 0;
  for (const { size, score } of shelves) {
    score(typed, found.subarray(from, from + size));
    from += size;
  }
  return found;
}

/** The index of the library as a shelf. */
export const shelfOf = (index: WordIndex): Shelf => ({
  size: index.size,
  words: index.words,
  score: (typed, found) => scoreInIndex(index, typed, found),
});

function scoreInIndex({ words, postings, stems }: WordIndex, { forms, folded, stems: keys }: Typed, found: Scores) {
  const raise = (at: number, score: number): void => {
    if (score > (found[at] ?? 0)) found[at] = score;
  };
  const beginning = forms.at(-1) ?? folded;
  for (let place = firstFrom({ words }, beginning); place < words.length; place += 1) {
    const word = words[place] ?? '';
    if (!word.startsWith(beginning)) break;
    const close = closenessToAny(forms, word);
    const posting = postings[place];
    if (close === 0 || posting === undefined) continue;
    for (let nth = 0; nth < posting.entries.length; nth += 1)
      raise(posting.entries[nth] ?? 0, close * (posting.weights[nth] ?? 0));
  }
  for (const key of keys) {
    const posting = stems.get(key);
    for (let nth = 0; nth < (posting?.entries.length ?? 0); nth += 1)
      raise(posting?.entries[nth] ?? 0, closenessOf.stem * (posting?.weights[nth] ?? 0));
  }
}
