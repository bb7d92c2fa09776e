import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lookupOf, type Lookup } from '../core/library-item/lookup.ts';
import { entriesOf, type OtherText } from '../core/library-search/entries.ts';
import { fold } from '../core/library-search/fold.ts';
import { indexOf, type SearchIndex } from '../core/library-search/search-index.ts';
import type { SmallWords } from '../core/library-search/small-words.ts';
import type { Content } from '../core/content/content.ts';
import type { Library } from './library.ts';
import { stemWord } from './stemming.ts';
import { readTranslation, translatedLanguages } from './translation-files.ts';
import { sourceLanguage } from './words.ts';
import { readYamlAsWritten } from './yaml.ts';

/** What pages and answers are made from. */
export type Searchable = { readonly lookup: Lookup; readonly index: SearchIndex };

/** Made when first asked for and kept as long as its content: neither ever changes. */
const lookups = new WeakMap<Content, Lookup>();
const indexes = new WeakMap<Content, SearchIndex>();

/** The library by name. */
export function lookupIn({ content }: Pick<Library, 'content'>): Lookup {
  const lookup = lookups.get(content) ?? lookupOf(content);
  lookups.set(content, lookup);
  return lookup;
}

type Spoken = Pick<Library, 'content' | 'words' | 'language' | 'languages' | 'folder'>;

/** The library by words, in all languages that it has, so that a question is put in any of them. */
export function searchableIn(library: Spoken): Searchable {
  const lookup = lookupIn(library);
  const index = indexes.get(library.content) ?? makeIndex(library, lookup);
  indexes.set(library.content, index);
  return { lookup, index };
}

function makeIndex(library: Spoken, lookup: Lookup): SearchIndex {
  const others = otherTexts(library);
  const languages = [...new Set([library.language, sourceLanguage, ...others.map(({ language }) => language)])];
  return indexOf(entriesOf(lookup, others), smallWordsOf(library), { stem: stemWord, languages });
}

/** Titles and descriptions in languages other than the reader's. */
function otherTexts({ folder, language: own }: Spoken): readonly OtherText[] {
  return translatedLanguages(folder).flatMap((language) => {
    const { safeguards, clauses } = readTranslation(folder, language);
    return [
      ...Object.entries(clauses).map(([of, { title, also }]) => ({ of, language, title, what: also })),
      ...(language === own
        ? []
        : Object.entries(safeguards).map(([of, { title, what }]) => ({ of, language, title, what }))),
    ];
  });
}

const smallWordsFile = z.record(z.string().regex(/^[a-z]{2}$/u), z.string());

/** Which words say nothing depends on the language: the reader's comes first, then English, then all others. */
function smallWordsOf({ folder, words, language, languages }: Spoken): SmallWords {
  const file = readYamlAsWritten(readFileSync(join(folder, 'search/small-words.yaml'), 'utf8'));
  if (!file.ok) throw new Error(`Cannot read search/small-words.yaml: ${file.error.message}`);
  const spoken = [...new Set([language, sourceLanguage, ...languages])].map(
    (one) => [one, words(one).translate('search.smallWords')] as const,
  );
  const all = [...spoken, ...Object.entries(smallWordsFile.parse(file.value))];
  return new Map(all.map(([one, list]) => [one, new Set(list.split(/\s+/u).map(fold))]));
}
