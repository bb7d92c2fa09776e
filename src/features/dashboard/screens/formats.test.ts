import { expect, test } from 'vitest';
import { dayAndMonth, timeUntil } from './formats.ts';

test.each([
  ['2027-03-26', 'in 4 months'],
  ['2026-12-25', 'in 1 month'],
  ['2026-12-24', 'in 29 days'],
  ['2026-11-26', 'in 1 day'],
  ['2028-11-25', 'in 2 years'],
  ['2031-03-26', 'in 4 years'],
])('timeUntil: %s is %s', (iso, words) => {
  expect(timeUntil(iso, '2026-11-25')).toBe(words);
});

test('dayAndMonth: the day alone, the month in short', () => {
  expect(dayAndMonth('2027-10-07')).toEqual(['7', 'Oct 2027']);
});
