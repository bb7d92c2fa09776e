import { Worker } from 'node:worker_threads';
import type { Report } from '../core/report/report.ts';
import type { FileAnswer, FileRequest } from './worker-thread.ts';

/** Makes PDFs on a thread of its own. */
export type PdfWorker = {
  readonly render: (report: Report) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void };

/** A worker that has been started, and who waits for it. */
type Started = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** A compiler never forgets all of a document (2 to 8 MB each were measured), so another takes over after so many. */
const documentsPerWorker = 40;

/**
 * One long-lived worker, started by the first render; requests are answered one after the other. If it dies, whoever waits
 * is told, and the next render starts another. `close` may be called more than once; nothing is rendered after it.
 */
export function openPdfWorker(
  script: URL = new URL('./pdf-worker.ts', import.meta.url),
  what: 'a PDF' | 'a DOCX' = 'a PDF',
): PdfWorker {
  const alive = new Set<Started>();
  let current: Started | null = null;
  let requests = 0;
  let isClosed = false;
  const workerFor = (request: number): Started => {
    if (current !== null && request % documentsPerWorker !== 0) return current;
    const worn = current;
    const fresh = startWorker(script, what, (ended) => {
      alive.delete(ended);
      if (current === ended) current = null;
    });
    alive.add(fresh);
    current = fresh;
    if (worn !== null) endWhenIdle(worn);
    return fresh;
  };
  return {
    render: (report) => {
      if (isClosed) return Promise.reject(new Error(`Cannot make ${what} of "${report.title}": the worker is closed`));
      requests += 1;
      return ask(workerFor(requests), { id: requests, report });
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...alive].map(({ worker }) => worker.terminate()));
    },
  };
}

function ask({ worker, waiting }: Started, request: FileRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.postMessage(request, []);
    waiting.set(request.id, { resolve, reject });
    // A process does not end while someone waits for a document, and does not stay for an idle worker.
    worker.ref();
  });
}

function startWorker(script: URL, what: string, onEnd: (ended: Started) => void): Started {
  const started: Started = { worker: new Worker(script), waiting: new Map() };
  const { worker, waiting } = started;
  const end = (reason: string): void => {
    onEnd(started);
    for (const { reject } of waiting.values()) reject(new Error(`Cannot make ${what}: ${reason}`));
    waiting.clear();
  };
  worker.on('message', (answer: FileAnswer) => settle(started, answer));
  worker.on('error', (error) => end(`the worker failed: ${error instanceof Error ? error.message : String(error)}`));
  worker.on('exit', () => end('the worker ended'));
  return started;
}

function settle({ worker, waiting }: Started, answer: FileAnswer): void {
  const waiter = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) worker.unref();
  if ('bytes' in answer) waiter?.resolve(answer.bytes);
  else waiter?.reject(new Error(answer.problem));
}

/** Answers who waits, then ends: after each answer it is looked at again. */
function endWhenIdle({ worker, waiting }: Started): void {
  const look = (): void => {
    if (waiting.size === 0) void worker.terminate();
  };
  look();
  worker.on('message', look);
}
