import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameWeights, weightNames, weightProblem, withWeight } from './weights.ts';

const weights = (risk: number, duty: number, agreed: number) => ({ risk, duty, agreed });

const problems = [
  { given: weights(0.6, 0.25, 0.15), problem: null },
  { given: weights(1, 0, 0), problem: null },
  { given: weights(0.333, 0.333, 0.333), problem: null },
  { given: weights(0.1 + 0.2, 0.7, 0), problem: null },
  { given: weights(0.6, 0.25, 0.05), problem: { kind: 'sum', sum: expect.closeTo(0.9) } },
  { given: weights(0, 0, 0), problem: { kind: 'sum', sum: 0 } },
  { given: weights(1.1, -0.1, 0), problem: { kind: 'negative', name: 'duty' } },
  { given: weights(Number.NaN, 0.5, 0.5), problem: { kind: 'negative', name: 'risk' } },
] as const;

for (const { given, problem } of problems) {
  test(`weightProblem: ${weightNames.map((name) => given[name]).join(', ')}`, () => {
    expect(weightProblem(given)).toEqual(problem);
  });
}

const changes = [
  {
    name: 'the others keep their proportion',
    from: weights(0.6, 0.25, 0.15),
    set: 'risk',
    to: 0.2,
    is: weights(0.2, 0.5, 0.3),
  },
  { name: 'all to one', from: weights(0.6, 0.25, 0.15), set: 'duty', to: 1, is: weights(0, 1, 0) },
  {
    name: 'and back: what was nothing is shared evenly',
    from: weights(0, 1, 0),
    set: 'duty',
    to: 0.4,
    is: weights(0.3, 0.4, 0.3),
  },
  {
    name: 'nothing at all is possible',
    from: weights(0.6, 0.25, 0.15),
    set: 'agreed',
    to: 0,
    is: weights(0.71, 0.29, 0),
  },
  { name: 'more than one is one', from: weights(0.6, 0.25, 0.15), set: 'agreed', to: 3, is: weights(0, 0, 1) },
] as const;

for (const { name, from, set, to, is } of changes) {
  test(`withWeight: ${name}`, () => {
    expect(withWeight(from, set, to)).toEqual(is);
  });
}

test('withWeight: any change leaves weights that may be used', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.nat(100), fc.nat(100)).map(([one, other]) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        return weights(low / 100, (high - low) / 100, (100 - high) / 100);
      }),
      fc.constantFrom(...weightNames),
      fc.double({ min: -0.5, max: 1.5, noNaN: true }),
      (from, name, to) => {
        expect(weightProblem(withWeight(from, name, to))).toBeNull();
      },
    ),
    { seed: 20261125 },
  );
});

test('sameWeights: as far as anybody is shown them', () => {
  expect(sameWeights(weights(0.6, 0.25, 0.15), weights(0.6001, 0.2499, 0.15))).toBe(true);
  expect(sameWeights(weights(0.6, 0.25, 0.15), weights(0.59, 0.26, 0.15))).toBe(false);
});
