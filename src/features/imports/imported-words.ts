import type { EditionText } from '../../core/guidance/edition.ts';
import type { Entry } from '../../core/library-search/entry.ts';
import {
  importedTexts,
  wordingsIn,
  type ImportedText,
  type ImportedTexts,
} from '../../core/library-search/imported.ts';
import { unpackWords } from '../../core/library-search/packed-words.ts';
import { firstFrom, type Shelf } from '../../core/library-search/search-index.ts';
import type { Writer } from '../../platform/db/database.ts';
import { translationsSchema } from './stored.ts';
import { readPacked, readTexts, readWordings, type EditionWording } from './word-queries.ts';

/** Imported texts that a question may meet, and what they are of. */
export type ImportedShelf = {
  readonly texts: ImportedTexts;
  /** Titles of editions by id. */
  readonly editions: ReadonlyMap<string, string>;
  readonly languages: readonly string[];
};

/** What is stored to be searched. */
export async function readImported(db: Writer): Promise<ImportedShelf> {
  const wordings = await readWordings(db);
  const shelves = await shelvesOf(db, wordings);
  return {
    texts: importedTexts(
      wordings.map((wording) => ({
        wording,
        entry: facetEntry(wording),
        shelf: shelves.get(nameOf(wording)) ?? emptyShelf(wording),
      })),
    ),
    editions: new Map(wordings.map(({ edition, title, number }) => [edition, `${title} (${number})`])),
    languages: [...new Set(wordings.map(({ language }) => language))],
  };
}

/** Somebody removed it at this moment. */
const emptyShelf = ({ texts }: EditionWording): Shelf => ({ size: texts, words: [], score: () => {} });

const nameOf = ({ edition, language }: Pick<EditionWording, 'edition' | 'language'>): string =>
  `${edition} ${language}`;

type Kept = { readonly shelf: Shelf; readonly bytes: number };

/**
 * Words stay in memory, those that were searched last, because an edition never changes and its id is that of one
 * organisation alone: whoever asks names only the editions that they may read.
 */
const kept = new Map<string, Kept>();
const mostKeptBytes = 256_000_000;

async function shelvesOf(db: Writer, wordings: readonly EditionWording[]): Promise<ReadonlyMap<string, Shelf>> {
  const found = new Map<string, Kept>();
  for (const name of wordings.map(nameOf)) {
    const before = kept.get(name);
    if (before !== undefined) found.set(name, before);
  }
  const missing = [...new Set(wordings.filter((one) => !found.has(nameOf(one))).map(({ edition }) => edition))];
  // One edition after the other, so that never more than one lies in memory in two forms.
  for (const edition of missing)
    for (const row of await readPacked(db, [edition]))
      found.set(nameOf(row), { shelf: unpackWords(row.words, row), bytes: row.words.length });
  for (const [name, one] of found) {
    kept.delete(name);
    kept.set(name, one);
  }
  forgetOldest();
  return new Map([...found].map(([name, { shelf }]) => [name, shelf]));
}

function forgetOldest(): void {
  let bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, 0);
  for (const [name, one] of kept) {
    if (bytes <= mostKeptBytes) return;
    kept.delete(name);
    bytes -= one.bytes;
  }
}

/** What facets are told of texts, before any of them is read. */
const facetEntry = ({ edition, language }: Pick<EditionWording, 'edition' | 'language'>): Entry => ({
  ref: `edition:${edition}`,
  kind: 'requirement',
  title: '',
  language,
  fields: [],
  topics: [],
  roles: [],
  state: 'current',
  place: null,
  framework: edition,
  writtenIn: [language],
  date: null,
  verification: null,
});

/** A text of an edition that was found, and how to open it there. */
export type ImportedEntry = { readonly entry: Entry; readonly edition: string; readonly requirement: string };

/** Reads the texts that are shown, each in the language in which it was found. */
export async function readShown(
  db: Writer,
  shown: readonly ImportedText[],
): Promise<ReadonlyMap<ImportedText, ImportedEntry>> {
  if (shown.length === 0) return new Map();
  const rows = new Map((await readTexts(db, shown)).map((row) => [`${row.edition} ${row.position}`, row]));
  return new Map(
    shown.flatMap((text) => {
      const row = rows.get(`${text.edition} ${text.position}`);
      if (row === undefined) return [];
      const words = translationsSchema.parse(row.translations)[text.language] ?? row;
      const { edition, language } = text;
      const entry: Entry = {
        ...facetEntry(text),
        ...namedBy(words, row.id),
        ref: row.id,
        code: row.number ?? undefined,
        fields: [words.text, words.note].flatMap((part) =>
          part === null ? [] : [{ weight: 1, text: part, isShown: true, language }],
        ),
      };
      return [[text, { entry, edition, requirement: row.id }] as const];
    }),
  );
}

/** Many requirements have no title: their first words stand in its place, as elsewhere. */
const namedBy = ({ title, text }: Pick<EditionText, 'title' | 'text'>, id: string): { readonly title: string } => ({
  title: title ?? (text === null ? id : firstWords(text)),
});

const longestTitle = 120;

function firstWords(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= longestTitle ? line : `${line.slice(0, line.lastIndexOf(' ', longestTitle))} …`;
}

/**
 * Words that may have been meant: about as long, and with one of the first two letters first, since slips stand seldom at
 * the beginning, where two letters may have changed places.
 */
export function likelyWords({ texts }: ImportedShelf, typed: string, slips: number): readonly string[] {
  const found = new Set<string>();
  for (const { shelf } of wordingsIn(texts))
    for (const beginning of new Set(typed.slice(0, 2)))
      for (let at = firstFrom(shelf, beginning); shelf.words[at]?.startsWith(beginning) === true; at += 1) {
        const word = shelf.words[at] ?? '';
        if (Math.abs(word.length - typed.length) <= slips) found.add(word);
      }
  return [...found];
}
