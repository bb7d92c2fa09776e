import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byNumber } from './natural-order.ts';

test.each<[readonly string[]]>([
  [['1', '1.1', '1.2', '1.10', '2']],
  [['A.5.2', 'A.5.10', 'A.6.1']],
  [['1.1.1.a', '1.1.1.b', '1.1.2']],
  [['', '1', 'a']],
  [['01', '1', '1.1', '2']],
])('byNumber: %j', (order) => expect(order.toReversed().toSorted(byNumber)).toEqual(order));

test('byNumber: one order, whatever stood first', () => {
  const text = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', 'a', 'B'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      expect(texts.toReversed().toSorted(byNumber)).toEqual(texts.toSorted(byNumber));
    }),
    { seed: 20261127, numRuns: 500 },
  );
});
