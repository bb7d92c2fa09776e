import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Translate, WordValues } from '../core/report/words.ts';
import { fitsSource, type MessagePart } from '../core/words/message.ts';

/** Catalogues lie in content/words, a folder a language; English is the source, and complete. */
export type Words = { readonly language: string; readonly translate: Translate };

/** The language that all others are made from. */
export const sourceLanguage = 'en';

type Catalogue = { readonly [key: string]: string | Catalogue };

/**
 * Words of one language. English stands where the language lacks a word, or has one that fills in what is no longer given;
 * a key that English lacks is a bug and throws. Messages are ICU: `{count, plural, one {# day} other {# days}}`.
 */
export function loadWords(folder: string, language: string): Words {
  const english = readMessages(folder, sourceLanguage);
  const own = language === sourceLanguage ? english : readMessages(folder, language);
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known !== undefined) return known;
    const source = english.get(key);
    if (source === undefined) throw new Error(`Cannot say "${key}": content/words/en has no such key`);
    const format = formatFor(own.get(key), source, language);
    formats.set(key, format);
    return format;
  };
  const translate: Translate = (key: string, values?: WordValues) =>
    String(formatOf(key).format(values as Record<string, string | number> | undefined));
  return { language, translate };
}

/** A translation, or its source where that is what can be said. */
function formatFor(own: string | undefined, source: string, language: string): IntlMessageFormat {
  const english = new IntlMessageFormat(source, sourceLanguage);
  const format = own === undefined || own === source ? null : readMessage(own, language);
  return format !== null && fitsSource(astOf(format), astOf(english)) ? format : english;
}

/** A message, or null where it is none. */
export function readMessage(message: string, language: string): IntlMessageFormat | null {
  try {
    return new IntlMessageFormat(message, language);
  } catch {
    return null;
  }
}

/** The pieces of a message. */
export const astOf = (format: IntlMessageFormat): readonly MessagePart[] => format.getAst() as readonly MessagePart[];

/** All files of a language's folder together; nested catalogues become flat keys with dots. A key may stand once. */
export function readMessages(folder: string, language: string): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  const walk = (node: Catalogue, prefix: string): void => {
    for (const [key, value] of Object.entries(node)) {
      const path = prefix + key;
      if (typeof value !== 'string') walk(value, `${path}.`);
      else if (flat.has(path)) throw new Error(`Cannot read the words of "${language}": "${path}" stands twice`);
      else flat.set(path, value);
    }
  };
  const own = join(folder, 'words', language);
  const files = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  for (const file of files.toSorted()) walk(JSON.parse(readFileSync(join(own, file), 'utf8')) as Catalogue, '');
  return flat;
}
