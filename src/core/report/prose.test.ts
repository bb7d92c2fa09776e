import { expect, test } from 'vitest';
import { marksOf, proseRuns, withoutMarks } from './prose.ts';

const cases = [
  { prose: 'Plain.', marks: [] },
  { prose: 'The board approves [nis2:20(1)].', marks: [{ target: 'nis2:20(1)' }] },
  { prose: 'Report [nis2:23(4)(a)] and [ST-10].', marks: [{ target: 'nis2:23(4)(a)' }, { target: 'ST-10' }] },
  { prose: 'Made in house [eu-mdr, Art. 5(5)].', marks: [{ target: 'eu-mdr', locator: 'Art. 5(5)' }] },
  { prose: 'See [S-043] first.', marks: [{ target: 'S-043' }] },
  { prose: 'Not a mark [see below] nor [1].', marks: [] },
];

for (const { prose, marks } of cases) {
  test(`marksOf: ${prose}`, () => {
    expect(marksOf(prose)).toEqual(marks.map((mark) => ({ locator: undefined, ...mark })));
  });
}

test('proseRuns: marks become what the resolver says, text around them stays', () => {
  expect(proseRuns('A [ST-10] b', ({ target }) => [{ cite: target }])).toEqual(['A ', { cite: 'ST-10' }, ' b']);
});

test('withoutMarks: no space is left before a full stop', () => {
  expect(withoutMarks('The board approves [nis2:20(1)].')).toBe('The board approves.');
});
