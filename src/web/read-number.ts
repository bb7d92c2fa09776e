import { fail, ok, type Result } from '../core/base.ts';
import { decimalMark, formatNumber } from './format.ts';

/** Why a text is not taken for a number; each has words of its own. */
export type NumberProblem = 'empty' | 'notOnlyNumber' | 'negative' | 'ambiguous' | 'decimalMark';

const spaces = /[\u00a0\u2009\u202f\s]/gu;
const inThousands = /^\d{1,3}(?:([, '’])\d{3})(?:\1\d{3})*(?:\.\d{1,2})?$/u;
const plain = /^\d+(?:\.\d{1,2})?$/u;

/**
 * Reads `2400`, `2,400`, `2 400`, `2'400` and `7.5`, or `2.400` and `7,5` where the page's language writes a decimal comma.
 * What a reader of another language would mean otherwise, such as `2.400` on an English page, is refused: a wrong
 * thousand would decide law.
 */
export function readNumber(text: string, mark: '.' | ',' = decimalMark): Result<number, NumberProblem> {
  const spaced = text.trim().replaceAll(spaces, ' ');
  const written = mark === '.' ? spaced : spaced.replaceAll(/[.,]/gu, (sign) => (sign === '.' ? ',' : '.'));
  if (written === '') return fail('empty');
  if (inThousands.test(written) || plain.test(written)) return ok(Number(written.replaceAll(/[, '’]/gu, '')));
  if (/^[-−]\s?\d/u.test(written)) return fail('negative');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(written) || /^\d+\.\d{3,}$/u.test(written)) return fail('ambiguous');
  if (/^\d+,\d+$/u.test(written)) return fail('decimalMark');
  return fail('notOnlyNumber');
}

/** A number as a field shows it: grouped, where what is shown can be read back as the same. */
export function formatReadable(value: number): string {
  const shown = formatNumber(value);
  const read = readNumber(shown);
  return read.ok && read.value === value ? shown : String(value);
}
