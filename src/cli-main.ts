import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { config } from 'zod';
import { actionsFor } from './command-actions.ts';
import { fail, ok, type Result } from './core/base.ts';
import { exitCodeOf } from './error-map.ts';
import { contextOf, noData, openServices, unsound } from './installation.ts';
import { dataFolder, hasData, version } from './places.ts';
import type { Services } from './library/services.ts';
import { largestFileBytes as largestEvidenceBytes } from './platform/files/accept-file.ts';
import type { AnyAction, Failure } from './platform/action.ts';
import { runCommandLine, type ExitCode } from './platform/command-line.ts';

const largestFileBytes = 2_000_000;

// A command reads each schema once or so: compiling their parsers would cost more than it saves.
config({ jitless: true });

/** Runs one command. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    return await runCommandLine<Services>(argv, {
      name: 'theriac',
      description: 'What applies to a healthcare provider, where it stands, what to do next and why.',
      version,
      actions: await actionsFor(argv),
      services: () => openServices(async (report) => (await import('./outputs/pdf.ts')).renderPdf(report)),
      unsound,
      execute,
      exitCodeOf,
      readText,
      readBytes: (path, mostBytes = largestEvidenceBytes) => readBytes(path, mostBytes),
      writeFile: write,
      stdout: (text) => void process.stdout.write(text),
      stderr: (text) => void process.stderr.write(text),
    });
  } catch (error) {
    process.stderr.write(
      `Something went wrong here. Please report it with this text:\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return 3;
  }
}

/** Files are read here; rows are read by the server that holds them, or by opening the data if none runs. */
async function execute(
  action: AnyAction<Services>,
  input: unknown,
  services: Services,
  organisation: string | null,
): Promise<Result<unknown, Failure>> {
  const isBare = action.worksWithoutData === true && !hasData();
  if (isBare || !touchesRows(action, input)) return action.execute(contextOf(services, noData), input);
  const { executeOnData } = await import('./data-command.ts');
  return executeOnData(action, input, services, { folder: dataFolder(), organisation });
}

const touchesRows = ({ needsStore }: AnyAction<Services>, input: unknown): boolean =>
  typeof needsStore === 'function' ? needsStore(input as Readonly<Record<string, unknown>>) : needsStore;

async function readText(path: string): Promise<Result<string, Failure>> {
  const read = await readBytes(path, largestFileBytes);
  if (!read.ok) return read;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(read.value));
  } catch (error) {
    return unreadable(path, reasonOf(error));
  }
}

const unreadable = (path: string, why: string) =>
  fail({ kind: 'unreadable_file', message: `Cannot read "${path}": ${why}` });

async function readBytes(path: string, mostBytes: number): Promise<Result<Uint8Array, Failure>> {
  const tooLarge = `it is larger than ${mostBytes} bytes`;
  try {
    if (path !== '-' && (await stat(path)).size > mostBytes) return unreadable(path, tooLarge);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of path === '-' ? process.stdin : createReadStream(path)) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > mostBytes) return unreadable(path, tooLarge);
    }
    return ok(Buffer.concat(chunks));
  } catch (error) {
    return unreadable(path, reasonOf(error));
  }
}

async function write(path: string, bytes: Uint8Array): Promise<Result<void, Failure>> {
  try {
    return ok(await writeFile(path, bytes));
  } catch (error) {
    return fail({ kind: 'unwritable_file', message: `Cannot write "${path}": ${reasonOf(error)}` });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
};
const reasonOf = (error: unknown): string => reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error);
