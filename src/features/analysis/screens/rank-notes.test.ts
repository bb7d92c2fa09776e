import { expect, test } from 'vitest';
import type { RankedItem } from '../../../web/client/ranking.ts';
import { axisTicks, endOfSet, notesOf, placeOnAxis } from './rank-notes.ts';

const item = (id: string, group: RankedItem['group'], value: number, rest: Partial<RankedItem> = {}): RankedItem =>
  ({
    id,
    group,
    value,
    isTied: false,
    needs: [],
    valuedWith: null,
    movedBefore: null,
    ...rest,
  }) as unknown as RankedItem;

const cases = [
  { name: 'nothing where value and rank agree', items: [item('a', 1, 0.5), item('b', 1, 0.4)], notes: [] },
  {
    name: 'a named duty stands first',
    items: [item('a', 0, 0.2), item('b', 1, 0.4)],
    notes: [{ kind: 'named' }],
  },
  {
    name: 'the minimum set comes before more value',
    items: [item('a', 1, 0.2), item('b', 3, 0.4)],
    notes: [{ kind: 'set' }],
  },
  { name: 'what is largely there too', items: [item('a', 2, 0.1), item('b', 3, 0.4)], notes: [{ kind: 'largely' }] },
  {
    name: 'a prerequisite names what needs it, once',
    items: [
      item('a', 1, 0.1, { movedBefore: 'b' as never, valuedWith: 'b' as never }),
      item('b', 1, 0.4, { needs: ['a' as never] }),
    ],
    notes: [{ kind: 'before', id: 'b' }],
  },
  {
    name: 'a value that counts another says with which',
    items: [item('a', 1, 0.5, { valuedWith: 'b' as never }), item('b', 1, 0.4)],
    notes: [{ kind: 'with', id: 'b' }],
  },
  {
    name: 'only what is still open is waited for',
    items: [item('b', 1, 0.4, { needs: ['a', 'c'] as never }), item('c', 1, 0.1)],
    notes: [{ kind: 'after', ids: ['c'] }],
  },
  { name: 'a tie is said', items: [item('a', 1, 0.4, { isTied: true }), item('b', 1, 0.4)], notes: [{ kind: 'tied' }] },
] as const;

for (const { name, items, notes } of cases) {
  test(`notesOf: ${name}`, () => {
    expect(notesOf(items)[0]).toEqual(notes);
  });
}

test('endOfSet: what must stand before a member belongs to it', () => {
  expect(
    endOfSet([item('a', 0, 1), item('b', 3, 1, { movedBefore: 'c' as never }), item('c', 1, 1), item('d', 3, 1)]),
  ).toBe(3);
  expect(endOfSet([item('a', 3, 1)])).toBe(0);
});

const axes = [
  { last: 1, ticks: [1] },
  { last: 4, ticks: [1, 2, 3, 4] },
  { last: 11, ticks: [1, 5, 11] },
  { last: 18, ticks: [1, 5, 10, 15, 18] },
  { last: 110, ticks: [1, 20, 40, 60, 80, 100, 110] },
];
for (const { last, ticks } of axes) {
  test(`axisTicks: 1 to ${last}`, () => {
    expect(axisTicks(last)).toEqual(ticks);
  });
}

test('placeOnAxis: ends are inside the picture, one rank alone in the middle', () => {
  expect([placeOnAxis(1, 11), placeOnAxis(6, 11), placeOnAxis(11, 11), placeOnAxis(1, 1)]).toEqual([4, 50, 96, 50]);
});
