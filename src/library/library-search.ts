import { lookupOf, type Lookup } from '../core/library-item/lookup.ts';
import { entriesOf } from '../core/library-search/entries.ts';
import { indexOf, type SearchIndex } from '../core/library-search/search-index.ts';
import type { Content } from '../core/content/content.ts';
import { fold } from '../core/library-search/fold.ts';
import type { Library } from './library.ts';
import { sourceLanguage } from './words.ts';

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

/** The library by words. Which words say nothing depends on the language, so they stand with its words. */
export function searchableIn(library: Pick<Library, 'content' | 'words' | 'language'>): Searchable {
  const lookup = lookupIn(library);
  const { content } = library;
  const index = indexes.get(content) ?? indexOf(entriesOf(lookup), smallWordsOf(library));
  indexes.set(content, index);
  return { lookup, index };
}

/** What is not translated is English, so its small words say nothing either. */
const smallWordsOf = ({ words, language }: Pick<Library, 'words' | 'language'>): ReadonlySet<string> =>
  new Set(
    [sourceLanguage, language]
      .flatMap((spoken) => words(spoken).translate('search.smallWords').split(' '))
      .map((word) => fold(word)),
  );
