import { chunksOf, fold } from './fold.ts';
import { firstFrom, type SearchIndex } from './search-index.ts';

/** One word as typed, and the ways to meet it: any one of the alternatives, all words of it. */
export type Term = { readonly typed: string; readonly alternatives: readonly (readonly string[])[] };

/** Nobody types more; what comes after is not read. */
const mostTerms = 12;
const longestQuestion = 200;

/** The words of a question, without those that say nothing unless there are no others. */
export function termsOf(question: string, index: SearchIndex): readonly Term[] {
  const cut = question.slice(0, longestQuestion);
  const terms = chunksOf(cut).flatMap(({ parts, joined }): readonly Term[] => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const folded = parts.map((part) => part.folded);
    const alternatives = joined === null ? [folded] : alternativesOf(joined.folded, folded, index);
    return [{ typed: cut.slice(first.start, last.end), alternatives }];
  });
  const telling = terms.filter(({ typed }) => !index.smallWords.has(fold(typed)));
  return (telling.length > 0 ? telling : terms).slice(0, mostTerms);
}

/** An id is meant as a whole where the library has it; words joined by a sign may stand apart. */
function alternativesOf(joined: string, parts: readonly string[], index: SearchIndex): readonly (readonly string[])[] {
  if (!/\d/u.test(joined)) return [[joined], parts];
  const isKnown = (index.words[firstFrom(index, joined)] ?? '').startsWith(joined);
  return isKnown ? [[joined]] : [parts];
}

/** How well a word of a text meets a typed one: whole 1, as its beginning less, 0 not at all. */
export function closeness(typed: string, word: string): number {
  if (typed === word) return 1;
  // A single letter begins too many words to mean one.
  if (typed.length > 1 && word.startsWith(typed)) return 0.4 + (0.4 * typed.length) / word.length;
  return 0;
}

/** A typed word and, where it looks like a plural, its stem: "suppliers" meets "supplier". */
export const formsOf = (typed: string): readonly string[] =>
  /^[a-z]{3,}[^s\d]s$/u.test(typed) ? [typed, typed.slice(0, -1)] : [typed];

/** How well a word meets any form. */
export const closenessToAny = (forms: readonly string[], word: string): number =>
  Math.max(...forms.map((form) => closeness(form, word)));
