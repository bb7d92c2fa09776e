import { citationsIn } from '../../../core/report/sources.ts';
import type { Report, Source } from '../../../core/report/report.ts';

/** The sources that some parts of a guide cite, in the order of the guide's list. */
export function citedIn(parts: unknown, { sources }: Report): readonly Source[] {
  const ids = new Set(citationsIn(parts));
  return sources.filter(({ id }) => ids.has(id));
}
