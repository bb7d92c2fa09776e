import { fold, wordsOf } from './fold.ts';

/** Words that say nothing by themselves, such as "the", by language. */
export type SmallWords = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The language in which a question is put: the one of whose small words it has most. Where none leads, the first, so the
 * reader's own stands first. Null where it has none of any.
 */
export function languageOfQuestion(question: string, smallWords: SmallWords): string | null {
  const words = wordsOf(question).map(({ folded }) => fold(folded));
  let best = { language: null as string | null, count: 0 };
  for (const [language, small] of smallWords) {
    const count = words.filter((word) => small.has(word)).length;
    if (count > best.count) best = { language, count };
  }
  return best.language;
}
