import type { Entry } from './entry.ts';
import type { Shelf } from './search-index.ts';

/** One language of an edition that came in a file: its texts are known by their place in it. */
export type Wording = { readonly edition: string; readonly language: string; readonly texts: number };

/** A text that came in a file. */
export type ImportedText = { readonly edition: string; readonly language: string; readonly position: number };

/** A wording with what facets are told of it, and its words. */
export type ImportedWording = { readonly wording: Wording; readonly entry: Entry; readonly shelf: Shelf };

/** Imported texts as search sees them. */
export type ImportedTexts = { readonly size: number; readonly editions: readonly ImportedEdition[] };

/** An edition in all its languages: each clause stands at the same place in each of them. */
export type ImportedEdition = { readonly texts: number; readonly wordings: readonly NumberedWording[] };
/** Its texts are numbered from `from` on, among all that came in files. */
export type NumberedWording = ImportedWording & { readonly from: number };

/** Numbers the texts of all wordings; those of an edition stand together. */
export function importedTexts(wordings: readonly ImportedWording[]): ImportedTexts {
  let size = 0;
  const numbered = wordings.map((one): NumberedWording => {
    size += one.wording.texts;
    return { ...one, from: size - one.wording.texts };
  });
  const editions = [...Map.groupBy(numbered, ({ wording }) => wording.edition).values()];
  return {
    size,
    editions: editions.map((all) => ({
      texts: Math.max(...all.map(({ wording }) => wording.texts)),
      wordings: all,
    })),
  };
}

/** The wordings in the order of their numbers. */
export const wordingsIn = ({ editions }: ImportedTexts): readonly NumberedWording[] =>
  editions.flatMap(({ wordings }) => wordings).toSorted((left, right) => left.from - right.from);

/** The text of this number. */
export function textAt(imported: ImportedTexts, at: number): ImportedText | null {
  const found = wordingsIn(imported).findLast(({ from }) => from <= at);
  if (found === undefined) return null;
  const { edition, language } = found.wording;
  return { edition, language, position: at - found.from };
}
