import { fail, ok, type Result } from '../base.ts';
import { namesOf, neededRoles, plainHead, rolesOf, type ColumnRole, type SheetPurpose } from './column-names.ts';
import { columnsByContent } from './column-contents.ts';

/** A column with what it is taken for, and why. */
export type ProposedColumn = {
  /** From 0. */
  readonly index: number;
  /** As spreadsheets name it: `A`, `AB`. */
  readonly letter: string;
  readonly head: string;
  /** The first cells that hold something. */
  readonly samples: readonly string[];
  readonly role: ColumnRole | null;
  readonly because: 'given' | 'name' | 'content' | null;
};

/** What the columns of a sheet are taken for. Nothing is read by it before `missing` is empty. */
export type ColumnProposal = {
  readonly purpose: SheetPurpose;
  /** The row that names the columns, as the spreadsheet numbers it. */
  readonly headRow: number;
  readonly columns: readonly ProposedColumn[];
  /** Roles without which nothing can be read and that no column seems to have. */
  readonly missing: readonly ColumnRole[];
};

/** Columns by role as a person gave them, by head or letter; an empty list says that no column has the role. */
export type GivenColumns = Readonly<Partial<Record<ColumnRole, readonly string[]>>>;

/** A column that a person named and the sheet does not have. */
export type UnknownColumn = { readonly role: ColumnRole; readonly named: string };

type Rows = readonly (readonly string[])[];

const mostLookedAt = 15;
const mostSamples = 3;

/** Proposes what each column is: as given, then by its head, then by what stands in it. */
export function proposeColumns(
  rows: Rows,
  purpose: SheetPurpose,
  given: GivenColumns = {},
): Result<ColumnProposal, readonly UnknownColumn[]> {
  const at = headRowOf(rows, purpose);
  const heads = rows[at] ?? [];
  const body = rows.slice(at + 1);
  const width = rows.slice(at).reduce((most, { length }) => Math.max(most, length), 0);
  const asked = resolved(heads, width, given);
  if (!asked.ok) return asked;
  const isFree = (role: ColumnRole): boolean => given[role] === undefined;
  const named = byName(heads, purpose, asked.value, isFree);
  const taken = new Map([...asked.value, ...named]);
  const found = columnsByContent(body, purpose, taken, isFree);
  const columns = Array.from({ length: width }, (_, index): ProposedColumn => {
    const because = asked.value.has(index) ? 'given' : named.has(index) ? 'name' : found.has(index) ? 'content' : null;
    const role = taken.get(index) ?? found.get(index) ?? null;
    return {
      index,
      letter: letterOf(index),
      head: (heads[index] ?? '').trim(),
      samples: samplesOf(body, index),
      role,
      because,
    };
  });
  const roles = new Set(columns.map(({ role }) => role));
  return ok({ purpose, headRow: at + 1, columns, missing: neededRoles[purpose].filter((role) => !roles.has(role)) });
}

/** The places of the columns that have a role, from left to right. */
export const placesOf = ({ columns }: ColumnProposal, role: ColumnRole): readonly number[] =>
  columns.filter((column) => column.role === role).map(({ index }) => index);

/** Columns that hold something and are nobody's: they are lost, each by its name. */
export const unreadColumns = ({ columns }: ColumnProposal): readonly ProposedColumn[] =>
  columns.filter(({ role, head, samples }) => role === null && (head !== '' || samples.length > 0));

/** Sheets often begin with a title and a date: the heads are the row near the top with most known names. */
function headRowOf(rows: Rows, purpose: SheetPurpose): number {
  const known = new Set(rolesOf[purpose].flatMap((role) => namesOf(purpose, role)));
  const counts = rows.slice(0, mostLookedAt).map((row) => row.filter((cell) => known.has(plainHead(cell))).length);
  const most = Math.max(0, ...counts);
  // One alone may be a cell that happens to hold such a word: "no".
  if (most > 1) return counts.indexOf(most);
  return Math.max(
    0,
    rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1),
  );
}

function resolved(
  heads: readonly string[],
  width: number,
  given: GivenColumns,
): Result<ReadonlyMap<number, ColumnRole>, readonly UnknownColumn[]> {
  const plain = heads.map(plainHead);
  const wanted = Object.entries(given).flatMap(([role, columns]) =>
    columns.map((named) => ({ role: role as ColumnRole, named, index: placeOf(plain, named, width) })),
  );
  const unknown = wanted.filter(({ index }) => index < 0);
  if (unknown.length > 0) return fail(unknown.map(({ role, named }) => ({ role, named })));
  return ok(new Map(wanted.map(({ index, role }) => [index, role])));
}

/** A column by its head, or else by the letter under which the spreadsheet shows it. */
function placeOf(heads: readonly string[], named: string, width: number): number {
  const at = heads.indexOf(plainHead(named));
  if (at >= 0) return at;
  const index = /^[A-Z]{1,2}$/u.test(named.trim()) ? indexOfLetter(named.trim()) : -1;
  return index < width ? index : -1;
}

const indexOfLetter = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;

/** As spreadsheets name a column: `A`, `AB`. */
export const letterOf = (index: number): string =>
  index < 26
    ? String.fromCodePoint(65 + index)
    : `${letterOf(Math.floor(index / 26) - 1)}${String.fromCodePoint(65 + (index % 26))}`;

type Match = { readonly index: number; readonly role: ColumnRole; readonly letters: number; readonly isWhole: boolean };

/** Groups and kinds of maturity have a column each in some sheets. */
const mayRepeat: ReadonlySet<ColumnRole> = new Set(['group', 'maturity']);

/** Whole heads before parts of heads, longer names before shorter, left before right; several columns may be groups. */
function byName(
  heads: readonly string[],
  purpose: SheetPurpose,
  asked: ReadonlyMap<number, ColumnRole>,
  isFree: (role: ColumnRole) => boolean,
): ReadonlyMap<number, ColumnRole> {
  const matches = heads
    .flatMap((head, index) => rolesOf[purpose].flatMap((role) => matchOf(plainHead(head), index, role, purpose)))
    .filter(({ index, role }) => !asked.has(index) && isFree(role))
    .toSorted(
      (left, right) =>
        Number(right.isWhole) - Number(left.isWhole) || right.letters - left.letters || left.index - right.index,
    );
  const found = new Map<number, ColumnRole>();
  const used = new Set<ColumnRole>();
  for (const { index, role } of matches) {
    if (found.has(index) || (used.has(role) && !mayRepeat.has(role))) continue;
    found.set(index, role);
    used.add(role);
  }
  return found;
}

/** Words of fewer letters say nothing as a part of a head. */
const shortestPart = 4;

function matchOf(head: string, index: number, role: ColumnRole, purpose: SheetPurpose): readonly Match[] {
  const names = namesOf(purpose, role);
  if (names.includes(head)) return [{ index, role, letters: head.length, isWhole: true }];
  const part = names
    .filter((name) => name.length >= shortestPart && ` ${head} `.includes(` ${name} `))
    .reduce((best, name) => Math.max(best, name.length), 0);
  return part === 0 ? [] : [{ index, role, letters: part, isWhole: false }];
}

const samplesOf = (body: Rows, index: number): readonly string[] =>
  body
    .map((row) => (row[index] ?? '').trim())
    .filter((cell) => cell !== '')
    .slice(0, mostSamples)
    .map((cell) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell));
