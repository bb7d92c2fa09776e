import { expect, test } from 'vitest';
import { gapOf } from './gap.ts';

const cases = [
  { rating: undefined, gap: { value: 1, isUnknown: true } },
  { rating: { kind: 'not_implemented' }, gap: { value: 1, isUnknown: false } },
  { rating: { kind: 'partially' }, gap: { value: 1 - 1 / 3, isUnknown: false } },
  { rating: { kind: 'largely' }, gap: { value: 1 - 2 / 3, isUnknown: false } },
  { rating: { kind: 'fully' }, gap: { value: 0, isUnknown: false } },
  { rating: { kind: 'not_applicable', reason: 'no such device' }, gap: { value: 0, isUnknown: false } },
] as const;

for (const { rating, gap } of cases) {
  test(`gapOf: ${rating?.kind ?? 'no rating is unknown, not zero'}`, () => {
    expect(gapOf(rating)).toEqual(gap);
  });
}
