/** Guidance in files that others made. */
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../core/base.ts';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import type { ImportRefusal } from '../../core/guidance/refusal.ts';
import { largestGuidanceBytes } from './opened.ts';
import { parseGuidance } from './parse-guidance.ts';

type Read = Result<ImportBundle, ImportRefusal>;

/** A file up to this size takes less time than starting a thread. */
const largestHereBytes = 300_000;
/** The largest file takes a tenth of both. */
const mostMs = 90_000;
const resourceLimits = { maxOldGenerationSizeMb: 4096 };

/**
 * Reads a file of guidance, whatever its format: what it says, what is wrong with it, and what of it is not carried. A
 * large one is read on a thread of its own, because the server must go on answering.
 */
export async function readGuidance(bytes: Uint8Array): Promise<Read> {
  const isApart = bytes.length > largestHereBytes && bytes.length <= largestGuidanceBytes;
  return isApart ? readApart(bytes) : parseGuidance(bytes);
}

function readApart(bytes: Uint8Array): Promise<Read> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./guidance-worker.ts', import.meta.url), { workerData: bytes, resourceLimits });
    const end = (read: Read): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => end(fail(tooMuch)), mostMs);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error);
      else end(fail(tooMuch));
    });
  });
}

const tooMuch: ImportRefusal = {
  code: 'too_large',
  message: 'Reading the file takes more time or memory than one file may have. Split it, for example by framework.',
};
