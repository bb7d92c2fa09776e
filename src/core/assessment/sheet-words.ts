import { ratingFields, type RatingField, type RatingWord } from '../profile/rating-state.ts';
import type { Translate } from '../report/words.ts';

/** Ratings in the order in which a sheet offers them. */
export const sheetRatings = ['fully', 'largely', 'partially', 'not_implemented', 'not_applicable', 'unknown'] as const;

/**
 * The letters of the scale, the same in every language.
 * @source ISO/IEC 33020, process attribute rating scale
 */
export const letters: Readonly<Record<string, RatingWord>> = {
  F: 'fully',
  L: 'largely',
  P: 'partially',
  N: 'not_implemented',
};

/** A column that is read back. */
export type ReadColumn = 'id' | RatingField;

/** The words by which a sheet is read: those of every language we have, because files wander. */
export type SheetWords = {
  readonly columns: ReadonlyMap<string, ReadColumn>;
  /** Columns that are only there to be read by people. */
  readonly shown: ReadonlySet<string>;
  readonly ratings: ReadonlyMap<string, RatingWord>;
  /** Words that mean a rating but do not say which; they are named as the nearest, never taken for it. */
  readonly near: ReadonlyMap<string, RatingWord>;
};

/** A word without case and surrounding spaces, with one space between. */
export const plainWord = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');

/** The words of some languages together; what an earlier one says holds. */
export function sheetWords(languages: readonly Translate[]): SheetWords {
  const columns = new Map<string, ReadColumn>();
  const shown = new Set<string>();
  const ratings = new Map<string, RatingWord>(
    Object.entries(letters).map(([letter, rating]) => [plainWord(letter), rating]),
  );
  const near = new Map<string, RatingWord>();
  for (const rating of sheetRatings) keepFirst(ratings, rating, rating);
  for (const say of languages) {
    for (const column of ['id', ...ratingFields] as const) {
      keepFirst(columns, say(`sheet.assessment.heads.${column}`), column);
      keepFirst(columns, column, column);
    }
    for (const name of ['title', 'minimumSet', 'rank']) shown.add(plainWord(say(`sheet.assessment.heads.${name}`)));
    for (const rating of sheetRatings) {
      keepFirst(ratings, say(`rating.${rating}`), rating);
      for (const word of say(`sheet.near.${rating}`).split(',')) keepFirst(near, word, rating);
    }
  }
  return { columns, shown, ratings, near };
}

function keepFirst<Value>(words: Map<string, Value>, word: string, value: Value): void {
  const plain = plainWord(word);
  if (!words.has(plain)) words.set(plain, value);
}
