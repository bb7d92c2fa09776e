import type { Entry } from './entry.ts';
import { byCode, type Posting, type WordIndex } from './search-index.ts';
import { keyOf, stemSign } from './stems.ts';

/** One language of an edition that came in a file: its texts are known by their place in it. */
export type Wording = { readonly edition: string; readonly language: string; readonly texts: number };

/**
 * A word of a wording, or a stem with a sign before it, and where it stands. A place is the position of a text times 256,
 * and how much the word says there in eighths, so that a list of them is a list of whole numbers.
 */
export type WordRow = {
  readonly edition: string;
  readonly language: string;
  readonly word: string;
  readonly places: readonly number[];
};

const weightSteps = 256;
const stepsInOne = 8;

/** A place of a word. */
export const placeOf = (position: number, weight: number): number =>
  position * weightSteps + Math.min(weightSteps - 1, Math.max(1, Math.round(weight * stepsInOne)));

/** A text that came in a file. */
export type ImportedText = { readonly edition: string; readonly language: string; readonly position: number };

/** Imported texts as search sees them: those words alone that a question asks for. */
export type ImportedTexts = WordIndex & {
  /** What facets are told of each wording. */
  readonly groups: readonly ImportedGroup[];
};

/** A wording among the numbered texts: they begin at `from`, and those of its edition in any language at `clauseFrom`. */
export type ImportedGroup = {
  readonly wording: Wording;
  readonly entry: Entry;
  readonly from: number;
  readonly clauseFrom: number;
};

/** Which stems a question asks for, so that no other is gathered; and what facets are told of a wording. */
export type ImportedWants = {
  readonly wanted: ReadonlySet<string>;
  readonly entryOf: (wording: Wording) => Entry;
};

/** Numbers the texts of all wordings and gathers their words. */
export function importedTexts(
  wordings: readonly Wording[],
  rows: readonly WordRow[],
  { wanted, entryOf }: ImportedWants,
): ImportedTexts {
  const groups: ImportedGroup[] = [];
  const first = new Map<string, number>();
  let size = 0;
  for (const wording of wordings) {
    if (!first.has(wording.edition)) first.set(wording.edition, size);
    groups.push({ wording, entry: entryOf(wording), from: size, clauseFrom: first.get(wording.edition) ?? size });
    size += wording.texts;
  }
  const byWording = new Map(groups.map((group) => [nameOf(group.wording), group]));
  const [words, stems] = [new Map<string, Growing>(), new Map<string, Growing>()];
  const stored = new Set(rows.map((row) => `${nameOf(row)} ${row.word}`));
  for (const row of rows) {
    const { word, language } = row;
    const from = byWording.get(nameOf(row))?.from;
    if (from === undefined) continue;
    if (word.startsWith(stemSign)) take(row, from, stems, `${language}${word}`);
    else take(row, from, words, word);
    // A stem that is a word of the same places is not stored beside it.
    const isStem = wanted.has(keyOf(word, language)) && !stored.has(`${nameOf(row)} ${stemSign}${word}`);
    if (isStem) take(row, from, stems, keyOf(word, language));
  }
  const inOrder = [...words.keys()].toSorted(byCode);
  return { size, groups, words: inOrder, postings: inOrder.map((word) => words.get(word) ?? none), stems };
}

const none: Posting = { entries: [], weights: [] };
type Growing = { readonly entries: number[]; readonly weights: number[] };

function take({ places }: WordRow, from: number, all: Map<string, Growing>, key: string): void {
  const posting = all.get(key) ?? { entries: [], weights: [] };
  for (const place of places) {
    posting.entries.push(from + Math.floor(place / weightSteps));
    posting.weights.push((place % weightSteps) / stepsInOne);
  }
  all.set(key, posting);
}

const nameOf = ({ edition, language }: Pick<Wording, 'edition' | 'language'>): string => `${edition} ${language}`;

/** The wording in which the text of this number is. */
export function groupAt({ groups }: Pick<ImportedTexts, 'groups'>, at: number): ImportedGroup | undefined {
  let [low, high] = [0, groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return groups[low - 1];
}
