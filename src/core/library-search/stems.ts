import { fold } from './fold.ts';

/** A word in small letters without its endings, by the rules of a language; the word itself where none are known. */
export type Stem = (word: string, language: string) => string;

/** For what is searched without knowing any language. */
export const unstemmed: Stem = (word) => word;

/** Shorter words have no ending to lose, and what has a figure in it is a name. */
const shortest = 3;

/**
 * The stems of a word by the rules of a language, each with the name of that language: `fr~secur`. Two, where people who
 * leave out accents arrive at another stem than the text has.
 */
export function stemKeys(word: string, language: string, stem: Stem): readonly string[] {
  if (stem === unstemmed) return [];
  const known = knownTo.get(stem) ?? new Map<string, readonly string[]>();
  knownTo.set(stem, known);
  const name = `${language} ${word}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size > mostKnown) known.clear();
  const keys = keysOf(word, language, stem);
  known.set(name, keys);
  return keys;
}

/** Texts repeat their words, and a stem costs more than a look. Emptied when it grows beyond what a language has. */
const mostKnown = 200_000;
const knownTo = new WeakMap<Stem, Map<string, readonly string[]>>();

function keysOf(word: string, language: string, stem: Stem): readonly string[] {
  const folded = fold(word);
  if (folded.length < shortest || /\d/u.test(folded)) return [];
  const small = word.normalize('NFC').toLowerCase();
  const own = fold(stem(small, language));
  const plain = small === folded ? own : fold(stem(folded, language));
  return own === plain ? [keyOf(own, language)] : [keyOf(own, language), keyOf(plain, language)];
}

/** How stems are told apart from words, and those of one language from those of another. */
export const keyOf = (stem: string, language: string): string => `${language}${stemSign}${stem}`;

/** No word has it. */
export const stemSign = '~';

const scripts: readonly (readonly [RegExp, (language: string) => boolean])[] = [
  [/\p{Script=Greek}/u, (language) => language === 'el'],
  [/\p{Script=Cyrillic}/u, (language) => language === 'bg'],
  [/\p{Script=Latin}/u, (language) => language !== 'el' && language !== 'bg'],
];

/** Languages whose letters a word is written in. */
export function languagesFor(word: string, languages: readonly string[]): readonly string[] {
  const [, fits] = scripts.find(([letters]) => letters.test(word)) ?? [null, () => false];
  return languages.filter(fits);
}
