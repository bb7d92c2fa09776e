/**
 * Guide reader: draws the model of a guide. It adds no fact and no order of its own; what stands where is decided in core.
 */
import { createContext, useContext } from 'react';
import type { Document } from '../../../core/content/document.ts';
import type { Report, Source } from '../../../core/report/report.ts';

/** What every piece of text may need: its sources, and which citation was followed last. */
export type Reader = {
  readonly report: Report;
  readonly sources: ReadonlyMap<string, Source>;
  readonly documents: ReadonlyMap<string, Document>;
  /** Level of a heading inside a section. */
  readonly level: 2 | 3;
  /** By number of a source: the id of the citation that led to it. */
  readonly followed: Readonly<Record<string, string>>;
  readonly follow: (number: string, citation: string) => void;
};

const context = createContext<Reader | null>(null);

export const ReaderProvider = context.Provider;

export function useReader(): Reader {
  const reader = useContext(context);
  if (reader === null) throw new Error('Cannot draw a block: it stands outside a guide');
  return reader;
}
