import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SafeguardId } from '../content/ids.ts';
import { order, type Candidate } from './order.ts';

const candidate = (
  id: string,
  group: Candidate['group'],
  benefit: number,
  effort: number,
  ...needs: string[]
): Candidate => ({
  id: id as SafeguardId,
  group,
  benefit,
  effort,
  needs: needs as SafeguardId[],
});

const cases = [
  { name: 'by value inside a group', given: [candidate('a', 1, 0.2, 1), candidate('b', 1, 0.5, 1)], ids: 'b a' },
  { name: 'groups stand before values', given: [candidate('a', 1, 0.9, 1), candidate('b', 0, 0.1, 1)], ids: 'b a' },
  {
    name: 'a cheap one with little effect does not lead',
    given: [candidate('cheap', 1, 0.05, 0.78), candidate('dear', 1, 0.6, 1.9)],
    ids: 'dear cheap',
  },
  {
    name: 'a prerequisite counts with what it unlocks',
    given: [candidate('key', 1, 0.1, 1), candidate('door', 1, 0.8, 1, 'key'), candidate('other', 1, 0.3, 1)],
    ids: 'key door other',
  },
  {
    name: 'a prerequisite of a later group is moved up',
    given: [candidate('key', 3, 0.1, 1), candidate('door', 0, 0.8, 1, 'key')],
    ids: 'key door',
  },
  {
    name: 'a prerequisite that is done is no longer waited for',
    given: [candidate('door', 1, 0.8, 1, 'done')],
    ids: 'door',
  },
];

for (const { name, given, ids } of cases) {
  test(`order: ${name}`, () => {
    expect(
      order(given)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(ids);
  });
}

test('order: equal values share a rank and say so', () => {
  const placed = order([candidate('a', 1, 0.4, 1), candidate('b', 1, 0.4, 1), candidate('c', 1, 0.1, 1)]);
  expect(placed.map(({ rank, isTied }) => [rank, isTied])).toEqual([
    [1, true],
    [1, true],
    [3, false],
  ]);
});

test('order: the value of a prerequisite names what it was counted with', () => {
  const [key] = order([candidate('key', 1, 0.1, 1), candidate('door', 1, 0.9, 1, 'key')]);
  expect(key).toMatchObject({ id: 'key', valuedWith: 'door', value: 0.5, ownValue: 0.1 });
});

/** Candidates whose needs only point to earlier ones, so that there is no cycle. */
const lists = fc
  .array(
    fc.record({
      group: fc.constantFrom(0, 1, 2, 3),
      benefit: fc.double({ min: 0, max: 1, noNaN: true }),
      effort: fc.double({ min: 0.7, max: 3, noNaN: true }),
      need: fc.nat(30),
    }),
    { maxLength: 14 },
  )
  .map((rows) =>
    rows.map(({ group, benefit, effort, need }, index) =>
      candidate(
        `S-${String(index).padStart(3, '0')}`,
        group as Candidate['group'],
        benefit,
        effort,
        ...(need < index ? [`S-${String(need).padStart(3, '0')}`] : []),
      ),
    ),
  );

test('order: the order of input does not matter', () => {
  fc.assert(
    fc.property(lists, fc.infiniteStream(fc.nat()), (given, keys) => {
      const shuffled = given
        .map((item) => [keys.next().value ?? 0, item] as const)
        .toSorted(([left], [right]) => left - right)
        .map(([, item]) => item);
      expect(order(shuffled)).toEqual(order(given));
    }),
    { seed: 20261125 },
  );
});

test('order: nothing stands before what it needs, and nothing is lost', () => {
  fc.assert(
    fc.property(lists, (given) => {
      const ids = order(given).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
      for (const { id, needs } of given)
        for (const need of needs) expect(ids.indexOf(need)).toBeLessThan(ids.indexOf(id));
    }),
    { seed: 20261125 },
  );
});
