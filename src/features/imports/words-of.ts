import type { EditionText, FrameworkEdition } from '../../core/guidance/edition.ts';
import { packWords, placeOf, type Places } from '../../core/library-search/packed-words.ts';
import { headWeights, wordsIn } from '../../core/library-search/search-index.ts';
import { stemSign } from '../../core/library-search/stems.ts';
import { stemWord } from '../../library/stemming.ts';

/** The words of an edition in one language, ready to be stored. */
export type NewWording = { readonly language: string; readonly texts: number; readonly words: Uint8Array };

/** What a word says by where it stands: in the words of a requirement, in what the publisher says besides. */
const weights = { text: 4, note: 2 } as const;

/** Every word and stem of an edition in each of its languages. Not within a transaction: it takes its time. */
export function wordsOfEdition({
  language: own,
  requirements,
}: Pick<FrameworkEdition, 'language' | 'requirements'>): readonly NewWording[] {
  const places = new Map<string, Map<string, number[]>>();
  for (const [position, requirement] of requirements.entries()) {
    const texts = Object.entries({ ...requirement.translations, [own]: requirement });
    for (const [language, text] of texts) {
      const ofLanguage = places.get(language) ?? new Map<string, number[]>();
      places.set(language, ofLanguage);
      for (const [word, weight] of wordsOfText(requirement.number, text, language))
        note(ofLanguage, word, placeOf(position, weight));
    }
  }
  return [...places]
    .filter(([, words]) => words.size > 0)
    .map(([language, words]) => ({ language, texts: requirements.length, words: packWords(withoutAlike(words)) }));
}

const withoutAlike = (words: Places): Places =>
  new Map([...words].filter(([word, all]) => !word.startsWith(stemSign) || !isAlike(all, words.get(word.slice(1)))));

/** A stem that stands where the word of the same letters stands, and nowhere else, is not packed beside it. */
const isAlike = (places: readonly number[], others: readonly number[] | undefined): boolean =>
  others?.length === places.length && others.every((place, at) => place === places[at]);

function note(words: Map<string, number[]>, word: string, place: number): void {
  const known = words.get(word);
  if (known === undefined) words.set(word, [place]);
  else known.push(place);
}

function wordsOfText(
  number: string | null,
  { title, text, note: besides }: EditionText,
  language: string,
): readonly (readonly [string, number])[] {
  const own = [
    { weight: headWeights.title, text: title ?? '', language },
    { weight: weights.text, text: text ?? '', language },
    { weight: weights.note, text: besides ?? '', language },
  ].filter((part) => part.text !== '');
  // A translation of nothing is found by no number.
  if (own.length === 0) return [];
  const found = wordsIn([{ weight: headWeights.code, text: number ?? '', language }, ...own], stemWord);
  return [
    ...[...found.words].map(([word, { weight }]) => [word, weight] as const),
    ...[...found.stems].map(([key, { weight }]) => [key.slice(key.indexOf(stemSign)), weight] as const),
  ];
}
