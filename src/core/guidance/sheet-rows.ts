import type { ImportFinding, ImportLoss } from './bundle.ts';
import type { ColumnRole } from './column-names.ts';
import { placesOf, unreadColumns, type ColumnProposal } from './columns.ts';

/** A row below the heads, with what stands in the columns of each role. */
export type SheetRow = {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  /** Where something stands, as findings say it: `row 5, column B`; without a role, or where none of it stands, the row. */
  readonly at: (role?: ColumnRole) => string;
  /** The cell of a role; of several columns what stands in them, one a line; empty where there is none. */
  readonly cell: (role: ColumnRole) => string;
  /** Each column of a role that holds something, with its head. */
  readonly cells: (role: ColumnRole) => readonly { readonly head: string; readonly text: string }[];
};

/** As many letters as a cell of a spreadsheet holds: a text that long has most likely lost its end. */
const longestCell = 32_767;

/** The rows below the heads that hold anything. */
export function filledRows(rows: readonly (readonly string[])[], proposal: ColumnProposal): readonly SheetRow[] {
  const places = new Map<ColumnRole, readonly number[]>();
  const placesFor = (role: ColumnRole): readonly number[] => {
    const known = places.get(role) ?? placesOf(proposal, role);
    places.set(role, known);
    return known;
  };
  return rows.slice(proposal.headRow).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '') || isRemark(row)) return [];
    const cells: SheetRow['cells'] = (role) =>
      placesFor(role)
        .map((place) => ({ head: proposal.columns[place]?.head ?? '', text: tidy(row[place] ?? '') }))
        .filter(({ text }) => text !== '');
    const cell: SheetRow['cell'] = (role) =>
      cells(role)
        .map(({ text }) => text)
        .join('\n');
    const number = proposal.headRow + index + 1;
    const at: SheetRow['at'] = (role) => {
      const letters = role === undefined ? [] : placesFor(role).map((place) => proposal.columns[place]?.letter);
      return letters.length === 0 ? `row ${number}` : `row ${number}, column ${letters.join(', ')}`;
    };
    return [{ row: number, at, cell, cells }];
  });
}

/** A row whose first text begins with "# " is there for people, as the second row of our templates is. */
const isRemark = (row: readonly string[]): boolean =>
  (row.find((cell) => cell.trim() !== '') ?? '').trim().startsWith('# ');

/** Without spaces around it, and with one kind of line end. */
const tidy = (cell: string): string => cell.replaceAll(/\r\n?/gu, '\n').trim();

/** The text of a cell, or null for an empty one. */
export const textOrNull = (cell: string): string | null => (cell === '' ? null : cell);

/** What is said of a row that is not as it should be. */
export const finding = (
  severity: ImportFinding['severity'],
  code: string,
  at: string,
  message: string,
): ImportFinding => ({ code, severity, at, message });

/** A text of a file as a message or a loss names it. */
export const shown = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

/** What every reading loses: columns that are nobody's, lines above the heads, and remarks between the rows. */
export function commonLosses(rows: readonly (readonly string[])[], proposal: ColumnProposal): readonly ImportLoss[] {
  const { headRow } = proposal;
  const above = rows.slice(0, headRow - 1).flatMap((row, index): readonly ImportLoss[] => {
    const what = row.filter((cell) => cell.trim() !== '').join(' ');
    return what === '' ? [] : [{ code: 'line_above_heads', at: `row ${index + 1}`, what: shown(what) }];
  });
  const columns = unreadColumns(proposal).map(({ head, letter }): ImportLoss => ({
    code: 'column',
    at: `row ${headRow}`,
    what: shown(head === '' ? `column ${letter}` : `${head} (column ${letter})`),
  }));
  const remarks = rows
    .slice(headRow)
    .flatMap((row, index): readonly ImportLoss[] =>
      isRemark(row) ? [{ code: 'remark', at: `row ${headRow + index + 1}`, what: shown(row.join(' ').trim()) }] : [],
    );
  return [...above, ...columns, ...remarks];
}

/** Texts that have most likely lost their end in the spreadsheet. */
export const cutTexts = (rows: readonly SheetRow[], roles: readonly ColumnRole[]): readonly ImportFinding[] =>
  rows.flatMap(({ at, cells }) =>
    roles
      .flatMap((role) => cells(role).map((cell) => ({ ...cell, role })))
      .filter(({ text }) => text.length >= longestCell)
      .map(({ head, role }) =>
        finding(
          'warning',
          'cut_text',
          at(role),
          `"${shown(head)}" has as many letters as a cell holds: its end is probably missing`,
        ),
      ),
  );
