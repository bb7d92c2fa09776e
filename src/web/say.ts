import { IntlMessageFormat } from 'intl-messageformat';
import { report } from '../../content/words/en/documents.json';
import { fitsSource, type MessagePart } from '../core/words/message.ts';
import { chosenLanguage } from './language.ts';
import { words as first } from './words/en.ts';
import type { words as ofLibrary } from './words/en-library.ts';

/** What the server calls an organisation that gave no name. */
export const unnamed = report.unnamed;

type Leaves<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Leaves<Node[Key]>}`;
}[keyof Node & string];

/** A key that exists: a missing word does not compile. */
export type WordKey = Leaves<typeof first & typeof ofLibrary>;
export type WordValues = Readonly<Record<string, string | number>>;
/** A catalogue, or a part of one. */
export type Words = { readonly [key: string]: string | Words };

/** A language of the screens, by its own name; its words are fetched when it is spoken. */
type Language = {
  readonly name: string;
  readonly locale: string;
  readonly words: () => Promise<LanguageWords>;
};
/** The words of screens, and what the widgets of React Aria say by themselves in the language. */
type LanguageWords = { readonly words: Words; readonly widgetStrings?: unknown };
/** English is bundled: it is the source, and what stands where another language has no word yet. */
export const languages: Readonly<Record<string, Language>> = {
  en: { name: 'English', locale: 'en-GB', words: async () => ({ words: english }) },
  el: { name: 'Ελληνικά', locale: 'el-GR', words: () => import('./words/el.ts') },
};

/** The language of this page, and what dates, numbers and sorting follow. */
export const language: string = chosenLanguage(Object.keys(languages));
export const locale: string = languages[language]?.locale ?? 'en-GB';

/** Grows when the words of the library have come. */
const english: Record<string, string | Words> = { ...first };
let own: Words = english;

/** Fetches the words of the language; called once, before anything is drawn. */
export async function fetchWords(): Promise<void> {
  const fetched = await languages[language]?.words();
  own = fetched?.words ?? english;
  if (fetched?.widgetStrings === undefined) return;
  // Only English is bundled with the widgets; they look here for any other language.
  Object.assign(window, {
    [Symbol.for('react-aria.i18n.locale')]: locale,
    [Symbol.for('react-aria.i18n.strings')]: fetched.widgetStrings,
  });
}

/** Fetches the English words of the library, before the first of its pages is drawn. Other languages come whole. */
export async function fetchLibraryWords(): Promise<void> {
  const { words } = await import('./words/en-library.ts');
  Object.assign(english, words);
}

const formats = new Map<WordKey, IntlMessageFormat>();

/** Says a key of the catalogue. Messages are ICU. */
export function say(key: WordKey, values?: WordValues): string {
  const format = formats.get(key) ?? formatOf(key);
  formats.set(key, format);
  return String(format.format(values));
}

/** The same for words that core names: those of a catalogue that server and screens share. */
export const sayShared = (key: string, values?: WordValues): string => say(key as WordKey, values);

function formatOf(key: string): IntlMessageFormat {
  const source = messageIn(english, key);
  if (source === undefined) throw new Error(`Cannot say "${key}": content/words/en has no such key for screens`);
  const original = new IntlMessageFormat(source, 'en-GB');
  const message = own === english ? undefined : messageIn(own, key);
  if (message === undefined) return original;
  const format = new IntlMessageFormat(message, locale);
  // A translation that fills in what is no longer given is older than its English, and cannot be said.
  return fitsSource(piecesOf(format), piecesOf(original)) ? format : original;
}

const piecesOf = (format: IntlMessageFormat): readonly MessagePart[] => format.getAst() as readonly MessagePart[];

/** The language of a text of content for an attribute: none where it is that of the page. Content is English unless it says otherwise. */
export const langOf = (of = 'en'): string | undefined => (of === language ? undefined : of);

/** Compares as people of the language sort. */
export const byName: (left: string, right: string) => number = new Intl.Collator(locale, { numeric: true }).compare;

function messageIn(words: Words, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<string | Words | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), words);
  return typeof found === 'string' ? found : undefined;
}

/** Whether there are words for something that data names. */
export const isWordKey = (key: string): key is WordKey => messageIn(english, key) !== undefined;
