import { expect, test } from 'vitest';
import { printableModel, printableText } from './pdf-text.ts';

test.each([
  ['Łódź, Ħal Qormi, Żebbuġ, Győr, Ķegums', 'Łódź, Ħal Qormi, Żebbuġ, Győr, Ķegums'],
  ['Νοσοκομείο, Болница, ᾳ', 'Νοσοκομείο, Болница, ᾳ'],
  ['→ ≥ ≤ € 58\u00a0% 4–12 ☐', '→ ≥ ≤ € 58\u00a0% 4–12 ☐'],
  ['e\u0301', 'é'],
  ['漢字 😀', '□□ □'],
  ['a\u2060b\u200cc\ufe0f', 'abc'],
  ['a\u200bb', 'a\u200bb'],
  ['one\r\ntwo\tthree', 'one two three'],
])('printable text: %j becomes %j', (text, printed) => {
  expect(printableText(text)).toBe(printed);
});

test('printable model: addresses and alternative texts are not printed, so they stay', () => {
  const model = {
    title: '漢',
    alt: '漢',
    url: 'https://例.eu',
    list: [{ href: 'https://例.eu', text: '例' }],
    none: null,
  };
  expect(printableModel(model)).toEqual({
    title: '□',
    alt: '漢',
    url: 'https://例.eu',
    list: [{ href: 'https://例.eu', text: '□' }],
    none: null,
  });
});
