import { ok, type Result } from '../../core/base.ts';
import type { Filters } from '../../core/library-search/facets.ts';
import type { ImportedText } from '../../core/library-search/imported.ts';
import { fold } from '../../core/library-search/fold.ts';
import { find, hitOf, type Findings, type Hit } from '../../core/library-search/search.ts';
import type { Question } from '../../core/library-search/question.ts';
import type { SearchIndex } from '../../core/library-search/search-index.ts';
import type { Searchable } from '../../library/library-search.ts';
import type { Services } from '../../library/services.ts';
import { mostSlips, respelt, type Respelt } from '../../library/spelling.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import type { Writer } from '../../platform/db/database.ts';
import {
  likelyWords,
  readImported,
  readShown,
  type ImportedEntry,
  type ImportedShelf,
} from '../imports/imported-words.ts';
import { filtersOf, type GivenFacets } from './search-facets.ts';

/** Answers with what was read to show them. */
export type Answered = Omit<Findings, 'found' | 'sought'> & {
  readonly hits: readonly AnsweredHit[];
  /** Words that nothing has, and what they were taken for. */
  readonly respelt: Respelt | null;
  readonly filters: Filters;
  readonly editions: ReadonlyMap<string, string>;
};
/** A hit; where it came in a file, which requirement of which edition it is. */
export type AnsweredHit = Hit & { readonly imported: Omit<ImportedEntry, 'entry'> | null };

/** What is asked, before it is known whether its facets can be. */
export type Asking = {
  readonly question: Omit<Question, 'filters'>;
  readonly facets: GivenFacets;
  readonly searchable: Searchable;
};

/** Answers from content alone, or from it and from what the organisation of whoever asks imported. */
export const answer = (context: ActionContext<Services>, asking: Asking): Promise<Result<Answered, Failure>> =>
  context.hasData && context.level !== 'everyone'
    ? context.store.read((db) => answerFrom(db, asking))
    : answerFrom(null, asking);

async function answerFrom(
  db: Writer | null,
  { question, facets, searchable }: Asking,
): Promise<Result<Answered, Failure>> {
  const index = db === null ? searchable.index : withLanguages(searchable.index);
  const shelf = db === null ? null : await readImported(db);
  const filters = filtersOf(facets, searchable, shelf);
  if (!filters.ok) return filters;
  const asked = { ...question, filters: filters.value };
  const first = find(index, asked, shelf?.texts);
  const better = first.unmet.length === 0 ? null : respelt(asked.words, first.unmet, index, likely(shelf, first.unmet));
  const again = better === null ? null : { ...asked, words: better.words };
  const findings = again === null ? first : find(index, again, shelf?.texts);
  const { found, sought, ...rest } = findings;
  const texts = found.flatMap(({ text }) => text ?? []);
  const shown = db === null ? new Map<ImportedText, ImportedEntry>() : await readShown(db, texts);
  const hits = found.flatMap(({ entry, text }): readonly AnsweredHit[] => {
    if (entry !== undefined) return [{ ...hitOf(entry, sought), imported: null }];
    const read = shown.get(text);
    if (read === undefined) return [];
    const { entry: own, ...imported } = read;
    return [{ ...hitOf(own, sought), imported }];
  });
  return ok({ ...rest, hits, respelt: better, filters: filters.value, editions: shelf?.editions ?? new Map() });
}

/** Imported guidance may be in any language whose small words are known. */
const withLanguages = (index: SearchIndex): SearchIndex => ({ ...index, languages: [...index.smallWords.keys()] });

/** Stored words that may have been meant, by the word that was typed. */
function likely(shelf: ImportedShelf | null, unmet: readonly string[]): ReadonlyMap<string, readonly string[]> {
  if (shelf === null) return new Map();
  const words = unmet.filter((typed) => mostSlips(typed) > 0 && !/\d/u.test(typed));
  return new Map(words.map((typed) => [typed, likelyWords(shelf, fold(typed), mostSlips(typed))]));
}
