/** What the columns of a spreadsheet seem to be, before anybody said what it holds. */
import { fail, ok, type Result } from '../../core/base.ts';
import { rolesOf } from '../../core/guidance/column-names.ts';
import type { ColumnProposal } from '../../core/guidance/columns.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { readGuidanceSheet, type SheetAnswer, type SheetProblem } from '../../library/guidance/sheet.ts';
import type { SheetRefusal } from '../../library/sheet/limits.ts';
import { nearestOf } from '../../library/spelling.ts';
import type { Failure } from '../../platform/action.ts';
import type { SheetInput } from './sheet-input.ts';

type Look = Extract<SheetAnswer, { readonly kind: 'choose_columns' }>;

/** Columns that hold something. */
export const columnsOf = ({ columns }: ColumnProposal): ColumnProposal['columns'] =>
  columns.filter(({ head, samples }) => head !== '' || samples.length > 0);

/** What the columns of a sheet seem to be, for one purpose or for the one that fits better. */
export async function lookAtSheet(
  bytes: Uint8Array,
  name: string,
  { as, page, columns }: { readonly as?: SheetInput['as'] | undefined } & Pick<SheetInput, 'page' | 'columns'>,
): Promise<Result<Look, Failure>> {
  const looks: Look[] = [];
  let refused: Failure | undefined;
  for (const purpose of as === undefined ? (['framework', 'mapping'] as const) : [as]) {
    const read = await readGuidanceSheet(bytes, { purpose, sheet: page, columns });
    if (!read.ok) refused ??= sheetRefusal(read.error, name);
    else if (read.value.kind === 'choose_columns') looks.push(read.value);
  }
  // A mapping needs three columns, which a framework rarely has; where they are there, it is one.
  const best = looks.findLast(({ proposal }) => proposal.missing.length === 0) ?? looks[0];
  return best === undefined ? fail(refused ?? refusedSheet(`Cannot read "${name}" as a sheet.`)) : ok(best);
}

const isNamedAsSheet = (name: string): boolean => /\.(?:csv|tsv|ods|xls[xm]?)$/iu.test(name);

/**
 * Why a file that is no guidance by itself is refused as a spreadsheet; null where it is none. Its content says so; its name
 * only where the content may be either, such as a CSV whose first line is "Catalogue: 2026".
 */
export async function unsaidSheet(bytes: Uint8Array, name: string, why: ImportRefusal): Promise<Failure | null> {
  const isNamed = isNamedAsSheet(name);
  if (why.mayBeSheet !== true && !isNamed) return null;
  const looked = await lookAtSheet(bytes, name, {});
  if (!looked.ok) return isNamed ? looked.error : null;
  const { proposal } = looked.value;
  // Any text has one column.
  return isNamed || proposal.columns.filter(({ head }) => head !== '').length > 1 ? unsaid(proposal, name) : null;
}

function unsaid(proposal: ColumnProposal, name: string): Failure {
  const { purpose, missing } = proposal;
  const needed = missing.length === 0 ? '' : `, but for ${missing.join(', ')}, which --columns has to name`;
  return {
    kind: 'unsaid_sheet',
    message: `"${name}" is a spreadsheet, which does not say what it holds. Say it with --as ${purpose} and --title ("sheet" in a request). Its columns seem to be those of a ${purpose}${needed}.`,
    details: columnDetails(proposal),
  };
}

/** Whoever has to say what a column is wants to see what stands in it. */
export const columnDetails = (proposal: ColumnProposal): NonNullable<Failure['details']> =>
  columnsOf(proposal).map(({ letter, head, samples, role }) => ({
    path: letter,
    message: `${[head, ...samples].filter((text) => text !== '').join(' · ')} (${role ?? 'not read'})`,
  }));

/** A spreadsheet that is not read, with the remedy. */
export const refusedSheet = (message: string, details?: Failure['details']): Failure => ({
  kind: 'refused_file',
  message,
  ...(details === undefined ? {} : { details }),
});

const unreadable: Readonly<Record<SheetRefusal, string>> = {
  empty: 'nothing stands in it. Choose another file',
  too_large: 'it is larger than a sheet can be (10 MB, 100 columns). Split it',
  too_many_rows: 'it has more than 20,000 rows. Split it',
  damaged: 'it is no whole CSV, XLSX or ODS file. Save it anew',
  declares_types: 'it declares document types, which no spreadsheet does. Save it anew',
  not_utf8: 'it is no text in UTF-8. Save it as CSV UTF-8, or as XLSX',
  old_office: 'it is of an old Excel, or locked by a password. Save it as XLSX without one',
};

/** What is wrong with a sheet, or with what was said of it, and what to do. */
export function sheetRefusal(problem: SheetProblem, name: string): Failure {
  switch (problem.kind) {
    case 'unreadable':
      return refusedSheet(`Cannot read "${name}" as a sheet: ${unreadable[problem.why]} and hand it in again.`);
    case 'no_sheet':
      return refusedSheet(
        problem.sheets.length === 0
          ? `"${name}" is a text and has no sheet "${problem.named}". Leave the sheet out.`
          : `"${name}" has no sheet "${problem.named}". Its sheets are: ${problem.sheets.join(', ')}.`,
      );
    case 'no_column':
      return refusedSheet(
        `"${name}" has no column ${problem.unknown.map(({ named }) => `"${named}"`).join(', ')}. Its heads are: ${problem.heads.join(', ')}.`,
        problem.unknown.map(({ role, named }) => ({ path: role, message: `no column "${named}"` })),
      );
    case 'no_role':
      return refusedSheet(
        `No column of a ${problem.purpose} is "${problem.role}"; the nearest is "${nearestOf(problem.role, rolesOf[problem.purpose])}". Columns can be: ${rolesOf[problem.purpose].join(', ')}.`,
      );
    case 'column_twice':
      return refusedSheet(
        `Cannot read ${problem.named.map((column) => `"${column}"`).join(', ')} of "${name}" as ${problem.role}: the column is named twice. Name each column once.`,
      );
  }
}
