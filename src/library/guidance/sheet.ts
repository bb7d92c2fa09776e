/** Frameworks and mappings that come as sheets: bytes become a bundle, or the question which column is what. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportBundle, ImportFinding, ImportLoss } from '../../core/guidance/bundle.ts';
import { rolesOf, type SheetPurpose } from '../../core/guidance/column-names.ts';
import {
  letterOf,
  placesOf,
  proposeColumns,
  type ColumnProposal,
  type GivenColumns,
  type UnknownColumn,
} from '../../core/guidance/columns.ts';
import { frameworkFromSheet, type FrameworkIdentity } from '../../core/guidance/sheet-framework.ts';
import { mappingFromSheet, type MappingIdentity } from '../../core/guidance/sheet-mapping.ts';
import { shown } from '../../core/guidance/sheet-rows.ts';
import { guidanceLimits, type NamedSheet, type SheetRefusal } from '../sheet/limits.ts';
import { readSheets } from '../sheet/read-sheet.ts';

/** What somebody says of a sheet. Without identity nothing is read, and the answer is what its columns seem to be. */
export type SheetRequest = {
  /** Of a workbook with several; left out, the one whose columns are known best. */
  readonly sheet?: string | undefined;
  readonly columns?: GivenColumns | undefined;
  readonly licence?: string | null;
} & (
  | { readonly purpose: 'framework'; readonly identity?: FrameworkIdentity | undefined }
  | { readonly purpose: 'mapping'; readonly identity?: (MappingIdentity & { readonly language: string }) | undefined }
);

/** A bundle, or what has to be said before there can be one. */
export type SheetAnswer =
  | {
      readonly kind: 'bundle';
      readonly bundle: ImportBundle;
      /** The sheet that was read; null of a text, which has but one. */
      readonly sheet: string | null;
      readonly proposal: ColumnProposal;
    }
  | {
      readonly kind: 'choose_columns';
      readonly sheet: string | null;
      /** Names of all sheets that can be seen; none of a text. */
      readonly sheets: readonly string[];
      readonly proposal: ColumnProposal;
    };

/** Why nothing came of a sheet. */
export type SheetProblem =
  | { readonly kind: 'unreadable'; readonly why: SheetRefusal }
  | { readonly kind: 'no_sheet'; readonly named: string; readonly sheets: readonly string[] }
  | { readonly kind: 'no_column'; readonly unknown: readonly UnknownColumn[]; readonly heads: readonly string[] }
  /** A role that a column of this purpose cannot have. */
  | { readonly kind: 'no_role'; readonly role: string; readonly purpose: SheetPurpose }
  /** A column that was named for something else as well. */
  | { readonly kind: 'column_twice'; readonly role: string; readonly named: readonly string[] };

/** Reads a sheet as a framework or a mapping. The one function that others call. */
export async function readGuidanceSheet(
  bytes: Uint8Array,
  request: SheetRequest,
): Promise<Result<SheetAnswer, SheetProblem>> {
  const read = await readSheets(bytes, guidanceLimits);
  if (!read.ok) return fail({ kind: 'unreadable', why: read.error });
  const chosen = chosenSheet(read.value, request);
  if (!chosen.ok) return chosen;
  const { name, rows, formulas = [] } = chosen.value;
  const strange = Object.keys(request.columns ?? {}).find((role) => !rolesFor(request).includes(role));
  if (strange !== undefined) return fail({ kind: 'no_role', role: strange, purpose: request.purpose });
  const proposed = proposeColumns(rows, request.purpose, request.columns);
  if (!proposed.ok) return fail({ kind: 'no_column', unknown: proposed.error, heads: headsOf(rows, request) });
  const proposal = proposed.value;
  const twice = columnTwice(proposal, request.columns);
  if (twice !== undefined) return fail(twice);
  const sheets = namesIn(read.value);
  if (request.identity === undefined || proposal.missing.length > 0)
    return ok({ kind: 'choose_columns', sheet: name, sheets, proposal });
  const others = sheets
    .filter((other) => other !== name)
    .map((other): ImportLoss => ({ code: 'sheet', at: 'row 1', what: shown(other) }));
  const bundle = bundleOf(rows, proposal, request);
  const findings = [...nothingIn(bundle, proposal), ...bundle.findings].map(onSheet(name));
  const losses = [...others, ...[...formulas.map(lostFormula), ...bundle.losses].map(onSheet(name))];
  return ok({ kind: 'bundle', bundle: { ...bundle, findings, losses }, sheet: name, proposal });
}

const rolesFor = ({ purpose }: SheetRequest): readonly string[] => rolesOf[purpose];

/** A column has one role: where it was named for two, the later would take it from the earlier without a word. */
function columnTwice(proposal: ColumnProposal, given: GivenColumns = {}): SheetProblem | undefined {
  const [first] = Object.entries(given).filter(
    ([role, named]) => named.length > placesOf(proposal, role as keyof GivenColumns).length,
  );
  return first === undefined ? undefined : { kind: 'column_twice', role: first[0], named: first[1] };
}

const lostFormula = ({ row, column, formula }: NonNullable<NamedSheet['formulas']>[number]): ImportLoss => ({
  code: 'formula_without_value',
  at: `row ${row}, column ${letterOf(column)}`,
  what: shown(`=${formula}`),
});

/** In a workbook a row alone is no place. */
const onSheet =
  (name: string | null) =>
  <Item extends { readonly at: string }>(item: Item): Item =>
    name === null ? item : { ...item, at: `sheet "${name}", ${item.at}` };

/** Heads without rows below are most likely the wrong sheet, or the wrong row of heads. */
const nothingIn = ({ frameworks, mappingSets }: ImportBundle, { headRow }: ColumnProposal): readonly ImportFinding[] =>
  frameworks.some(({ requirements }) => requirements.length > 0) ||
  mappingSets.some(({ relations }) => relations.length > 0)
    ? []
    : [
        {
          code: 'nothing_read',
          severity: 'error',
          at: `row ${headRow}`,
          message: `No row below row ${headRow} could be read: choose another sheet or other columns, or fill in rows`,
        },
      ];

const namesIn = (sheets: readonly NamedSheet[]): readonly string[] =>
  sheets.flatMap(({ name }) => (name === null ? [] : [name]));

function chosenSheet(sheets: readonly NamedSheet[], request: SheetRequest): Result<NamedSheet, SheetProblem> {
  const { sheet: named } = request;
  if (named !== undefined) {
    const found = sheets.find(({ name }) => name === named);
    return found === undefined ? fail({ kind: 'no_sheet', named, sheets: namesIn(sheets) }) : ok(found);
  }
  const weighed = sheets.map((sheet) => ({ sheet, known: knownIn(sheet, request) }));
  const [best] = weighed.toSorted((left, right) => right.known - left.known);
  return best === undefined ? fail({ kind: 'unreadable', why: 'empty' }) : ok(best.sheet);
}

/** How well the columns of a sheet are known; what is needed counts more than the rest. */
function knownIn({ rows }: NamedSheet, { purpose, columns: given }: SheetRequest): number {
  const proposed = proposeColumns(rows, purpose, given);
  if (!proposed.ok) return -Infinity;
  const { columns, missing } = proposed.value;
  return columns.filter(({ because }) => because !== null && because !== 'content').length - 10 * missing.length;
}

function headsOf(rows: NamedSheet['rows'], { purpose }: SheetRequest): readonly string[] {
  const proposed = proposeColumns(rows, purpose);
  return proposed.ok ? proposed.value.columns.map(({ head }) => head).filter((head) => head !== '') : [];
}

function bundleOf(rows: NamedSheet['rows'], proposal: ColumnProposal, request: SheetRequest): ImportBundle {
  const { identity, purpose } = request;
  const shared = { format: 'sheet', packager: null, catalogue: [], matrices: [] } as const;
  const said = {
    title: identity?.title ?? '',
    edition: identity?.edition ?? null,
    language: identity?.language ?? 'en',
    licence: request.licence ?? null,
  };
  if (purpose === 'framework' && request.identity !== undefined) {
    const { framework, findings, losses } = frameworkFromSheet(rows, proposal, request.identity);
    const { publisher } = framework;
    return { ...shared, ...said, publisher, needs: [], frameworks: [framework], mappingSets: [], findings, losses };
  }
  const { mappingSet, findings, losses } = mappingFromSheet(rows, proposal, request.identity as MappingIdentity);
  const publisher = mappingSet.author;
  return { ...shared, ...said, publisher, needs: [], frameworks: [], mappingSets: [mappingSet], findings, losses };
}
