/** A spreadsheet as guidance: what somebody says of it makes of its rows a framework or a mapping. */
import { fail, ok, type Result } from '../../core/base.ts';
import type { ColumnProposal } from '../../core/guidance/columns.ts';
import { shippedEdition } from '../../core/guidance/shipped.ts';
import { readGuidance } from '../../library/guidance/read-guidance.ts';
import { readGuidanceSheet, type SheetRequest } from '../../library/guidance/sheet.ts';
import type { Services } from '../../library/services.ts';
import { nearestOf } from '../../library/spelling.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { brokenTextIn } from '../../platform/broken-text.ts';
import { bytesOfBase64, plainName, sha256Of } from '../../platform/files/accept-file.ts';
import type { ImportInput, ReadFile, ReadSheet } from './file-input.ts';
import { readEditions, readRequirementNumbers } from './queries.ts';
import type { SheetInput } from './sheet-input.ts';
import { columnDetails, refusedSheet, sheetRefusal } from './sheet-look.ts';

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
  if (await saysWhatItIs(bytes)) return fail(refusedSheet(`"${name}" is no spreadsheet: ${withoutAs}`));
  const read = await readGuidanceSheet(bytes, request.value);
  if (!read.ok) return fail(sheetRefusal(read.error, name));
  const { proposal } = read.value;
  if (read.value.kind === 'choose_columns')
    return fail(
      refusedSheet(
        `Cannot tell which column of "${name}" is what: ${proposal.missing.join(', ')} must be named, such as --columns "${proposal.missing[0]}=A".`,
        columnDetails(proposal),
      ),
    );
  const { bundle, sheet: page } = read.value;
  const broken = brokenTextIn(bundle);
  if (broken !== null)
    return fail(refusedSheet(`Cannot keep "${name}": a text in it holds what is no character (${broken})`));
  return ok({ name, bytes, digest: sha256Of(bytes), bundle, sheet: readingOf(sheet, request.value, page, proposal) });
}

const withoutAs = 'it says itself what it is, or is of another kind. Import it without --as ("sheet" in a request).';

/** Whether a file is something else, which must not be read as rows: commas stand in every JSON. */
async function saysWhatItIs(bytes: Uint8Array): Promise<boolean> {
  const read = await readGuidance(bytes);
  if (read.ok || read.error.code === 'broken_document') return true;
  if (read.error.mayBeSheet === true) return false;
  // What is no YAML by its first line may still be a sheet with a colon there, and the first head may stand in brackets.
  const first = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart()[0];
  return first === '{' || first === '<' || (first === '[' && read.error.code === 'unknown_format');
}

/** How it was read, in the same words however it was asked for: guessed or named, by title or by reference. */
function readingOf(
  { as, title, edition, publisher, language, licence }: SheetInput,
  { identity, ...request }: SheetRequest,
  page: string | null,
  { columns }: ColumnProposal,
): ReadSheet {
  const ends =
    request.purpose === 'mapping' && identity !== undefined && 'source' in identity
      ? { from: identity.source.toLowerCase(), to: identity.target.toLowerCase() }
      : {};
  return {
    as,
    ...(page === null ? {} : { page }),
    title,
    reference: identity?.urn.toLowerCase() ?? '',
    edition,
    ...(publisher === undefined ? {} : { publisher }),
    language,
    ...(licence === undefined ? {} : { licence }),
    ...ends,
    columns: columns.flatMap(({ letter, head, role }) => (role === null ? [] : [{ letter, head, role }])),
  };
}

/** What the library asks of a sheet, with the frameworks that a mapping is between. */
async function requestOf(context: Context, sheet: SheetInput): Promise<Result<SheetRequest, Failure>> {
  const { as, page, columns, title, edition, publisher = null, language, licence = null, from, to } = sheet;
  const slug = slugOf(title);
  if (sheet.reference === undefined && slug === '')
    return fail(refusedSheet(`No reference can be made of the title "${title}": give one with --reference.`));
  const urn = sheet.reference ?? `urn:sheet:${slug}`;
  const shared = { sheet: page, columns, licence };
  if (as === 'framework' && (from ?? to) !== undefined)
    return fail(refusedSheet('Only a mapping is between frameworks: leave out --from and --to, or say --as mapping.'));
  if (as === 'framework')
    return ok({ ...shared, purpose: 'framework', identity: { urn, edition, title, language, publisher } });
  if (from === undefined || to === undefined)
    return fail(refusedSheet('A mapping is between two frameworks: name them with --from and --to.'));
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
