import type { IsoDate } from '../content/verification.ts';
import { isDay } from '../incident/calendar.ts';
import type { Evidence } from '../profile/profile.ts';
import { keepFiles } from '../profile/rating-state.ts';

const datedLine = /^(.*\S)\s*\((\d{4}-\d{2}-\d{2})\)$/su;

/** A piece of evidence in one line, with its date in brackets. */
const lineOf = ({ what, dated }: Evidence): string =>
  `${what.replaceAll(/\s+/gu, ' ').trim()}${dated === undefined ? '' : ` (${dated})`}`;

/** Evidence as a cell shows it: one piece a line. */
export const evidenceLines = (evidence: readonly Evidence[]): string => evidence.map(lineOf).join('\n');

/**
 * The evidence that lines stand for. A line that is there already stands for all that is stored of it, and a stored file is
 * not taken out by a sheet.
 */
export function evidenceFrom(lines: string, stored: readonly Evidence[]): readonly Evidence[] {
  const left = [...stored];
  const listed = lines
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = left.findIndex((evidence) => lineOf(evidence) === line);
      return at < 0 ? newEvidence(line) : (left.splice(at, 1)[0] ?? newEvidence(line));
    });
  return keepFiles(stored, listed);
}

/** What a line stands for that nothing stored is. */
export function newEvidence(line: string): Evidence {
  const [, what, dated] = datedLine.exec(line) ?? [];
  return what === undefined || !isDay(dated ?? '') ? { what: line } : { what, dated: dated as IsoDate };
}
