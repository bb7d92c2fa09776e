import { expect, test } from 'vitest';
import type { StoredPlan } from '../../../web/client/plan.ts';
import { leadText } from './lead-text.ts';

const named = (id: string, inMinimumSet: boolean) => ({ id, title: id, inMinimumSet });
const done = (id: string, inMinimumSet = true) => ({ ...named(id, inMinimumSet), ends: true });
const quarter = (name: string, freeDays: number, ...shares: readonly ReturnType<typeof done>[]) => ({
  quarter: name,
  freeDays,
  freeEur: 0,
  shares,
});
const left = (id: string, needsDays: number, needsEur: number) => ({ ...named(id, true), needsDays, needsEur });
const none = { quarters: [], notPlanned: [], setAside: [] };

const cases = [
  { name: 'nothing is open', plan: none, says: ['Nothing is open: all safeguards are in place or do not apply.', ''] },
  {
    name: 'everything fits, some of it beyond the set',
    plan: { ...none, quarters: [quarter('2027-Q1', 10, done('S-001'), done('S-002', false))] },
    says: [
      'With the people and money you gave, everything still open in your minimum set is done by March 2027.',
      'One safeguard beyond the minimum set is done as well. Everything fits.',
    ],
  },
  {
    name: 'what does not fit says what it would take, less what stays free',
    plan: {
      ...none,
      quarters: [quarter('2028-Q1', 5, done('S-001'))],
      notPlanned: [left('S-002', 100, 60_000), left('S-003', 25.5, 0)],
      setAside: [{ ...named('S-004', true), reason: 'Rented' }],
    },
    says: [
      'With the people and money you gave, 1 of the 4 safeguards still open in your minimum set is done by March 2028.',
      '2 do not fit. It would take at least 121 person-days and €60,000 more. One was left out by you.',
    ],
  },
  {
    name: 'nothing fits',
    plan: { ...none, notPlanned: [left('S-002', 1, 0)] },
    says: [
      'With the people and money you gave, nothing that is still open in your minimum set fits into the next two years.',
      'One does not fit. It would take at least one person-day more.',
    ],
  },
];

for (const { name, plan, says } of cases) {
  test(`leadText: ${name}`, () => {
    const { first, rest } = leadText(plan as unknown as StoredPlan);
    expect([first, rest]).toEqual(says);
  });
}
