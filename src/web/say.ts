import { IntlMessageFormat } from 'intl-messageformat';
import { report } from '../../content/words/en/documents.json';
import { words as english } from './words/en.ts';

/** The words of screens: English is bundled; another language will be a file of the same shape beside it. */
export const locale = 'en-GB';
/** What the server calls an organisation that gave no name. */
export const unnamed = report.unnamed;

type Leaves<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Leaves<Node[Key]>}`;
}[keyof Node & string];

/** A key that exists: a missing word does not compile. */
export type WordKey = Leaves<typeof english>;
export type WordValues = Readonly<Record<string, string | number>>;

type Words = { readonly [key: string]: string | Words };

const formats = new Map<WordKey, IntlMessageFormat>();

/** Says a key of the catalogue. Messages are ICU. */
export function say(key: WordKey, values?: WordValues): string {
  const format = formats.get(key) ?? new IntlMessageFormat(messageOf(key), locale);
  formats.set(key, format);
  return String(format.format(values));
}

function messageOf(key: string): string {
  const found = key
    .split('.')
    .reduce<string | Words | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), english);
  if (typeof found !== 'string') throw new Error(`Cannot say "${key}": content/words/en has no such key for screens`);
  return found;
}

const keys = new Set<string>(flat(english, ''));

function flat(node: Words, prefix: string): readonly string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : flat(value, `${prefix}${key}.`),
  );
}

/** Whether there are words for something that data names. */
export const isWordKey = (key: string): key is WordKey => keys.has(key);
