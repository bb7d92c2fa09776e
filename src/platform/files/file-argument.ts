import { ok, type Result } from '../../core/base.ts';
import type { CommandIo, Failure, Given } from '../action.ts';

/** The file that a command names, as a request would carry it: its name and its bytes in base64. Nothing where none is named. */
export async function fileArgument(
  path: Given['options'][string],
  { readBytes }: Pick<CommandIo<unknown>, 'readBytes'>,
): Promise<Result<{ readonly name: string; readonly content: string } | undefined, Failure>> {
  if (typeof path !== 'string') return ok(undefined);
  const read = await readBytes(path);
  if (!read.ok) return read;
  const name = path.split(/[/\\]/u).at(-1) ?? path;
  return ok({ name, content: Buffer.from(read.value).toString('base64') });
}
