import { itemKinds } from '../library-item/item.ts';
import { forceOrder } from '../library-item/own.ts';
import type { Entry } from './entry.ts';
import { excerptOf, marked, soughtIn, type Marked, type Sought } from './excerpt.ts';
import { countFacets, leftOut, sieve, type Facet, type LeftOut } from './facets.ts';
import { nameOf } from './fold.ts';
import { match } from './match.ts';
import type { Question } from './question.ts';
import type { SearchIndex } from './search-index.ts';
import { termsOf } from './terms.ts';

/** An entry that answers, with what was found in it. */
export type Hit = { readonly entry: Entry; readonly title: Marked; readonly excerpt: Marked };

/** Answers to a question. */
export type Answers = {
  readonly total: number;
  readonly hits: readonly Hit[];
  readonly facets: readonly Facet[];
  readonly leftOut: readonly LeftOut[];
  /** No item has all the words; these have most of them. */
  readonly isPartial: boolean;
  /** Words that no item has. */
  readonly unmet: readonly string[];
};

/** Answers a question from the index. */
export function search(index: SearchIndex, question: Question): Answers {
  const { entries } = index;
  const terms = termsOf(question.words, index);
  const asked = nameOf(question.words);
  const sought = soughtIn(terms);
  const found = terms.length === 0 ? everything(index) : match(index, terms);
  const sieved = sieve(entries, found.scores.keys(), question.filters, question.forces);
  const passed = sieved.filter(({ failed }) => failed.length === 0);
  const scored = passed.flatMap(({ entry }): readonly Scored[] => {
    const item = entries[entry];
    return item === undefined
      ? []
      : [{ entry: item, score: (found.scores.get(entry) ?? 0) * asNamed(index.names[entry] ?? [], asked) }];
  });
  return {
    total: passed.length,
    hits: inOrder(scored, question)
      .slice(0, question.show)
      .map(({ entry }) => hitOf(entry, sought)),
    facets: countFacets(entries, sieved, question.filters, question.forces),
    leftOut: leftOut(sieved),
    isPartial: found.isPartial,
    unmet: found.unmet,
  };
}

const everything = ({ entries }: SearchIndex) => ({
  scores: new Map(entries.map((_, at): readonly [number, number] => [at, 0])),
  isPartial: false,
  unmet: [],
});

/** Whoever types the name of an item, or its beginning, means it before all that mention it. */
function asNamed(names: readonly string[], asked: string): number {
  if (asked === '') return 1;
  if (names.includes(asked)) return 3;
  return names.some((name) => name.startsWith(asked)) ? 1.5 : 1;
}

type Scored = { readonly entry: Entry; readonly score: number };

const hitOf = (entry: Entry, sought: Sought): Hit => ({
  entry,
  title: marked(entry.title, sought),
  excerpt: excerptOf(entry, sought),
});

/** Equal scores stand by kind, then as the library lists them. */
function inOrder(scored: readonly Scored[], { order, forces }: Question): readonly Scored[] {
  const kindOf = ({ entry }: Scored): number => itemKinds.indexOf(entry.kind);
  const byMatch = (left: Scored, right: Scored): number => right.score - left.score || kindOf(left) - kindOf(right);
  if (order === 'match') return scored.toSorted(byMatch);
  if (order === 'newest') {
    const date = ({ entry }: Scored): string => entry.date ?? '';
    return scored.toSorted((left, right) => compare(date(right), date(left)) || byMatch(left, right));
  }
  const rank = ({ entry }: Scored): number => {
    const found = forces?.get(entry.ref);
    return found === undefined ? forceOrder.length : forceOrder.indexOf(found.force);
  };
  return scored.toSorted((left, right) => rank(left) - rank(right) || byMatch(left, right));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
