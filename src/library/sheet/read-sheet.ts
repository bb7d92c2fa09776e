/** Sheets that people hand in: bytes become rows of text, within limits. What the rows mean is for core to say. */
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../core/base.ts';
import { largestSheetBytes, type SheetRefusal, type SheetRows } from './limits.ts';
import { isPackage, parseSheet } from './parse-sheet.ts';

type Read = Result<SheetRows, SheetRefusal>;

/** A workbook of two thousand rows takes a tenth of it on a slow machine. */
const mostMs = 20_000;
const resourceLimits = { maxOldGenerationSizeMb: 512 };

/**
 * The rows of a CSV or XLSX file. A workbook is read on a thread of its own that ends when it takes too long or too much
 * memory: small files can be made that take their readers seconds, and the server must go on answering.
 */
export async function readSheet(bytes: Uint8Array): Promise<Read> {
  return isPackage(bytes) && bytes.length <= largestSheetBytes ? readApart(bytes) : parseSheet(bytes);
}

function readApart(bytes: Uint8Array): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { workerData: bytes, resourceLimits });
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
