import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import { readGuidance } from '../../library/guidance/read-guidance.ts';
import { oneLine } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import type { CommandIo, Failure, Given } from '../../platform/action.ts';
import { brokenTextIn } from '../../platform/broken-text.ts';
import { bytesOfBase64, plainName, sha256Of } from '../../platform/files/accept-file.ts';
import { sheetInput, sheetOf, type SheetInput } from './sheet-input.ts';
import { unsaidSheet } from './sheet-look.ts';

/** The largest file that is read: the largest catalogue of controls that is published has a sixth of it. */
export const largestImportBytes = 64_000_000;
const base64Letters = Math.ceil(largestImportBytes / 3) * 4;
/** Such a file in JSON, with room for what is said beside it. */
export const largestImportBody = base64Letters + 20_000;

/** A file in a request, and where it comes from. */
export const importInput = z.strictObject({
  file: z.strictObject({
    name: z.string().min(1).max(400),
    content: z.string().min(1).max(base64Letters).describe('The bytes of the file in base64, at most 64 MB of them'),
  }),
  source: oneLine
    .max(500)
    .optional()
    .describe('Where the file comes from, in your words: an address, a publisher. It is kept with the import.'),
  sheet: sheetInput.optional().describe('Of a spreadsheet: what it is, and which column is what'),
});
export type ImportInput = z.infer<typeof importInput>;

/** A file that was read, and its bytes. */
export type ReadFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly bundle: ImportBundle;
  /** How a spreadsheet was read; null of what says itself what it is. */
  readonly sheet: ReadSheet | null;
};

/** What was said of a spreadsheet, with the columns that were read. */
export type ReadSheet = Omit<SheetInput, 'columns'> & {
  readonly columns: readonly { readonly letter: string; readonly head: string; readonly role: string }[];
};

/** Reads and hashes a file, outside of any transaction. */
export async function readFile({ file }: ImportInput): Promise<Result<ReadFile, Failure>> {
  const name = plainName(file.name);
  const bytes = bytesOfBase64(file.content);
  if (bytes === null)
    return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
  const read = await readGuidance(bytes);
  if (!read.ok)
    return fail(
      (await unsaidSheet(bytes, name, read.error)) ?? {
        kind: 'refused_file',
        message: `Cannot read "${name}". ${read.error.message}`,
        details: [{ path: 'file', message: read.error.code }],
      },
    );
  const broken = brokenTextIn(read.value);
  if (broken !== null)
    return fail({
      kind: 'refused_file',
      message: `Cannot keep "${name}": a text in it holds what is no character`,
      details: [{ path: broken, message: 'broken_text' }],
    });
  return ok({ name, bytes, digest: sha256Of(bytes), bundle: read.value, sheet: null });
}

/** The file that a command names, as a request would carry it. */
export async function importArguments(
  { args: [path = '-'], options }: Given,
  { readBytes }: CommandIo<Services>,
): Promise<Result<unknown, Failure>> {
  const read = await readBytes(path);
  if (!read.ok) return read;
  const name = path === '-' ? 'standard-input' : (path.split(/[/\\]/u).at(-1) ?? path);
  const sheet = sheetOf({ args: [path], options });
  if (!sheet.ok) return sheet;
  return ok({
    file: { name, content: Buffer.from(read.value).toString('base64') },
    ...(options['source'] === undefined ? {} : { source: options['source'] }),
    ...sheet.value,
  });
}
