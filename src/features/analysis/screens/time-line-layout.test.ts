import { expect, test } from 'vitest';
import type { Lane } from '../../../web/client/obligations.ts';
import { layOut } from './time-line-layout.ts';

const today = '2026-11-23';
const lane = (stages: readonly (readonly [date: string, duties: number])[], rest: Partial<Lane> = {}): Lane => ({
  document: 'law',
  title: 'Law',
  isBinding: false,
  isSinceUnknown: false,
  stages: stages.map(([date, duties]) => ({
    date,
    duties: Array.from({ length: duties }, (_, index) => `duty-${index}`),
    event: null,
    status: 'verified',
  })),
  ...rest,
});
const placed = (given: Lane) => layOut([given], today).lanes[0];
const rounded = (span: readonly [number, number] | null | undefined) => span?.map(Math.round) ?? null;

const lines = [
  { name: 'one day: in full from then on', given: lane([['2029-03-26', 1]]), dotted: null, solid: [94, 100] },
  {
    name: 'several: in stages until the last',
    given: lane([
      ['2027-03-26', 1],
      ['2031-03-26', 2],
    ]),
    dotted: [42, 94],
    solid: [94, 100],
  },
  { name: 'nothing due: no line', given: lane([['2027-10-17', 0]]), dotted: null, solid: null },
  {
    name: 'first day unknown: from the edge',
    given: lane([], { isBinding: true, isSinceUnknown: true }),
    dotted: null,
    solid: [0, 100],
  },
  {
    name: 'long in force: from the edge',
    given: lane([['2018-05-25', 3]], { isBinding: true }),
    dotted: null,
    solid: [0, 100],
  },
] as const;

for (const { name, given, dotted, solid } of lines) {
  test(`layOut: ${name}`, () => {
    const found = placed(given);
    expect([rounded(found?.dotted), rounded(found?.solid)]).toEqual([dotted, solid]);
  });
}

test('layOut: what began before the picture is told, not drawn', () => {
  expect(placed(lane([['2018-05-25', 3]], { isBinding: true }))).toMatchObject({ since: '2018-05-25', stages: [] });
});

test('layOut: labels that would lie on each other go below, then away', () => {
  const found = placed(
    lane([
      ['2027-01-01', 1],
      ['2027-03-01', 1],
      ['2027-05-01', 1],
      ['2029-05-01', 1],
    ]),
  );
  expect(found?.stages.map(({ label }) => label)).toEqual(['above', 'below', null, 'above']);
});

test('layOut: labels stay inside the picture', () => {
  const found = placed(
    lane([
      ['2024-01-02', 1],
      ['2026-01-01', 1],
      ['2031-01-01', 1],
    ]),
  );
  expect(found?.stages.map(({ anchor }) => anchor)).toEqual(['start', 'middle', 'end']);
});

test('layOut: the scale runs from two years before today, whatever the lanes', () => {
  const { years, today: at } = layOut([lane([['2029-03-26', 1]]), lane([['2025-02-02', 1]])], today);
  expect([years[0]?.year, years.at(-1)?.year, Math.round(at)]).toEqual([2024, 2029, 52]);
});
