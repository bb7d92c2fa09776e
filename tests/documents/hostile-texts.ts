/** Texts that spreadsheets and their formats trip over, and what is kept of each. */
const rows: readonly (readonly [name: string, text: string, kept?: string])[] = [
  ['a formula', '=HYPERLINK("https://evil.example";"click")'],
  ['a formula with a plus', '+1+cmd|" /C calc"!A0'],
  ['a formula with a minus', '- first point'],
  ['a formula with an at sign', '@SUM(A1:A9)'],
  ['a leading tab', '\t=1+1', '\t=1+1'],
  ['an apostrophe', "'=1+1"],
  ['two apostrophes', "''=1+1"],
  ['a quotation', 'say "no"'],
  ['separators', 'a;b,c\td'],
  ['lines', 'one\ntwo\n\nfour'],
  ['lines of Windows', 'one\r\ntwo', 'one\ntwo'],
  ['markup', '<script>alert(1)</script> & "x" \'y\' ]]>'],
  ['an escape of the format', '_x0041_ _x000D_'],
  ['controls', 'a\u0000b\u0007c\u001bd', 'abcd'],
  ['turned directions', 'a\u202Eb\u2066c', 'abc'],
  ['half a letter', 'a\ud800b', 'a\ufffdb'],
  ['letters of the world', 'Ελληνικά Български Ąžuolas 漢字 😀 العربية'],
  ['a number that is a text', '007'],
  ['a day that is a text', '2026-11-25'],
  ['a name of JavaScript', '__proto__'],
];

export const hostileTexts = rows.map(([name, text, kept = text]) => ({ name, text, kept }));
