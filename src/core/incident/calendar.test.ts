import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '../content/verification.ts';
import { addDays, addMonths, isDay, addWorkingDays, isWeekend, workingDayFrom, type Holidays } from './calendar.ts';

const day = (text: string): IsoDate => text as IsoDate;
const settled = { seed: 20261123 } as const;
const holding = { failed: false, counterexample: null };
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days));

test.each([
  ['2026-11-23', 1, '2026-12-23'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2027-01-29', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-08-31', 10, '2027-06-30'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-30', 12, '2027-11-30'],
])('%s and %i months: %s', (from, months, wanted) => {
  expect(addMonths(day(from), months)).toBe(wanted);
});

test('months: the number of the day stays, or is the last of its month', () => {
  const keeps = (from: IsoDate, months: number) => {
    const to = addMonths(from, months);
    const isLast = addDays(to, 1).endsWith('-01');
    return to.slice(8) === from.slice(8) || (isLast && to.slice(8) < from.slice(8));
  };
  expect(fc.check(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), keeps), settled)).toMatchObject(holding);
});

test('days: forward and back is where one was', () => {
  const returns = (from: IsoDate, days: number) => addDays(addDays(from, days), -days) === from;
  expect(fc.check(fc.property(anyDay, fc.integer({ min: -900, max: 900 }), returns), settled)).toMatchObject(holding);
});

test('working days: weekends and holidays do not count, the day itself neither', () => {
  const holidays: Holidays = new Set([day('2026-12-25'), day('2026-12-26'), day('2027-01-01')]);
  expect([isWeekend(day('2026-11-21')), isWeekend(day('2026-11-23'))]).toEqual([true, false]);
  expect(workingDayFrom(day('2026-12-25'), holidays)).toBe('2026-12-28');
  expect(addWorkingDays(day('2026-12-24'), 1, holidays)).toBe('2026-12-28');
  expect(addWorkingDays(day('2026-11-23'), 30, new Set())).toBe('2027-01-04');
  expect(addWorkingDays(day('2026-11-23'), 30, holidays)).toBe('2027-01-06');
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-13-01', false],
  ['2027-2-9', false],
  ['23.11.2026', false],
  ['2027-05-31T00:00:00Z', false],
  ['', false],
])('isDay: %s is %s', (text, is) => {
  expect(isDay(text)).toBe(is);
});
