/**
 * The words of many texts in few bytes: what is searched of texts that came in files. Owns how they are packed; must not
 * know where the bytes are kept.
 */
import { byCode, firstFrom, type Shelf } from './search-index.ts';
import { stemSign } from './stems.ts';
import { closenessOf, closenessToAny, type Typed } from './terms.ts';

/** By word, or by stem with a sign before it: the places where it stands, in order. */
export type Places = ReadonlyMap<string, readonly number[]>;

// A place is the position of a text times 256, and how much the word says there in eighths.
const weightSteps = 256;
const stepsInOne = 8;

/** A place of a word. */
export const placeOf = (position: number, weight: number): number =>
  position * weightSteps + Math.min(weightSteps - 1, Math.max(1, Math.round(weight * stepsInOne)));

const bytesOfNumber = 4;

/**
 * Packs words in order of their letters: how many, how long they are together, where the places of each begin, the places,
 * the words with a line each. Numbers have 32 bits, the lowest byte first, as every processor has them that this runs on.
 */
export function packWords(places: Places): Uint8Array {
  const words = [...places.keys()].toSorted(byCode);
  const letters = new TextEncoder().encode(words.join('\n'));
  const total = words.reduce((sum, word) => sum + (places.get(word)?.length ?? 0), 0);
  const numbers = new Uint32Array(words.length + 2 + total);
  numbers[0] = words.length;
  let at = words.length + 2;
  for (const [nth, word] of words.entries()) {
    numbers[nth + 1] = at;
    numbers.set(places.get(word) ?? [], at);
    at += places.get(word)?.length ?? 0;
  }
  numbers[words.length + 1] = at;
  const packed = new Uint8Array(numbers.byteLength + letters.length);
  packed.set(new Uint8Array(numbers.buffer));
  packed.set(letters, numbers.byteLength);
  return packed;
}

/** Of what is packed: how many texts there are, and in which language. */
export type PackedTexts = { readonly texts: number; readonly language: string };

/** Fewer letters begin too many words among many texts; figures are meant as they stand. */
const leastBeginning = 3;

/** Packed words, ready to be searched. Only the words themselves are taken out; places are read where they lie. */
export function unpackWords(packed: Uint8Array, { texts, language }: PackedTexts): Shelf {
  // A copy of its own: what a database hands over may begin anywhere in a larger piece of memory.
  const own = new Uint8Array(packed);
  const head = new Uint32Array(own.buffer, 0, 1);
  const count = head[0] ?? 0;
  const starts = new Uint32Array(own.buffer, bytesOfNumber, count + 1);
  const end = starts[count] ?? 0;
  const numbers = new Uint32Array(own.buffer, 0, end);
  const letters = new TextDecoder().decode(own.subarray(end * bytesOfNumber));
  const words = count === 0 ? [] : letters.split('\n');

  const raise = (place: number, close: number, found: Float64Array): void => {
    for (let nth = starts[place] ?? 0; nth < (starts[place + 1] ?? 0); nth += 1) {
      const number = numbers[nth] ?? 0;
      const text = (number / weightSteps) | 0;
      const score = (close * (number % weightSteps)) / stepsInOne;
      if (score > (found[text] ?? 0)) found[text] = score;
    }
  };
  const raiseWord = (word: string, close: number, found: Float64Array): boolean => {
    const place = firstFrom({ words }, word);
    if (words[place] !== word) return false;
    raise(place, close, found);
    return true;
  };
  const raiseBeginning = (beginning: string, forms: readonly string[], found: Float64Array): void => {
    for (let place = firstFrom({ words }, beginning); words[place]?.startsWith(beginning) === true; place += 1)
      raise(place, closenessToAny(forms, words[place] ?? ''), found);
  };

  const score = ({ forms, folded, stems }: Typed, found: Float64Array): void => {
    const beginning = forms.at(-1) ?? folded;
    if (beginning.length >= leastBeginning && !/\d/u.test(beginning)) raiseBeginning(beginning, forms, found);
    else for (const form of forms) raiseWord(form, closenessOf.whole, found);
    for (const key of stems) {
      const stem = stemIn(key, language);
      // A stem that stands where the word of the same letters stands is not packed beside it.
      if (stem !== null && !raiseWord(`${stemSign}${stem}`, closenessOf.stem, found))
        raiseWord(stem, closenessOf.stem, found);
    }
  };
  return { size: texts, words, score };
}

/** The stem of a key, where it is of this language. */
const stemIn = (key: string, language: string): string | null =>
  key.startsWith(`${language}${stemSign}`) ? key.slice(language.length + stemSign.length) : null;
