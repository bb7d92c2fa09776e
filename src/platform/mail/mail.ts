/** One mail: text alone, to one person. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

const mostAddressLetters = 254;
const mostSubjectLetters = 150;

/** Whether a text is a plain address: no name beside it, no second one, and nothing that could end a line. */
export const isAddress = (text: string): boolean =>
  text.length <= mostAddressLetters && /^[^\s@<>,;:"()[\]\\\p{C}]{1,64}@[^\s@<>,;:"()[\]\\\p{C}]+$/u.test(text);

/**
 * A text in one line, without control characters or those that turn the direction of reading: what stands in a head, and
 * names of people in a text.
 */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, mostSubjectLetters);
