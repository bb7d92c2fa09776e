/** A spreadsheet as guidance: what somebody says of it makes of its rows a framework or a mapping. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { ColumnProposal } from '../../core/guidance/columns.ts';
import { shippedEdition } from '../../core/guidance/shipped.ts';
import {
  readGuidanceSheet,
  type SheetAnswer,
  type SheetProblem,
  type SheetRequest,
} from '../../library/guidance/sheet.ts';
import type { Services } from '../../library/services.ts';
import { nearestOf } from '../../library/spelling.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { brokenTextIn } from '../../platform/broken-text.ts';
import { bytesOfBase64, plainName, sha256Of } from '../../platform/files/accept-file.ts';
import type { ImportInput, ReadFile } from './file-input.ts';
import { readEditions, readRequirementNumbers } from './queries.ts';
import type { SheetInput } from './sheet-input.ts';

type Context = ActionContext<Services>;

/** Reads a spreadsheet as it was said to be. */
export async function readSheetFile(
  context: Context,
  { file }: ImportInput,
  sheet: SheetInput,
): Promise<Result<ReadFile, Failure>> {
  const name = plainName(file.name);
  const bytes = bytesOfBase64(file.content);
  if (bytes === null)
    return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
  const request = await requestOf(context, sheet);
  if (!request.ok) return request;
  const read = await readGuidanceSheet(bytes, request.value);
  if (!read.ok) return fail(refusalOf(read.error, name));
  if (read.value.kind === 'choose_columns') return fail(missingIn(read.value, name));
  const { bundle, proposal } = read.value;
  const broken = brokenTextIn(bundle);
  if (broken !== null)
    return fail(refused(`Cannot keep "${name}": a text in it holds what is no character (${broken})`));
  const columns = proposal.columns.flatMap(({ letter, head, role }) => (role === null ? [] : [{ letter, head, role }]));
  return ok({ name, bytes, digest: sha256Of(bytes), bundle, sheet: { ...sheet, columns } });
}

/** What the library asks of a sheet, with the frameworks that a mapping is between. */
async function requestOf(context: Context, sheet: SheetInput): Promise<Result<SheetRequest, Failure>> {
  const { as, page, columns, title, edition, publisher = null, language, licence = null, from, to } = sheet;
  const urn = sheet.reference ?? `urn:sheet:${slugOf(title)}`;
  const shared = { sheet: page, columns, licence };
  if (as === 'framework')
    return ok({ ...shared, purpose: 'framework', identity: { urn, edition, title, language, publisher } });
  if (from === undefined || to === undefined)
    return fail(refused('A mapping is between two frameworks: name them with "from" and "to" (--from, --to)'));
  const [source, target] = [await frameworkCalled(context, from), await frameworkCalled(context, to)];
  if (!source.ok) return source;
  if (!target.ok) return target;
  return ok({
    ...shared,
    purpose: 'mapping',
    identity: {
      urn,
      edition,
      title,
      language,
      author: publisher,
      source: source.value.urn,
      sourceNumbers: source.value.numbers,
      target: target.value.urn,
      targetNumbers: target.value.numbers,
    },
  });
}

/** The letters and figures of a title, in small letters, with lines between words. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');

type KnownFramework = { readonly urn: string; readonly numbers?: ReadonlyMap<string, string> };

/**
 * The framework that a name means, with its numbers. A URN that nothing here has is taken as it stands: that its framework
 * is absent is a finding, and no error.
 */
async function frameworkCalled(context: Context, name: string): Promise<Result<KnownFramework, Failure>> {
  const typed = name.trim().toLowerCase();
  const { frameworks } = context.services.library.content;
  const ours = frameworks.find(({ id, shortTitle }) => id === typed || shortTitle.toLowerCase() === typed);
  if (ours !== undefined) {
    const { urn, requirements } = shippedEdition(ours);
    const cited = ours.requirements.map(({ id, cite }) => [cite.toLowerCase(), id.toLowerCase()] as const);
    return ok({ urn, numbers: new Map([...cited, ...requirements.map(({ id }) => [id, id] as const)]) });
  }
  const stored = context.hasData ? await context.store.read((db) => readEditions(db)) : [];
  const found = stored.find(({ urn }) => urn === typed) ?? stored.find(({ urn, title }) => isCalled(urn, title, typed));
  if (found !== undefined) {
    const rows = await context.store.read((db) => readRequirementNumbers(db, found.id));
    const numbers = rows.flatMap(({ id, number }) => [
      [id, id] as const,
      ...(number === null ? [] : [[number.toLowerCase(), id] as const]),
    ]);
    return ok({ urn: found.urn, numbers: new Map(numbers) });
  }
  if (typed.startsWith('urn:')) return ok({ urn: typed });
  const known = [...frameworks.map(({ id }) => id as string), ...stored.map(({ urn }) => lastPiece(urn))];
  return fail({
    kind: 'not_found',
    message: `No framework is called "${name}"; the nearest is "${nearestOf(typed, known)}". "theriac crosswalk frameworks" names them; one that is not here can be named by its URN`,
  });
}

const lastPiece = (urn: string): string => urn.slice(urn.lastIndexOf(':') + 1);
const isCalled = (urn: string, title: string, typed: string): boolean =>
  lastPiece(urn) === typed || title.toLowerCase() === typed;

const refused = (message: string, details?: Failure['details']): Failure => ({
  kind: 'refused_file',
  message,
  ...(details === undefined ? {} : { details }),
});

const why = {
  too_large: 'it is larger than a sheet can be (10 MB, 100 columns)',
  too_many_rows: 'it has more than 20,000 rows',
  empty: 'nothing stands in it',
} as const;

function refusalOf(problem: SheetProblem, name: string): Failure {
  switch (problem.kind) {
    case 'unreadable':
      return refused(
        `Cannot read "${name}" as a sheet: ${Object.hasOwn(why, problem.why) ? why[problem.why as keyof typeof why] : 'it is no CSV, XLSX or ODS, or it is broken'}. Save it anew and hand it in again`,
      );
    case 'no_sheet':
      return refused(`"${name}" has no page "${problem.named}". Its pages are: ${problem.sheets.join(', ')}`);
    case 'no_column':
      return refused(
        `"${name}" has no column ${problem.unknown.map(({ named }) => `"${named}"`).join(', ')}. Its heads are: ${problem.heads.join(', ')}`,
        problem.unknown.map(({ role, named }) => ({ path: role, message: `no column "${named}"` })),
      );
  }
}

function missingIn({ proposal }: Extract<SheetAnswer, { kind: 'choose_columns' }>, name: string): Failure {
  const [first] = proposal.missing;
  return refused(
    `Cannot tell which column of "${name}" is what: ${proposal.missing.join(', ')} must be named, such as --columns "${first ?? 'number'}=A"`,
    columnsOf(proposal).map(({ letter, head, samples }) => ({ path: letter, message: [head, ...samples].join(' · ') })),
  );
}

/** Columns that hold something. */
export const columnsOf = ({ columns }: ColumnProposal): ColumnProposal['columns'] =>
  columns.filter(({ head, samples }) => head !== '' || samples.length > 0);

/** What the columns of a sheet seem to be, for one purpose or for the one that fits better. */
export async function lookAtSheet(
  bytes: Uint8Array,
  name: string,
  { as, page, columns }: { readonly as?: SheetInput['as'] | undefined } & Pick<SheetInput, 'page' | 'columns'>,
): Promise<Result<Extract<SheetAnswer, { kind: 'choose_columns' }>, Failure>> {
  const looks = [];
  for (const purpose of as === undefined ? (['framework', 'mapping'] as const) : [as]) {
    const read = await readGuidanceSheet(bytes, { purpose, sheet: page, columns });
    if (!read.ok) return fail(refusalOf(read.error, name));
    if (read.value.kind === 'choose_columns') looks.push(read.value);
  }
  // A mapping needs three columns, which a framework rarely has; where they are there, it is one.
  const best = looks.findLast(({ proposal }) => proposal.missing.length === 0) ?? looks[0];
  return best === undefined ? fail(refused(`Cannot read "${name}" as a sheet`)) : ok(best);
}
