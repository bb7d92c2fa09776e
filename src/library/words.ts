import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Translate, WordValues } from '../core/report/words.ts';

/** Catalogues lie in content/words, a folder a language; English is the source, and complete. */
export type Words = { readonly language: string; readonly translate: Translate };

type Catalogue = { readonly [key: string]: string | Catalogue };

/**
 * Words of one language. A key that the language lacks falls back to English; a key that English lacks is a bug and throws.
 * Messages are ICU: `{count, plural, one {# day} other {# days}}`.
 */
export function loadWords(folder: string, language: string): Words {
  const english = readCatalogue(folder, 'en');
  const own = language === 'en' ? english : readCatalogue(folder, language);
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known !== undefined) return known;
    const message = own.get(key) ?? english.get(key);
    if (message === undefined) throw new Error(`Cannot say "${key}": content/words/en has no such key`);
    const format = new IntlMessageFormat(message, language);
    formats.set(key, format);
    return format;
  };
  const translate: Translate = (key: string, values?: WordValues) =>
    String(formatOf(key).format(values as Record<string, string | number> | undefined));
  return { language, translate };
}

/** All files of a language's folder together; nested catalogues become flat keys with dots. A key may stand once. */
function readCatalogue(folder: string, language: string): ReadonlyMap<string, string> {
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
