import { parentPort } from 'node:worker_threads';
import type { Report } from '../core/report/report.ts';

/** A report to make a file of, and the number under which its answer is awaited. */
export type FileRequest = { readonly id: number; readonly report: Report };
/** The file, or why there is none. */
export type FileAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };

/** Answers every request of the thread that started this one. */
export function answerRequests(render: (report: Report) => Promise<Uint8Array>): void {
  parentPort?.on('message', ({ id, report }: FileRequest) => void answer(id, report, render));
}

async function answer(id: number, report: Report, render: (report: Report) => Promise<Uint8Array>): Promise<void> {
  try {
    const bytes = await render(report);
    parentPort?.postMessage({ id, bytes } satisfies FileAnswer, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, problem } satisfies FileAnswer, []);
  }
}
