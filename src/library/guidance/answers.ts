/** Answers to a framework that come as sheets: a statement of applicability, a self-assessment, an export of a tool. */
import { fail, ok, type Result } from '../../core/base.ts';
import { proposeColumns, type GivenColumns, type ProposedColumn } from '../../core/guidance/columns.ts';
import { answersFromSheet, type SheetAnswers } from '../../core/guidance/sheet-answers.ts';
import { guidanceLimits, type NamedSheet, type SheetRefusal } from '../sheet/limits.ts';
import { readSheets } from '../sheet/read-sheet.ts';

/** A framework as far as answers name its requirements: each with its id and what people cite. */
export type Answered = { readonly requirements: readonly { readonly id: string; readonly cite: string }[] };

/** Answers with the columns that they were read from. */
export type ReadAnswers = SheetAnswers & { readonly columns: readonly ProposedColumn[] };

/** Why no answers could be read. */
export type AnswersProblem =
  | { readonly kind: 'unreadable'; readonly why: SheetRefusal }
  | { readonly kind: 'no_number'; readonly columns: readonly ProposedColumn[] }
  | { readonly kind: 'no_column'; readonly named: string; readonly heads: readonly string[] };

/** Reads the sheet of a file that holds most answers to a framework. */
export async function readAnswers(
  bytes: Uint8Array,
  framework: Answered,
  given: GivenColumns = {},
): Promise<Result<ReadAnswers, AnswersProblem>> {
  const read = await readSheets(bytes, guidanceLimits);
  if (!read.ok) return fail({ kind: 'unreadable', why: read.error });
  const numbers = numbersOf(framework);
  const tried = read.value.map((sheet) => answersIn(sheet, numbers, given));
  const answered = tried.flatMap((one) => (one.ok ? [one.value] : []));
  const [best] = answered.toSorted((left, right) => right.answers.length - left.answers.length);
  return best === undefined ? (widest(tried) ?? fail({ kind: 'unreadable', why: 'empty' })) : ok(best);
}

/** The refusal to name: a page with few columns is rather a page of remarks than the one with the answers. */
const widest = (
  tried: readonly Result<ReadAnswers, AnswersProblem>[],
): Result<ReadAnswers, AnswersProblem> | undefined =>
  tried.toSorted((left, right) => widthOf(right) - widthOf(left))[0];

const widthOf = (tried: Result<ReadAnswers, AnswersProblem>): number =>
  tried.ok || tried.error.kind !== 'no_number' ? 0 : tried.error.columns.length;

/** By id and by citation, for people write either. */
const numbersOf = ({ requirements }: Answered): ReadonlyMap<string, string> =>
  new Map(requirements.flatMap(({ id, cite }) => [cite, id].map((name) => [name.toLowerCase(), id] as const)));

function answersIn(
  { rows }: NamedSheet,
  numbers: ReadonlyMap<string, string>,
  given: GivenColumns,
): Result<ReadAnswers, AnswersProblem> {
  const proposed = proposeColumns(rows, 'answers', given);
  if (!proposed.ok) {
    const [unknown] = proposed.error;
    return fail({ kind: 'no_column', named: unknown?.named ?? '', heads: headsOf(rows) });
  }
  const proposal = proposed.value;
  if (proposal.missing.length > 0) return fail({ kind: 'no_number', columns: proposal.columns });
  return ok({ ...answersFromSheet(rows, proposal, numbers), columns: proposal.columns });
}

function headsOf(rows: NamedSheet['rows']): readonly string[] {
  const proposed = proposeColumns(rows, 'answers');
  return proposed.ok ? proposed.value.columns.map(({ head }) => head).filter((head) => head !== '') : [];
}
