/** A spreadsheet as guidance: what somebody says of it makes of its rows a framework or a mapping. */
import { fail, ok, type Result } from '../../core/base.ts';
import { shippedEdition } from '../../core/guidance/shipped.ts';
import { readGuidanceSheet, type SheetAnswer, type SheetRequest } from '../../library/guidance/sheet.ts';
import type { Services } from '../../library/services.ts';
import { nearestOf } from '../../library/spelling.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { brokenTextIn } from '../../platform/broken-text.ts';
import { sha256Of } from '../../platform/files/accept-file.ts';
import type { ImportInput, ReadFile, ReadSheet } from './file-input.ts';
import { readEditions, readRequirementNumbers } from './queries.ts';
import type { SheetInput } from './sheet-input.ts';
import { missingColumns, refusedSheet, sheetBytes, sheetRefusal } from './sheet-look.ts';

type Context = ActionContext<Services>;

/** Reads a spreadsheet as it was said to be. */
export async function readSheetFile(
  context: Context,
  { file }: ImportInput,
  sheet: SheetInput,
): Promise<Result<ReadFile, Failure>> {
  const request = await requestOf(context, sheet);
  if (!request.ok) return request;
  const opened = await sheetBytes(file);
  if (!opened.ok) return opened;
  const { name, bytes } = opened.value;
  const read = await readGuidanceSheet(bytes, request.value);
  if (!read.ok) return fail(sheetRefusal(read.error, name));
  if (read.value.kind === 'choose_columns') return fail(missingColumns(read.value.proposal, name));
  const { bundle } = read.value;
  const broken = brokenTextIn(bundle);
  if (broken !== null)
    return fail(refusedSheet(`Cannot keep "${name}": a text in it holds what is no character (${broken})`));
  return ok({ name, bytes, digest: sha256Of(bytes), bundle, sheet: readingOf(sheet, read.value) });
}

/** How it was read, in the same words however it was asked for: guessed or named, by title or by reference. */
function readingOf(
  said: SheetInput,
  { bundle, sheet, proposal }: Extract<SheetAnswer, { readonly kind: 'bundle' }>,
): ReadSheet {
  const [set] = bundle.mappingSets;
  return {
    ...said,
    page: sheet ?? undefined,
    reference: set?.urn ?? bundle.frameworks[0]?.urn,
    from: set?.source,
    to: set?.target,
    columns: proposal.columns.flatMap(({ letter, head, role }) => (role === null ? [] : [{ letter, head, role }])),
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
