import { fail, ok, type Result } from '../base.ts';
import type { IsoDate } from '../content/verification.ts';
import {
  isSame,
  ratingFields,
  unrated,
  type RatingField,
  type RatingPatch,
  type RatingState,
  type RatingWord,
} from '../profile/rating-state.ts';
import { isDay } from '../incident/calendar.ts';
import { cellText } from '../report/cell-text.ts';
import { evidenceFrom, evidenceLines, newEvidence } from './evidence-lines.ts';
import { plainWord, type ReadColumn, type SheetWords } from './sheet-words.ts';

/** What a filled sheet would change of one safeguard. */
export type SheetChange = {
  /** As the spreadsheet numbers it, the heads being row 1. */
  readonly row: number;
  readonly id: string;
  readonly patch: RatingPatch;
  readonly before: RatingState;
};

/** Why a row cannot be carried over. Nothing of such a row is suggested. */
export type SheetProblem = { readonly row: number; readonly id: string | null } & (
  | { readonly kind: 'rating'; readonly value: string; readonly nearest: RatingWord | null }
  | { readonly kind: 'noSafeguard'; readonly value: string; readonly nearest: string | null }
  | { readonly kind: 'twice'; readonly value: string; readonly first: number }
  | { readonly kind: 'reasonMissing' }
  | { readonly kind: 'date'; readonly value: string; readonly field: 'due' }
  | { readonly kind: 'tooLong'; readonly field: RatingField; readonly letters: number; readonly most: number }
  | { readonly kind: 'tooMany'; readonly count: number; readonly most: number }
);

/** What a filled sheet says, held against what is stored. */
export type Suggestions = {
  readonly changes: readonly SheetChange[];
  readonly problems: readonly SheetProblem[];
  readonly unchanged: number;
  /** Columns that are not read, by their heads. */
  readonly ignored: readonly string[];
};

/** What the rows are held against. */
export type SheetWorld = {
  readonly words: SheetWords;
  readonly ids: readonly string[];
  readonly stored: ReadonlyMap<string, RatingState>;
  readonly limits: {
    readonly letters: Readonly<Record<'reason' | 'owner' | 'note' | 'evidence', number>>;
    readonly evidence: number;
  };
  /** The entry of a list that is most like a word; null where none is. */
  readonly nearest: (word: string, list: readonly string[]) => string | null;
};

/**
 * Reads a filled sheet as suggestions. A column or a row that is not there, and an empty cell under "rating", leave things
 * as they are; other empty cells take away. Nothing is decided here: people confirm.
 */
export function suggestChanges(
  rows: readonly (readonly string[])[],
  world: SheetWorld,
): Result<Suggestions, 'no_head'> {
  const [heads = [], ...body] = rows;
  const { columns, shown } = world.words;
  const read = heads.map((text) => columns.get(plainWord(text)) ?? null);
  if (!read.includes('id') || read.every((column) => column === null || column === 'id')) return fail('no_head');
  const outcomes = readRows(body, read, world);
  return ok({
    changes: outcomes.flatMap((outcome) => (outcome !== 'same' && 'patch' in outcome ? [outcome] : [])),
    problems: outcomes.flatMap((outcome) => (outcome !== 'same' && 'kind' in outcome ? [outcome] : [])),
    unchanged: outcomes.filter((outcome) => outcome === 'same').length,
    ignored: heads.filter((text, index) => read[index] === null && text.trim() !== '' && !shown.has(plainWord(text))),
  });
}

type Outcome = SheetChange | SheetProblem | 'same';
type Cells = Partial<Readonly<Record<ReadColumn, string>>>;

function readRows(
  body: readonly (readonly string[])[],
  read: readonly (ReadColumn | null)[],
  world: SheetWorld,
): readonly Outcome[] {
  const seen = new Map<string, number>();
  return body.flatMap((row, index): readonly Outcome[] => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cells: Cells = Object.fromEntries(
      read.flatMap((column, at) => (column === null ? [] : [[column, tidyCell(row[at] ?? '')]])),
    );
    const number = index + 2;
    const id = (cells.id ?? '').toUpperCase();
    if (!world.ids.includes(id)) return [noSafeguard(number, cells.id ?? '', world)];
    const first = seen.get(id);
    if (first !== undefined) return [{ row: number, id, kind: 'twice', value: id, first }];
    seen.set(id, number);
    return [readRow({ row: number, id, cells, before: world.stored.get(id) ?? unrated }, world)];
  });
}

/** Without control characters: a file can hold some that no database takes. */
const tidyCell = (cell: string): string => cellText(cell).trim();

const noSafeguard = (row: number, value: string, { ids, nearest }: SheetWorld): SheetProblem => ({
  row,
  id: null,
  kind: 'noSafeguard',
  value,
  nearest: value === '' ? null : nearest(value.toUpperCase(), ids),
});

type Row = { readonly row: number; readonly id: string; readonly cells: Cells; readonly before: RatingState };

function readRow(given: Row, world: SheetWorld): Outcome {
  const { row, id, cells, before } = given;
  const rating = ratingOf(cells.rating, before, world);
  if (typeof rating === 'object')
    return { row, id, kind: 'rating', value: cells.rating ?? '', nearest: rating.nearest };
  const due = cells.due === undefined ? before.due : dayOf(cells.due);
  if (due === undefined) return { row, id, kind: 'date', value: cells.due ?? '', field: 'due' };
  const tooLong = tooLongIn(given, world);
  if (tooLong !== null) return tooLong;
  const wanted: RatingState = {
    ...before,
    rating,
    due,
    reason: rating === 'not_applicable' ? textOf(cells.reason, before.reason) : null,
    note: textOf(cells.note, before.note),
    owner: textOf(cells.owner, before.owner),
    evidence: cells.evidence === undefined ? before.evidence : evidenceOf(cells.evidence, before),
  };
  if (rating === 'not_applicable' && wanted.reason === null) return { row, id, kind: 'reasonMissing' };
  if (wanted.evidence.length > world.limits.evidence)
    return { row, id, kind: 'tooMany', count: wanted.evidence.length, most: world.limits.evidence };
  const changed = ratingFields.filter((field) => !isSame(wanted, before, field));
  if (changed.length === 0) return 'same';
  return { row, id, before, patch: Object.fromEntries(changed.map((field) => [field, wanted[field]])) as RatingPatch };
}

/** The rating that a cell names; where it names none, what it may have meant. */
function ratingOf(
  cell: string | undefined,
  before: RatingState,
  { words: { ratings, near }, nearest }: SheetWorld,
): RatingWord | { readonly nearest: RatingWord | null } {
  const word = plainWord(cell ?? '');
  if (word === '') return before.rating;
  const known = ratings.get(word);
  if (known !== undefined) return known;
  const meant =
    near.get(word) ??
    ratings.get(
      nearest(
        word,
        [...ratings.keys()].filter(({ length }) => length > 1),
      ) ?? '',
    );
  return { nearest: meant ?? null };
}

/** The text of a cell; what nobody touched counts as untouched. */
function textOf(cell: string | undefined, before: string | null): string | null {
  if (cell === undefined || cell === tidyCell(before ?? '')) return before;
  return cell === '' ? null : cell;
}

const evidenceOf = (cell: string, { evidence }: RatingState): RatingState['evidence'] =>
  cell === tidyCell(evidenceLines(evidence)) ? evidence : evidenceFrom(cell, evidence);

/** A day in the order of ISO, or in that of Europe: day, month, year. Nothing where it is no day. */
function dayOf(cell: string): IsoDate | null | undefined {
  if (cell === '') return null;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/u.exec(cell) ?? [];
  const text = day === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** What is longer than it may be; what is stored already is not looked at. */
function tooLongIn({ row, id, cells, before }: Row, { limits: { letters } }: SheetWorld): SheetProblem | null {
  const known = new Set(tidyCell(evidenceLines(before.evidence)).split('\n'));
  for (const field of ['reason', 'owner', 'note', 'evidence'] as const) {
    const cell = cells[field] ?? '';
    const parts =
      field === 'evidence'
        ? cell
            .split('\n')
            .filter((line) => !known.has(line))
            .map((line) => newEvidence(line).what)
        : [cell].filter((text) => text !== tidyCell(before[field] ?? ''));
    const longest = Math.max(0, ...parts.map(({ length }) => length));
    if (longest > letters[field]) return { row, id, kind: 'tooLong', field, letters: longest, most: letters[field] };
  }
  return null;
}
