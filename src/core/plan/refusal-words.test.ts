import { expect, test } from 'vitest';
import type { SafeguardId } from '../content/ids.ts';
import { formatsFor } from '../report/formats.ts';
import type { PinRefusal } from './pins.ts';
import { refusalOfParts, refusalParts, refusalWords } from './refusal-words.ts';

const id = 'S-041' as SafeguardId;
const cases: readonly { readonly reason: PinRefusal; readonly says: string }[] = [
  { reason: { kind: 'not_open' }, says: 'not_open' },
  { reason: { kind: 'outside', first: '2027-Q1', last: '2028-Q4' }, says: 'outside Q1 2027 Q4 2028' },
  { reason: { kind: 'needs', id, endsIn: '2027-Q2' }, says: 'needs <S-041> Q2 2027' },
  { reason: { kind: 'needs', id, endsIn: null }, says: 'needsNever <S-041>' },
  { reason: { kind: 'full', quarter: '2027-Q3' }, says: 'full Q3 2027' },
  { reason: { kind: 'too_large', limit: 'days', missingDays: 12.5, missingEur: 0 }, says: 'shortOfDays 12.5' },
  { reason: { kind: 'too_large', limit: 'money', missingDays: 0, missingEur: 60000 }, says: 'shortOfMoney €60,000' },
  { reason: { kind: 'breaks', id, quarter: '2027-Q1' }, says: 'breaks <S-041> Q1 2027' },
];

for (const { reason, says } of cases) {
  test(`refusalWords: ${says}`, () => {
    const { key, values } = refusalWords(reason, formatsFor('en'), (name) => `<${name}>`);
    expect([key, ...Object.values(values)].join(' ')).toBe(says);
  });
  test(`refusalOfParts: reads back ${says}`, () => {
    expect(refusalOfParts(refusalParts(reason))).toEqual(reason);
  });
}

test('refusalOfParts: other details say no refusal', () => {
  expect(refusalOfParts([{ path: 'quarter', message: 'a quarter such as 2027-Q1' }])).toBe(null);
});
