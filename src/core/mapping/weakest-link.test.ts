import { expect, test } from 'vitest';
import { byTrust, isWithdrawn, noDoubt, weaker, type Trust } from './weakest-link.ts';

const unsaid: Trust = { review: null, rationale: null, confidence: null };
const trust = (changes: Partial<Trust>): Trust => ({ ...noDoubt, ...changes });

test.each<[string, Trust, Trust, Trust]>([
  ['no doubt weakens nothing', noDoubt, trust({ review: 'draft' }), trust({ review: 'draft' })],
  ['what is unsaid stays unsaid', unsaid, noDoubt, unsaid],
  [
    'each from where it is weakest',
    trust({ review: 'draft', confidence: 0.9 }),
    trust({ rationale: 'functional', confidence: 0.5 }),
    { review: 'draft', rationale: 'functional', confidence: 0.5 },
  ],
  ['unknown is weaker than low', trust({ confidence: 0 }), trust({ confidence: null }), trust({ confidence: null })],
  ['withdrawn is weakest', trust({ review: 'superseded' }), unsaid, trust({ ...unsaid, review: 'superseded' })],
])('weaker: %s', (_, left, right, expected) => {
  expect(weaker(left, right)).toEqual(expected);
  expect(weaker(right, left)).toEqual(expected);
});

test('byTrust: review, then rationale, then confidence', () => {
  const order = [
    noDoubt,
    trust({ confidence: 0.5 }),
    trust({ rationale: 'semantic' }),
    trust({ review: 'not_complete' }),
    trust({ review: 'draft', rationale: null }),
    unsaid,
    trust({ review: 'deprecated' }),
  ];
  expect(order.toReversed().toSorted(byTrust)).toEqual(order);
});

test('isWithdrawn', () => {
  expect(isWithdrawn(unsaid)).toBe(false);
  expect(isWithdrawn(trust({ review: 'deprecated' }))).toBe(true);
});
