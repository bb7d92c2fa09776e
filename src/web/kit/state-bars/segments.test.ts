import { expect, test } from 'vitest';
import { segmentsOf } from './segments.ts';

test('segmentsOf: parts fill the bar in the order of the states, unknown last', () => {
  const parts = segmentsOf({ fully: 1, largely: 0, partially: 2, not_implemented: 0, unknown: 1 });
  expect(parts.map(({ state, at, width }) => [state, at, width])).toEqual([
    ['fully', 0, 25],
    ['partially', 25, 50],
    ['unknown', 75, 25],
  ]);
  expect(segmentsOf({ fully: 0, largely: 0, partially: 0, not_implemented: 0, unknown: 0 })).toEqual([]);
});
