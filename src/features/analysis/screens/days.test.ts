import { expect, test } from 'vitest';
import { isAskable, monthsBetween } from './days.ts';

const texts = [
  { text: '2026-11-23', askable: true },
  { text: '2024-02-29', askable: true },
  { text: '2026-02-30', askable: false },
  { text: '2026-13-01', askable: false },
  { text: '23.11.2026', askable: false },
  { text: '', askable: false },
  { text: '0202-11-23', askable: false },
  { text: '2041-01-01', askable: false },
];
for (const { text, askable } of texts) {
  test(`isAskable: “${text}”`, () => {
    expect(isAskable(text)).toBe(askable);
  });
}

const spans = [
  { from: '2026-11-23', to: '2027-03-26', months: 4 },
  { from: '2026-11-23', to: '2026-12-22', months: 0 },
  { from: '2026-11-23', to: '2031-11-23', months: 60 },
];
for (const { from, to, months } of spans) {
  test(`monthsBetween: ${from} to ${to}`, () => {
    expect(monthsBetween(from, to)).toBe(months);
  });
}
