import type { EditionText, Translations } from '../../core/guidance/edition.ts';
import { below, namedSpotsOf, textOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';
import { loseValue } from './uncarried.ts';

/** By which keys a kind of thing says its words. */
export type WordKeys = {
  readonly title?: string;
  readonly text?: string;
  readonly note?: string;
  readonly evidence?: string;
};

/** What most things are called by. */
export const usualKeys = { title: 'name', text: 'description' } as const satisfies WordKeys;

/** A language code, loosely: `fr`, `pt-BR`, `zh_Hant`. Keys of a mechanism, such as `constructor`, are none. */
const language = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/iu;

/** The words of a thing in the language of the file. */
export function wordsOf(notes: Notes, spot: Spot, keys: WordKeys): EditionText {
  const word = (key: string | undefined): string | null => (key === undefined ? null : textOf(notes, spot, key));
  const words = { title: word(keys.title), text: word(keys.text), note: word(keys.note) };
  return keys.evidence === undefined ? words : { ...words, evidence: word(keys.evidence) };
}

/** Its words in other languages. */
export function translationsOf(notes: Notes, spot: Spot, keys: WordKeys): Translations {
  const known = new Set(Object.values(keys));
  return Object.fromEntries(
    namedSpotsOf(notes, spot, 'translations').flatMap(([code, inner]) => {
      if (!language.test(code)) {
        notes.find('unreadable_language', inner.at, quoted(code));
        loseValue(notes, 'translation', inner.at, inner.fields);
        return [];
      }
      for (const [key, value] of Object.entries(inner.fields))
        if (!known.has(key)) loseValue(notes, 'translation_field', below(inner.at, key), value);
      return [[code, wordsOf(notes, inner, keys)] as const];
    }),
  );
}

/** Translations of a thing for which they are written down only where there are any. */
export function maybeTranslated(notes: Notes, spot: Spot, keys: WordKeys): { readonly translations?: Translations } {
  const translations = translationsOf(notes, spot, keys);
  return Object.keys(translations).length === 0 ? {} : { translations };
}
