/** What the fonts of printed documents can show. A letter without a glyph would stop the compiler under PDF/UA. */

/** Stands for a letter that the fonts lack. */
const missing = '□';

/** Ranges that Source Serif 4 and Source Sans 3 have together, in all weights; a test prints each of them. */
const printable =
  '\\n -~\u00a0-\u0181\u0192\u01cd-\u01dc\u01ea\u01eb\u01fa-\u01ff\u0218-\u021b\u0259\u02bc\u02c6\u02c7\u02d8-\u02dd\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0493' +
  '\u04d8\u04d9\u1e80-\u1e85\u1e9e-\u1ef9\u1f00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb' +
  '\u1fdd-\u1fef\u1ff2-\u1ff4\u1ff6-\u1ffe\u2002-\u2007\u2009-\u200b\u2010-\u201e\u2020-\u2022\u2026\u202f-\u2033\u2039\u203a\u2044\u2070\u2074-\u208e\u20ac\u2116\u2122\u2126\u215b-\u215e' +
  '\u2190-\u2199\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1\u25aa\u25ab\u25b2\u25b6\u25bc\u25c6\u25ca\u25cb\u25cf\u2610\u2611\u2713\u2717';

/** The class of letters that print, for tests. */
export const printableLetters = new RegExp(`[${printable}]`, 'u');
const unprintable = new RegExp(`[^${printable}]`, 'gu');
/** Marks that show nothing by themselves; the one break chance that `tidy` sets is kept. */
const invisible = /(?!\u200b|\u00ad)\p{Default_Ignorable_Code_Point}/gu;

/** A text as the fonts can print it: composed letters, and a box for each that they lack. */
export const printableText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|\t/gu, ' ')
    .replace(invisible, '')
    .replace(unprintable, missing);

/** Addresses and alternative texts are read by machines, not printed. */
const unprinted: ReadonlySet<string> = new Set(['href', 'url', 'alt']);

/** Every printed string of a model as the fonts can print it. */
export function printableModel(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return unprinted.has(key) ? value : printableText(value);
  if (Array.isArray(value)) return value.map((inner) => printableModel(inner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, printableModel(inner, name)]));
}
