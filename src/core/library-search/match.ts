import { firstFrom, type SearchIndex } from './search-index.ts';
import { closenessToAny, formsOf, type Term } from './terms.ts';

/** What a question met: entries with their scores, the best not yet first. */
export type Match = {
  readonly scores: ReadonlyMap<number, number>;
  /** No entry has all the words: these have at least half of what the words say. */
  readonly isPartial: boolean;
  /** Typed words that no entry has. */
  readonly unmet: readonly string[];
};

type Scores = ReadonlyMap<number, number>;

/** Entries that hold every word, else those that hold most of them. */
export function match(index: SearchIndex, terms: readonly Term[]): Match {
  const met = terms.map((term) => ({ term, scores: scoresOf(index, term) }));
  const unmet = met.filter(({ scores }) => scores.size === 0).map(({ term }) => term.typed);
  const weighed = met.map(({ scores }) => ({ scores, rarity: rarityOf(scores.size, index.entries.length) }));
  const all = withAll(weighed);
  if (all.size > 0 || terms.length < 2) return { scores: all, isPartial: false, unmet };
  return { scores: withMost(weighed), isPartial: true, unmet };
}

type Weighed = { readonly scores: Scores; readonly rarity: number };

/** A word that few entries hold says more. */
const rarityOf = (holders: number, entries: number): number => 1 + Math.log(entries / (1 + holders));

function withAll(terms: readonly Weighed[]): Scores {
  const [first, ...rest] = terms.toSorted((left, right) => left.scores.size - right.scores.size);
  const found = new Map<number, number>();
  for (const [at, score] of first?.scores ?? []) {
    let sum = score * (first?.rarity ?? 0);
    let holdsAll = true;
    for (const { scores, rarity } of rest) {
      const other = scores.get(at);
      if (other === undefined) {
        holdsAll = false;
        break;
      }
      sum += other * rarity;
    }
    if (holdsAll) found.set(at, sum);
  }
  return found;
}

/** Of what the words say together, an entry must hold this share. */
const leastShare = 0.5;

function withMost(terms: readonly Weighed[]): Scores {
  const held = new Map<number, { said: number; score: number }>();
  for (const { scores, rarity } of terms)
    for (const [at, score] of scores) {
      const known = held.get(at) ?? { said: 0, score: 0 };
      held.set(at, { said: known.said + rarity, score: known.score + score * rarity });
    }
  // A word that nothing holds cannot be asked for.
  const whole = terms.reduce((sum, { scores, rarity }) => (scores.size === 0 ? sum : sum + rarity), 0);
  return new Map(
    [...held]
      .filter(([, { said }]) => said >= leastShare * whole)
      .map(([at, { said, score }]) => [at, (score * said) / whole]),
  );
}

function scoresOf(index: SearchIndex, { alternatives }: Term): Scores {
  const [first = [], ...others] = alternatives;
  const scores = new Map(scoresOfAll(index, first));
  for (const words of others)
    for (const [at, score] of scoresOfAll(index, words)) if (score > (scores.get(at) ?? 0)) scores.set(at, score);
  return scores;
}

/** Entries that hold all of these words, with the mean of their scores. */
function scoresOfAll(index: SearchIndex, words: readonly string[]): Scores {
  const each = words.map((word) => scoresOfWord(index, word));
  const [first, ...rest] = each;
  if (first === undefined) return new Map();
  if (rest.length === 0) return first;
  return new Map(
    [...first].flatMap(([at, score]): readonly (readonly [number, number])[] => {
      const others = rest.map((scores) => scores.get(at));
      if (others.some((other) => other === undefined)) return [];
      return [[at, others.reduce<number>((sum, other) => sum + (other ?? 0), score) / each.length]];
    }),
  );
}

/** Entries that hold a word or one that begins with it; the closest word counts. */
function scoresOfWord(index: SearchIndex, typed: string): Scores {
  const forms = formsOf(typed);
  const beginning = forms.at(-1) ?? typed;
  const found = new Map<number, number>();
  for (let at = firstFrom(index, beginning); at < index.words.length; at += 1) {
    const word = index.words[at] ?? '';
    if (!word.startsWith(beginning)) break;
    const close = closenessToAny(forms, word);
    const posting = index.postings[at];
    if (close === 0 || posting === undefined) continue;
    for (const [place, entry] of posting.entries.entries()) {
      const score = close * (posting.weights[place] ?? 0);
      if (score > (found.get(entry) ?? 0)) found.set(entry, score);
    }
  }
  return found;
}
