import type { Report } from '../core/report/report.ts';
import { renderHtml } from './html.ts';
import { identified } from './identity.ts';
import { renderMarkdown } from './markdown.ts';
import { openPdfWorker, type PdfWorker } from './pdf-worker-pool.ts';
import { tidied } from './tidy.ts';

/** The formats of a document, with what a browser and a file system call them. */
export const formats = {
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html' },
  pdf: { mediaType: 'application/pdf', extension: 'pdf' },
  md: { mediaType: 'text/markdown; charset=utf-8', extension: 'md' },
  json: { mediaType: 'application/json', extension: 'json' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
  },
} as const;
/** One of the formats. */
export type Format = keyof typeof formats;
/** Their names. */
export const formatIds = Object.keys(formats) as readonly Format[];

/** What every format draws: the report with tidy text and its identity. */
export const finished = (report: Report): Report => identified(tidied(report));

/**
 * A report as bytes. PDF comes from `makePdf`, because its compiler is costly to start and blocks the thread it runs on;
 * DOCX is made beside this thread as well. Same report and format, same bytes.
 */
export async function renderReport(
  report: Report,
  format: Format,
  makePdf: (report: Report) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const model = finished(report);
  const text = new TextEncoder();
  switch (format) {
    case 'html':
      return text.encode(renderHtml(model));
    case 'md':
      return text.encode(renderMarkdown(model));
    case 'json':
      return text.encode(`${JSON.stringify(model, null, 2)}\n`);
    case 'pdf':
      return makePdf(model);
    case 'docx':
      return makeDocx(model);
  }
}

let docxWorker: PdfWorker | null = null;

/** On a thread of its own, begun by the first document: seventeen chapters take half a second. Idle, it holds no process. */
const makeDocx = (report: Report): Promise<Uint8Array> => {
  docxWorker ??= openPdfWorker(new URL('./docx-worker.ts', import.meta.url), 'a DOCX');
  return docxWorker.render(report);
};
