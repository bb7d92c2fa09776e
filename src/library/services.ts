import type { Report } from '../core/report/report.ts';
import type { Library } from './library.ts';

/** What the roots hand to every action: the content, and the one machine that is costly to start. */
export type Services = {
  readonly library: Library;
  readonly version: string;
  /** Renders a report as PDF/UA-1: in a worker beside the server, in the process itself for a command. */
  readonly makePdf: (report: Report) => Promise<Uint8Array>;
};
