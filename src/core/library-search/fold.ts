/**
 * Library search: which items hold the words that someone typed, why, and how many of each kind. Pure: content becomes
 * entries, entries an index, and a question an answer; nothing here reads files or knows an organisation's rows.
 */

/** Letters that Unicode does not take apart into a letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/** A word without case, accents and final forms, so that what people type meets what stands in the text. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  // Most words of most texts are plain letters already, and a look costs less than taking them apart.
  return isPlain.test(small) ? small : plainOf(small);
}

const isPlain = /^[a-z\d]*$/u;

const plainOf = (small: string): string =>
  small
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþħıς]/gu, (letter) => letters[letter] ?? letter);

/** A word of a text and where it stands there. */
export type Word = { readonly folded: string; readonly start: number; readonly end: number };

/** What stands between two spaces: its words, and all of them as one where signs join them. */
export type Chunk = { readonly parts: readonly Word[]; readonly joined: Word | null };

/** Longer chains are addresses of the web, not names. */
const longestJoined = 6;

/**
 * A text in chunks. What is written together with signs inside (`21(2)(d)`, `A.5.23`, `multi-factor`) counts as its parts
 * and as one word without the signs, so that ids are found however they are typed.
 */
export const chunksOf = (text: string): readonly Chunk[] =>
  [...text.matchAll(/\S+/gu)].map((chunk) => {
    const parts = [...chunk[0].matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((part) => ({
      folded: fold(part[0]),
      start: chunk.index + part.index,
      end: chunk.index + part.index + part[0].length,
    }));
    return { parts, joined: joinedOf(parts) };
  });

function joinedOf(parts: readonly Word[]): Word | null {
  const [first, last] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || parts.length > longestJoined || first === undefined || last === undefined) return null;
  return { folded: parts.map(({ folded }) => folded).join(''), start: first.start, end: last.end };
}

/** All words of a text, those that signs join included. */
export const wordsOf = (text: string): readonly Word[] =>
  chunksOf(text).flatMap(({ parts, joined }) => (joined === null ? parts : [...parts, joined]));

/** A name without spaces and signs: how an item is called, and what was typed. */
export const nameOf = (text: string): string =>
  chunksOf(text)
    .flatMap(({ parts }) => parts.map(({ folded }) => folded))
    .join('');
