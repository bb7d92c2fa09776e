/** The thread on which PDFs are made: compiling blocks, and the server must go on answering. */
import { renderPdf } from './pdf.ts';
import { answerRequests } from './worker-thread.ts';

answerRequests(renderPdf);
