import { expect, test } from 'vitest';
import type { IsoDate } from '../content/verification.ts';
import type { Ranked, Ranking } from '../ranking/rank.ts';
import { nextQuarter, plan } from './plan.ts';

/** `S-001 20d €4000 needs S-002`: as much of a ranked safeguard as planning looks at. */
function items(...lines: readonly string[]): Ranking {
  const ranked = lines.map((line) => {
    const [, id = '', days = '0', eur = '0', needs = ''] =
      /^(S-\d{3}) (\d+)d €(\d+)(?: needs (.+))?$/u.exec(line) ?? [];
    return {
      safeguard: { id, needs: needs === '' ? [] : needs.split(' ') },
      gap: { value: 1 },
      effort: { days: [Number(days), Number(days)], costEur: [Number(eur), Number(eur)] },
    };
  });
  return { items: ranked as unknown as readonly Ranked[] } as Ranking;
}

const on = '2026-11-25' as IsoDate;
const show = (given: Ranking, personDays: number, moneyEur: number): string => {
  const { quarters, notPlanned } = plan(given, { personDays, moneyEur, firstQuarter: '2027-Q1' }, on);
  const planned = quarters
    .filter(({ shares }) => shares.length > 0)
    .map(
      ({ quarter, shares }) => `${quarter}: ${shares.map(({ id, personDays: days }) => `${id} ${days}`).join(', ')}`,
    );
  return [
    ...planned,
    ...notPlanned.map(({ id, reason, missingDays, missingEur }) => `${id} ${reason.kind} ${missingDays} ${missingEur}`),
  ].join('; ');
};

const cases = [
  {
    name: 'work may span quarters',
    given: items('S-001 30d €0'),
    days: 20,
    eur: 0,
    shown: '2027-Q1: S-001 20; 2027-Q2: S-001 10',
  },
  {
    name: 'a lower rank fills what is left',
    given: items('S-001 15d €0', 'S-002 5d €0'),
    days: 20,
    eur: 0,
    shown: '2027-Q1: S-001 15, S-002 5',
  },
  {
    name: 'money can be what runs out first',
    given: items('S-001 10d €2000', 'S-002 10d €0'),
    days: 20,
    eur: 1000,
    shown: '2027-Q1: S-001 5, S-002 10; 2027-Q2: S-001 5',
  },
  {
    name: 'what needs another waits for it',
    given: items('S-002 30d €0', 'S-001 5d €0 needs S-002'),
    days: 20,
    eur: 0,
    shown: '2027-Q1: S-002 20; 2027-Q2: S-002 10, S-001 5',
  },
  { name: 'no money at all', given: items('S-001 10d €2000'), days: 20, eur: 0, shown: 'S-001 money 0 2000' },
  {
    name: 'too large for two years names what is missing',
    given: items('S-001 100d €0'),
    days: 10,
    eur: 0,
    shown: 'S-001 days 20 0',
  },
  {
    name: 'what does not fit does not keep others out',
    given: items('S-001 100d €0', 'S-002 10d €0'),
    days: 10,
    eur: 0,
    shown: '2027-Q1: S-002 10; S-001 days 20 0',
  },
  {
    name: 'what needs something that does not fit waits too',
    given: items('S-001 100d €0', 'S-002 10d €0 needs S-001'),
    days: 10,
    eur: 0,
    shown: 'S-001 days 20 0; S-002 needs 10 0',
  },
];

for (const { name, given, days, eur, shown } of cases) {
  test(`plan: ${name}`, () => {
    expect(show(given, days, eur)).toBe(shown);
  });
}

test.each([
  ['2026-11-25', '2027-Q1'],
  ['2026-01-01', '2026-Q2'],
  ['2026-09-30', '2026-Q4'],
])('nextQuarter: after %s comes %s', (day, quarter) => {
  expect(nextQuarter(day as IsoDate)).toBe(quarter);
});
