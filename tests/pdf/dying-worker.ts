/** Stands in for the PDF worker: answers with how many it has answered, and ends when it is told to die. */
import { parentPort } from 'node:worker_threads';
import type { FileAnswer, FileRequest } from '../../src/outputs/worker-thread.ts';

let answered = 0;

parentPort?.on('message', ({ id, report }: FileRequest) => {
  if (report.title === 'die') process.exit(3);
  answered += 1;
  parentPort?.postMessage({ id, bytes: Uint8Array.of(answered) } satisfies FileAnswer, []);
});
