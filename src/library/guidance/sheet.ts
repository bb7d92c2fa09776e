/** Frameworks and mappings that come as sheets: bytes become a bundle, or the question which column is what. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportBundle, ImportLoss } from '../../core/guidance/bundle.ts';
import {
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
  | { readonly kind: 'bundle'; readonly bundle: ImportBundle; readonly proposal: ColumnProposal }
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
  | { readonly kind: 'no_column'; readonly unknown: readonly UnknownColumn[]; readonly heads: readonly string[] };

/** Reads a sheet as a framework or a mapping. The one function that others call. */
export async function readGuidanceSheet(
  bytes: Uint8Array,
  request: SheetRequest,
): Promise<Result<SheetAnswer, SheetProblem>> {
  const read = await readSheets(bytes, guidanceLimits);
  if (!read.ok) return fail({ kind: 'unreadable', why: read.error });
  const chosen = chosenSheet(read.value, request);
  if (!chosen.ok) return chosen;
  const { name, rows } = chosen.value;
  const proposed = proposeColumns(rows, request.purpose, request.columns);
  if (!proposed.ok) return fail({ kind: 'no_column', unknown: proposed.error, heads: headsOf(rows, request) });
  const proposal = proposed.value;
  const sheets = namesIn(read.value);
  if (request.identity === undefined || proposal.missing.length > 0)
    return ok({ kind: 'choose_columns', sheet: name, sheets, proposal });
  const others = sheets
    .filter((other) => other !== name)
    .map((other): ImportLoss => ({ code: 'sheet', at: 'row 1', what: shown(other) }));
  const bundle = bundleOf(rows, proposal, request);
  return ok({ kind: 'bundle', bundle: { ...bundle, losses: [...others, ...bundle.losses] }, proposal });
}

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
function knownIn({ rows }: NamedSheet, { purpose }: SheetRequest): number {
  const proposed = proposeColumns(rows, purpose);
  if (!proposed.ok) return 0;
  const { columns, missing } = proposed.value;
  return columns.filter(({ because }) => because === 'name').length - 10 * missing.length;
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
