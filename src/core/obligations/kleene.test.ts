import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { and, majority, not, or, type Truth } from './kleene.ts';

const truth = fc.constantFrom<Truth[]>(true, false, 'unknown');
const checked = (property: (a: Truth, b: Truth, c: Truth) => boolean) =>
  fc.check(fc.property(truth, truth, truth, property), { seed: 20261123 });
const holding = { failed: false, counterexample: null };
/** Every way in which unknowns may turn out. */
const outcomes = (value: Truth): readonly boolean[] => (value === 'unknown' ? [true, false] : [value]);

test.each<[Truth, Truth, Truth, Truth]>([
  [true, true, true, true],
  [true, false, false, true],
  [true, 'unknown', 'unknown', true],
  [false, 'unknown', false, 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
  [false, false, false, false],
])('%s and, or %s: %s, %s', (left, right, both, either) => {
  expect([and(left, right), or(left, right)]).toEqual([both, either]);
});

test('nothing joined: and is yes, or is no', () => {
  expect([and(), or(), not('unknown'), not(true)]).toEqual([true, false, 'unknown', false]);
});

test('laws: order and grouping do not matter, and joins distribute', () => {
  expect(
    checked((a, b, c) => and(a, b) === and(b, a) && or(a, b) === or(b, a) && and(a, and(b, c)) === and(a, b, c)),
  ).toMatchObject(holding);
  expect(checked((a, b, c) => and(a, or(b, c)) === or(and(a, b), and(a, c)))).toMatchObject(holding);
  expect(checked((a, b) => not(and(a, b)) === or(not(a), not(b)) && not(not(a)) === a)).toMatchObject(holding);
});

test('monotone: whatever an unknown turns out to be, a settled result stays', () => {
  const stays = (join: typeof majority) => (a: Truth, b: Truth, c: Truth) => {
    const result = join(a, b, c);
    return (
      result === 'unknown' ||
      outcomes(a).every((x) => outcomes(b).every((y) => outcomes(c).every((z) => join(x, y, z) === result)))
    );
  };
  for (const join of [and, or, majority]) expect(checked(stays(join))).toMatchObject(holding);
});
