import type { Report } from '../core/report/report.ts';

/**
 * Text as every format needs it: well-formed, without control characters or direction overrides, numbers kept with their
 * unit, and a place to break in "words" that are too long for a line.
 */
export const tidyText = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are the characters that XML and printers refuse
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .replace(/(\d) (%|GB|kB|hours|months)/gu, '$1\u00a0$2')
    .replace(/[^\s\u00a0]{41,}/gu, (word) =>
      /^(?:https?:|mailto:)/u.test(word) ? word : (word.match(/.{1,30}/gu) ?? []).join('\u200b'),
    );

/** Every string of a report, tidied. Links of other schemes than http, https and mailto throw: content rules forbid them. */
export const tidied = (report: Report): Report => tidyValue(report) as Report;

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (Array.isArray(value)) return value.map(tidyValue);
  if (typeof value !== 'object' || value === null) return value;
  const { href, url } = value as { href?: unknown; url?: unknown };
  for (const address of [href, url]) {
    if (typeof address === 'string' && !/^(?:https?|mailto):/u.test(address))
      throw new Error(`Cannot link to "${address}": only http, https and mailto are allowed`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidyValue(inner)]));
}
