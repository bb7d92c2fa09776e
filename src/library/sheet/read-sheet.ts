/** Sheets that people hand in: bytes become rows of text, within limits. What the rows mean is for core to say. */
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../core/base.ts';
import {
  largestSheetBytes,
  ratingLimits,
  type NamedSheet,
  type SheetLimits,
  type SheetRefusal,
  type SheetRows,
} from './limits.ts';
import { isPackage, parseSheets } from './parse-sheet.ts';
import type { SheetTask } from './sheet-worker.ts';

type Read = Result<readonly NamedSheet[], SheetRefusal>;

/** A workbook of two thousand rows takes a tenth of it on a slow machine. */
const mostMs = 20_000;
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/** The rows of the first visible sheet of a CSV, XLSX or ODS file. */
export async function readSheet(
  bytes: Uint8Array,
  limits: SheetLimits = ratingLimits,
): Promise<Result<SheetRows, SheetRefusal>> {
  const read = await readFrom({ bytes, limits, which: 'first' });
  return read.ok ? ok(read.value[0]?.rows ?? []) : read;
}

/** Every visible sheet that holds something, with its name. */
export const readSheets = (bytes: Uint8Array, limits: SheetLimits): Promise<Read> =>
  readFrom({ bytes, limits, which: 'all' });

/**
 * A workbook, or a long text, is read on a thread of its own that ends when it takes too long or too much memory: small
 * files can be made that take their readers seconds, and the server must go on answering.
 */
const readFrom = (task: SheetTask): Promise<Read> =>
  task.bytes.length <= task.limits.bytes && (isPackage(task.bytes) || task.bytes.length > largestSheetBytes)
    ? readApart(task)
    : parseSheets(task.bytes, task.limits, task.which);

function readApart(task: SheetTask): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { workerData: task, resourceLimits });
    const end = (read: Read): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => end(fail('too_large')), mostMs);
    worker.once('message', end);
    worker.once('error', () => end(fail('too_large')));
  });
}
