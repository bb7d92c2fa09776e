import { expect, test } from 'vitest';
import { isAskable, isDay, monthsBetween } from './days.ts';

const texts = [
  { text: '2026-11-23', day: true, askable: true },
  { text: '2024-02-29', day: true, askable: true },
  { text: '2026-02-30', day: false, askable: false },
  { text: '2026-13-01', day: false, askable: false },
  { text: '23.11.2026', day: false, askable: false },
  { text: '', day: false, askable: false },
  { text: '0202-11-23', day: true, askable: false },
  { text: '2041-01-01', day: true, askable: false },
];
for (const { text, day, askable } of texts) {
  test(`isDay: “${text}”`, () => {
    expect([isDay(text), isAskable(text)]).toEqual([day, askable]);
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
