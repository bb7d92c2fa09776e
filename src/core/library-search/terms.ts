import { chunksOf, fold, type Word } from './fold.ts';
import { languageOfQuestion, type SmallWords } from './small-words.ts';
import { languagesFor, stemKeys, type Stem } from './stems.ts';

/** A word as it was typed and the ways in which a text may have it. */
export type Typed = {
  readonly folded: string;
  /** Itself, and its singular where it looks like a plural; the last one begins all that it may be the beginning of. */
  readonly forms: readonly string[];
  /** Its stems in each language that is searched: `en~supplier`. */
  readonly stems: readonly string[];
};

/** One word of a question, and the ways to meet it: any one of the alternatives, all words of it. */
export type Term = { readonly typed: string; readonly alternatives: readonly (readonly Typed[])[] };

/** Nobody types more; what comes after is not read. */
const mostTerms = 12;
const longestQuestion = 200;

/** What reading a question takes: the languages that are searched, the reader's first, and whether an id is known. */
export type Reading = {
  readonly smallWords: SmallWords;
  readonly languages: readonly string[];
  readonly stem: Stem;
  /** Whether something has a word that begins so. */
  readonly isKnown: (beginning: string) => boolean;
};

/** The words of a question, without those that say nothing unless there are no others. */
export function termsOf(question: string, reading: Reading): readonly Term[] {
  const cut = question.slice(0, longestQuestion);
  const terms = chunksOf(cut).flatMap(({ parts, joined }): readonly Term[] => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const typed = (word: Word): Typed => typedOf(cut.slice(word.start, word.end), word.folded, reading);
    const alternatives = joined === null ? [parts.map(typed)] : alternativesOf(joined, parts, { ...reading, typed });
    return [{ typed: cut.slice(first.start, last.end), alternatives }];
  });
  const small = reading.smallWords.get(languageOfQuestion(cut, reading.smallWords) ?? '');
  const telling = terms.filter(({ typed }) => small?.has(fold(typed)) !== true);
  return (telling.length > 0 ? telling : terms).slice(0, mostTerms);
}

const typedOf = (text: string, folded: string, { languages, stem }: Reading): Typed => ({
  folded,
  forms: formsOf(folded),
  stems: /[\s().-]/u.test(text)
    ? []
    : languagesFor(folded, languages).flatMap((language) => stemKeys(text, language, stem)),
});

type Parts = Reading & { readonly typed: (word: Word) => Typed };

/** An id is meant as a whole where it is known; words joined by a sign may stand apart. */
function alternativesOf(joined: Word, parts: readonly Word[], { isKnown, typed }: Parts): Term['alternatives'] {
  const [whole, apart] = [[typed(joined)], parts.map(typed)];
  if (!/\d/u.test(joined.folded)) return [whole, apart];
  return isKnown(joined.folded) ? [whole] : [apart];
}

/** By which of its forms a text has a word, and how well that meets what was typed. */
export const closenessOf = { whole: 1, stem: 0.9 } as const;

/** How well a word of a text meets a typed one: whole 1, as its beginning less, 0 not at all. */
export function closeness(typed: string, word: string): number {
  if (typed === word) return closenessOf.whole;
  // A single letter begins too many words to mean one.
  if (typed.length > 1 && word.startsWith(typed)) return 0.4 + (0.4 * typed.length) / word.length;
  return 0;
}

/** A typed word and, where it looks like a plural, its stem: "suppliers" meets "supplier". */
const formsOf = (typed: string): readonly string[] =>
  /^[a-z]{3,}[^s\d]s$/u.test(typed) ? [typed, typed.slice(0, -1)] : [typed];

/** How well a word meets any form. */
export const closenessToAny = (forms: readonly string[], word: string): number =>
  Math.max(...forms.map((form) => closeness(form, word)));
