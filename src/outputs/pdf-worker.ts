/** The thread on which PDFs are made: compiling blocks, and the server must go on answering. */
import { parentPort } from 'node:worker_threads';
import type { Report } from '../core/report/report.ts';
import { renderPdf } from './pdf.ts';

/** A report to print, and the number under which its answer is awaited. */
export type PdfRequest = { readonly id: number; readonly report: Report };
export type PdfAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };

parentPort?.on('message', ({ id, report }: PdfRequest) => void answer(id, report));

async function answer(id: number, report: Report): Promise<void> {
  try {
    const bytes = await renderPdf(report);
    parentPort?.postMessage({ id, bytes } satisfies PdfAnswer, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id, problem } satisfies PdfAnswer, []);
  }
}
