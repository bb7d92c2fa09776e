/** The thread on which a workbook that someone handed in is read. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SheetLimits } from './limits.ts';
import { parseSheets } from './parse-sheet.ts';

/** What the thread is handed. */
export type SheetTask = {
  readonly bytes: Uint8Array;
  readonly limits: SheetLimits;
  readonly which: 'first' | 'all';
};

const { bytes, limits, which } = workerData as SheetTask;
parentPort?.postMessage(await parseSheets(bytes, limits, which), []);
