import { Worker } from 'node:worker_threads';
import type { Report } from '../core/report/report.ts';
import type { PdfAnswer, PdfRequest } from './pdf-worker.ts';

/** Makes PDFs on a thread of its own. */
export type PdfWorker = {
  readonly render: (report: Report) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

/** A worker that has been started, and who waits for it. */
type Started = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/**
 * One long-lived worker, started by the first render; requests are answered one after the other. If it dies, whoever waits
 * is told, and the next render starts another. `close` may be called more than once; nothing is rendered after it.
 */
export function openPdfWorker(): PdfWorker {
  let started: Started | null = null;
  let isClosed = false;
  let requests = 0;
  const current = (): Started => {
    started ??= startWorker((ended) => {
      if (started === ended) started = null;
    });
    return started;
  };
  return {
    render: (report) => {
      if (isClosed) return Promise.reject(new Error(`Cannot make a PDF of "${report.title}": the worker is closed`));
      return ask(current(), { id: (requests += 1), report });
    },
    close: async () => {
      isClosed = true;
      await started?.worker.terminate();
    },
  };
}

function ask({ worker, waiting }: Started, request: PdfRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject });
    // A process does not end while someone waits for a document, and does not stay for an idle worker.
    worker.ref();
    worker.postMessage(request);
  });
}

function startWorker(onEnd: (ended: Started) => void): Started {
  const started: Started = { worker: new Worker(new URL('./pdf-worker.ts', import.meta.url)), waiting: new Map() };
  const { worker, waiting } = started;
  worker.on('message', (answer: PdfAnswer) => settle(started, answer));
  const end = (reason: string): void => {
    onEnd(started);
    for (const { reject } of waiting.values()) reject(new Error(`Cannot make a PDF: ${reason}`));
    waiting.clear();
  };
  worker.on('error', (error) => end(`the worker failed: ${error instanceof Error ? error.message : String(error)}`));
  worker.on('exit', () => end('the worker ended'));
  return started;
}

function settle({ worker, waiting }: Started, answer: PdfAnswer): void {
  const waiter = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) worker.unref();
  if ('bytes' in answer) waiter?.resolve(answer.bytes);
  else waiter?.reject(new Error(answer.problem));
}
