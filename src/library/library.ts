import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../core/content/content.ts';
import type { SafeguardId } from '../core/content/ids.ts';
import type { TranslationCounts } from '../core/words/translation.ts';
import type { Finding } from './finding.ts';
import { loadContent } from './load.ts';
import { countTexts, translatedContent } from './translation.ts';
import { readTranslation, textsOf, translatedLanguages } from './translation-files.ts';
import { loadWords, sourceLanguage, type Words } from './words.ts';

/** Everything that ships in content/, read once and never changed. */
export type Library = {
  readonly folder: string;
  /** The language of `content`, where it has been translated. */
  readonly language: string;
  readonly content: Content;
  readonly digest: string;
  /** Files that do not fit their schema; nothing but the content check may run while there are any. */
  readonly findings: readonly Finding[];
  readonly safeguardIds: readonly SafeguardId[];
  readonly languages: readonly string[];
  readonly words: (language: string) => Words;
  /** The same for readers of another language: what is translated is laid over content. */
  readonly inLanguage: (language: string) => Library;
  /** How far a language is; null for English, which is the source. */
  readonly translation: (language: string) => TranslationCounts | null;
};

/** The content folder. It is read when something of it is first asked for: commands on files alone do without. */
export function openLibrary(folder: string): Library {
  const loaded = once(() => loadContent(folder));
  const english: Library = {
    folder,
    language: sourceLanguage,
    get findings() {
      return loaded().findings;
    },
    get content() {
      return loaded().content;
    },
    get digest() {
      return loaded().digest;
    },
    languages: languagesIn(folder),
    get safeguardIds() {
      return loaded().content.safeguards.map(({ id }) => id);
    },
    words: remembered((language) => loadWords(folder, language)),
    inLanguage: remembered((language) =>
      language === sourceLanguage ? english : translatedLibrary(english, language),
    ),
    translation: remembered((language) =>
      language === sourceLanguage
        ? null
        : countTexts(language, textsOf(folder, loaded().content, readTranslation(folder, language))),
    ),
  };
  return english;
}

/** A language is a folder of words. */
const languagesIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'words'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

function translatedLibrary(english: Library, language: string): Library {
  const { safeguards, text } = readTranslation(english.folder, language);
  return {
    ...english,
    language,
    content: translatedContent(english.content, english.words(language), safeguards),
    digest: createHash('sha256').update(english.digest).update(text).digest('hex'),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function remembered<Value>(make: (language: string) => Value): (language: string) => Value {
  const known = new Map<string, Value>();
  return (language) => {
    const value = known.get(language) ?? make(language);
    known.set(language, value);
    return value;
  };
}

/** Every finding: schemas first, then rules, then translations. Slow, because it locates lines; for editors and for CI. */
export async function checkLibrary(folder: string): Promise<readonly Finding[]> {
  const { checkRules } = await import('./rules/index.ts');
  const { checkTranslation } = await import('./check-translations.ts');
  const loaded = loadContent(folder);
  const others = [...new Set([...languagesIn(folder), ...translatedLanguages(folder)])].filter(
    (language) => language !== sourceLanguage,
  );
  return [
    ...loaded.findings,
    ...checkRules(loaded),
    ...others.flatMap((language) => checkTranslation(folder, loaded.content, language)),
  ];
}
