/** Excel refuses longer cells. */
const longestCell = 32_767;

/**
 * Text as cells can hold it: well-formed, without control characters and direction overrides, with one kind of line end.
 * Nothing else is changed, because people read sheets back in.
 */
export const cellText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/(?!\n|\t)[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .slice(0, longestCell)
    .toWellFormed();
