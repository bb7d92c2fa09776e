/** The thread on which a large file of guidance is read. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseGuidance } from './parse-guidance.ts';

parentPort?.postMessage(await parseGuidance(workerData as Uint8Array), []);
