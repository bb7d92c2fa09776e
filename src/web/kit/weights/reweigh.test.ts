import { expect, test } from 'vitest';
import type { RankedItem } from '../../client/ranking.ts';
import { movedRanks, reweigh } from './reweigh.ts';

const item = (id: string, rank: number, risk: number, duty: number): RankedItem =>
  ({
    id,
    title: `Safeguard ${id}`,
    rank,
    group: 1,
    gap: 1,
    gapIsUnknown: false,
    risk,
    duty,
    agreed: 0.5,
    leftDays: 9,
    leftLow: 9,
    leftHigh: 9,
    needs: [],
  }) as unknown as RankedItem;

const items = [item('S-101', 1, 0.8, 0.1), item('S-102', 2, 0.2, 1), item('S-103', 3, 0.1, 0)];

test('reweigh: the order follows the weights, and each item keeps what no weight changes', () => {
  const after = reweigh(items, { risk: 0, duty: 1, agreed: 0 }, 0.5);
  expect(after.map(({ id, rank, value }) => [id, rank, value])).toEqual([
    ['S-102', 1, 1],
    ['S-101', 2, 0.1],
    ['S-103', 3, 0],
  ]);
  expect(after[0]).toMatchObject({ title: 'Safeguard S-102', risk: 0.2 });
});

test('movedRanks: only what moved, in the new order', () => {
  const after = reweigh(items, { risk: 0, duty: 1, agreed: 0 }, 0.5);
  expect(movedRanks(items, after).map(({ id, before, after: now }) => [id, before, now])).toEqual([
    ['S-102', 2, 1],
    ['S-101', 1, 2],
  ]);
  expect(movedRanks(items, items)).toEqual([]);
});
