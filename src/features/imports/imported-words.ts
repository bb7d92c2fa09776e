import { z } from 'zod';
import type { EditionText } from '../../core/guidance/edition.ts';
import type { Entry } from '../../core/library-search/entry.ts';
import { importedTexts, type ImportedText, type ImportedTexts } from '../../core/library-search/imported.ts';
import { stemSign } from '../../core/library-search/stems.ts';
import type { Typed } from '../../core/library-search/terms.ts';
import type { Writer } from '../../platform/db/database.ts';
import { translationsSchema } from './stored.ts';
import { readLikely, readTexts, readWordings, readWords, type EditionWording, type Wanted } from './word-queries.ts';

/** Imported texts that a question may meet, and what they are of. */
export type ImportedShelf = {
  readonly texts: ImportedTexts;
  /** Titles of editions by id. */
  readonly editions: ReadonlyMap<string, string>;
  readonly languages: readonly string[];
};

/** What is stored of the words of a question. Without a word it tells what there is. */
export async function readImported(db: Writer, typed: readonly Typed[]): Promise<ImportedShelf> {
  const wanted = wantedFor(typed);
  const [wordings, rows] = await Promise.all([
    readWordings(db),
    wanted.words.length === 0 ? [] : readWords(db, wanted),
  ]);
  return {
    texts: importedTexts(wordings, rows, {
      wanted: new Set(
        typed.flatMap(({ folded, stems }) => stems.filter((key) => !key.endsWith(`${stemSign}${folded}`))),
      ),
      entryOf: facetEntry,
    }),
    editions: new Map(wordings.map(({ edition, title, number }) => [edition, `${title} (${number})`])),
    languages: [...new Set(wordings.map(({ language }) => language))],
  };
}

/** Fewer letters begin too many words among many texts; figures are meant as they stand. */
const leastBeginning = 3;

function wantedFor(typed: readonly Typed[]): Wanted {
  const beginnings = typed.flatMap(({ forms }) => forms.at(-1) ?? []);
  return {
    words: [...new Set(typed.flatMap(({ forms, stems }) => [...forms, ...stems.flatMap(storedAs)]))],
    beginnings: [...new Set(beginnings)].filter((from) => from.length >= leastBeginning && !/\d/u.test(from)),
  };
}

/** A stem is stored with its sign, or is a word of the same letters. */
function storedAs(key: string): readonly string[] {
  const stem = key.slice(key.indexOf(stemSign) + 1);
  return [`${stemSign}${stem}`, stem];
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

/** Slips stand seldom at the beginning, where two letters may have changed places. */
export const readLikelyWords = (db: Writer, typed: string, slips: number): Promise<readonly string[]> =>
  readLikely(db, [...new Set(typed.slice(0, 2))], typed.length - slips, typed.length + slips);

/** Ids of editions are ids of rows. */
export const isEditionId = (text: string): boolean => z.uuid().safeParse(text).success;
