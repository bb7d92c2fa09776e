/** The thread on which DOCX files are made: building one blocks for up to half a second. */
import { renderDocx } from './docx.ts';
import { answerRequests } from './worker-thread.ts';

answerRequests(renderDocx);
