import type { Entry } from './entry.ts';
import { hitsIn, type How, type Sought } from './excerpt.ts';
import { ownLanguage } from './search-index.ts';

/** Where in an item a word stands. */
export const hitPlaces = ['number', 'title', 'text'] as const;

/** Why an item was found: a word of the question, the word of the item that meets it, how, where, and in which language. */
export type Met = {
  readonly typed: string;
  readonly word: string;
  readonly how: How;
  readonly place: (typeof hitPlaces)[number];
  readonly writtenIn: string;
};

/** The reason for a hit: what it meets, and the words that it is without. */
export type Reason = { readonly met: readonly Met[]; readonly without: readonly string[] };

const hows: readonly How[] = ['whole', 'stem', 'beginning'];

/** For each word of a question where an entry meets it best: number and title before text, the whole word before its stem. */
export function reasonOf(entry: Pick<Entry, 'code' | 'ref' | 'title' | 'language' | 'fields'>, sought: Sought): Reason {
  const texts = [
    { place: 'number' as const, text: `${entry.code ?? ''} ${entry.ref}`, language: undefined },
    { place: 'title' as const, text: entry.title, language: entry.language },
    ...entry.fields.map(({ text, language }) => ({ place: 'text' as const, text, language })),
  ];
  const all = texts.flatMap(({ place, text, language }) =>
    hitsIn(text, language, sought).map(({ term, start, end, how }) => ({
      term,
      met: { word: text.slice(start, end), how, place, writtenIn: language ?? ownLanguage },
    })),
  );
  const found = sought.terms.map(({ typed }, at) => {
    const [best] = all
      .filter(({ term }) => term === at)
      .toSorted((left, right) => hows.indexOf(left.met.how) - hows.indexOf(right.met.how));
    return { typed, met: best?.met };
  });
  return {
    met: found.flatMap(({ typed, met }) => (met === undefined ? [] : [{ typed, ...met }])),
    without: found.flatMap(({ typed, met }) => (met === undefined ? [typed] : [])),
  };
}
