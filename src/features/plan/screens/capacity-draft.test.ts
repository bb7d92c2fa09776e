import { expect, test } from 'vitest';
import { draftOf, readCapacity } from './capacity-draft.ts';

const cases = [
  { name: 'both', days: '60', money: '45,000', given: { personDays: 60, moneyEur: 45_000 } },
  { name: 'nothing is an amount', days: '0', money: '0', given: { personDays: 0, moneyEur: 0 } },
  {
    name: 'a first quarter',
    days: '7.5',
    money: '1',
    from: '2027-Q2',
    given: { personDays: 7.5, moneyEur: 1, firstQuarter: '2027-Q2' },
  },
  { name: 'both left out', days: '', money: ' ', problems: ['days empty', 'money empty'] },
  { name: 'words', days: '60 days', money: '1', problems: ['days notOnlyNumber'] },
  { name: 'beyond reason', days: '100001', money: '1', problems: ['days tooLarge'] },
];

for (const { name, days, money, from = null, given, problems } of cases) {
  test(`readCapacity: ${name}`, () => {
    const read = readCapacity({ days, money, from });
    if (read.ok) expect(read.value).toEqual(given);
    else expect(read.error.map(({ field, kind }) => `${field} ${kind}`)).toEqual(problems);
  });
}

test('draftOf: what was stored reads back as it was', () => {
  const stored = { person_days_per_quarter: 60, money_eur_per_quarter: 45_000, first_quarter: '2027-Q1' };
  expect(readCapacity(draftOf(stored))).toEqual({
    ok: true,
    value: { personDays: 60, moneyEur: 45_000, firstQuarter: '2027-Q1' },
  });
  expect(readCapacity(draftOf(null)).ok).toBe(false);
});
