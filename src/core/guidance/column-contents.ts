import { rolesOf, type ColumnRole, type SheetPurpose } from './column-names.ts';
import { relationOf, yesNoOf } from './sheet-terms.ts';

type Column = { readonly index: number; readonly cells: readonly string[] };
type Evidence = (column: Column) => boolean;

/** Enough rows to see what a column holds. */
const mostRows = 500;

/** `A.5.23`, `1.1.2`, `PR.AA-03`, `21(2)(d)`, `ORP.4.A1`. */
const numbering = /^(?=.*\d)[\p{L}\d][\p{L}\d.\-_/:() ]{0,30}$/u;

const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
const meanLetters = (cells: readonly string[]): number =>
  cells.reduce((sum, { length }) => sum + length, 0) / Math.max(1, cells.length);

const isNumbers: Evidence = ({ cells }) => share(cells, (cell) => numbering.test(cell)) >= 0.9;
const isUnique: Evidence = ({ cells }) => cells.length > 0 && new Set(cells).size === cells.length;
const isProse: Evidence = ({ cells }) => meanLetters(cells) > 60;
const isPhrase: Evidence = ({ cells }) =>
  meanLetters(cells) > 3 && meanLetters(cells) <= 120 && !isNumbers({ index: 0, cells });

/** What a column must hold to be taken for a role without its head saying so. Only what hardly can be anything else. */
const evidenceFor: Partial<Readonly<Record<ColumnRole, Evidence>>> = {
  source: isNumbers,
  target: isNumbers,
  relation: ({ cells }) => cells.length > 0 && cells.every((cell) => relationOf(cell) !== null),
  assessable: ({ cells }) => cells.length > 1 && cells.every((cell) => yesNoOf(cell) !== null),
  title: (column) => isPhrase(column) && !isProse(column),
  text: isProse,
};

/** Roles by what stands in the columns that no name and no person spoke for. */
export function columnsByContent(
  body: readonly (readonly string[])[],
  purpose: SheetPurpose,
  taken: ReadonlyMap<number, ColumnRole>,
  isFree: (role: ColumnRole) => boolean,
): ReadonlyMap<number, ColumnRole> {
  const width = Math.max(0, ...body.slice(0, mostRows).map(({ length }) => length));
  const free = Array.from({ length: width }, (_, index) => ({ index, cells: cellsOf(body, index) })).filter(
    ({ index, cells }) => !taken.has(index) && cells.length > 0,
  );
  const found = new Map<number, ColumnRole>();
  const roles = new Set(taken.values());
  for (const role of rolesOf[purpose]) {
    if (roles.has(role) || !isFree(role)) continue;
    const evidence = purposeEvidence(purpose, role);
    const column = free.find((one) => !found.has(one.index) && evidence?.(one) === true);
    if (column !== undefined) found.set(column.index, role);
  }
  return found;
}

/** A number names one row of a framework; in a mapping it may stand many times. */
function purposeEvidence(purpose: SheetPurpose, role: ColumnRole): Evidence | undefined {
  if (role === 'number') return (column) => isNumbers(column) && isUnique(column);
  if (purpose === 'answers' && (role === 'title' || role === 'text')) return undefined;
  return evidenceFor[role];
}

const cellsOf = (body: readonly (readonly string[])[], index: number): readonly string[] =>
  body
    .slice(0, mostRows)
    .map((row) => (row[index] ?? '').trim())
    .filter((cell) => cell !== '');
