import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SafeguardId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Ranked, Ranking } from '../ranking/rank.ts';
import type { Pin, PinRefusal } from './pins.ts';
import { plan, planWithPin } from './plan.ts';
import { nextQuarter } from './quarters.ts';

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
const show = (given: Ranking, personDays: number, moneyEur: number, pins: readonly Pin[] = []): string => {
  const { quarters, notPlanned } = plan(given, { personDays, moneyEur, firstQuarter: '2027-Q1' }, on, pins);
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

/** `S-002 2027-Q2`, or `S-002 aside`. */
const pinOf = (line: string): Pin => {
  const [id = '', place = ''] = line.split(' ');
  return place === 'aside'
    ? { id: id as SafeguardId, kind: 'aside', reason: 'Done by the group' }
    : { id: id as SafeguardId, kind: 'quarter', quarter: place };
};

const twoOfTwenty = items('S-001 20d €0', 'S-002 20d €0');
const moves = [
  {
    name: 'moved later: begins there, and a lower rank goes ahead',
    given: twoOfTwenty,
    pins: ['S-001 2027-Q2'],
    shown: '2027-Q1: S-002 20; 2027-Q2: S-001 20',
  },
  {
    name: 'moved earlier: takes the quarter ahead of a higher rank',
    given: twoOfTwenty,
    pins: ['S-002 2027-Q1'],
    shown: '2027-Q1: S-002 20; 2027-Q2: S-001 20',
  },
  {
    name: 'moved beside what it needs: that keeps its place and goes first',
    given: items('S-001 10d €0', 'S-002 15d €0', 'S-003 20d €0 needs S-002'),
    pins: ['S-003 2027-Q2'],
    shown: '2027-Q1: S-002 10, S-001 10; 2027-Q2: S-002 5, S-003 15; 2027-Q3: S-003 5',
  },
  {
    name: 'what needs a moved one follows it',
    given: items('S-001 10d €0', 'S-002 10d €0 needs S-001'),
    pins: ['S-001 2027-Q3'],
    shown: '2027-Q3: S-001 10, S-002 10',
  },
  {
    name: 'set aside leaves its room to others, and what needs it waits',
    given: items('S-001 20d €0', 'S-002 20d €0', 'S-003 5d €0 needs S-001'),
    pins: ['S-001 aside'],
    shown: '2027-Q1: S-002 20; S-003 needs 5 0',
  },
  {
    name: 'a move of something done or unknown changes nothing',
    given: twoOfTwenty,
    pins: ['S-009 2027-Q2'],
    shown: '2027-Q1: S-001 20; 2027-Q2: S-002 20',
  },
];

for (const { name, given, pins, shown } of moves) {
  test(`plan with moves: ${name}`, () => {
    expect(show(given, 20, 0, pins.map(pinOf))).toBe(shown);
  });
}

const chain = items('S-001 20d €0', 'S-002 20d €0', 'S-003 10d €0 needs S-002');
const refusals: readonly {
  readonly name: string;
  readonly given: Ranking;
  readonly pins?: readonly string[];
  readonly wanted: string;
  readonly reason: PinRefusal | null;
}[] = [
  { name: 'a place that can be kept', given: chain, wanted: 'S-003 2027-Q4', reason: null },
  {
    name: 'before what it needs',
    given: chain,
    wanted: 'S-003 2027-Q1',
    reason: { kind: 'needs', id: 'S-002' as SafeguardId, endsIn: '2027-Q2' },
  },
  {
    name: 'what it needs is in no quarter',
    given: chain,
    pins: ['S-002 aside'],
    wanted: 'S-003 2027-Q4',
    reason: { kind: 'needs', id: 'S-002' as SafeguardId, endsIn: null },
  },
  {
    name: 'later than another that needs it was moved to',
    given: chain,
    pins: ['S-003 2027-Q3'],
    wanted: 'S-002 2027-Q4',
    reason: { kind: 'breaks', id: 'S-003' as SafeguardId, quarter: '2027-Q3' },
  },
  {
    name: 'set aside although another that needs it was moved',
    given: chain,
    pins: ['S-003 2027-Q3'],
    wanted: 'S-002 aside',
    reason: { kind: 'breaks', id: 'S-003' as SafeguardId, quarter: '2027-Q3' },
  },
  {
    name: 'the quarter is full of what was moved there before',
    given: chain,
    pins: ['S-001 2027-Q2'],
    wanted: 'S-002 2027-Q2',
    reason: { kind: 'full', quarter: '2027-Q2' },
  },
  {
    name: 'too little is left from there to the end',
    given: items('S-001 50d €0'),
    wanted: 'S-001 2028-Q3',
    reason: { kind: 'too_large', limit: 'days', missingDays: 10, missingEur: 0 },
  },
  {
    name: 'no such quarter',
    given: chain,
    wanted: 'S-001 2029-Q1',
    reason: { kind: 'outside', first: '2027-Q1', last: '2028-Q4' },
  },
  {
    name: 'what it needs is looked for where the other moves put it',
    given: items('S-001 20d €0', 'S-002 20d €0', 'S-003 30d €0', 'S-004 10d €0 needs S-003'),
    pins: ['S-001 2028-Q1'],
    wanted: 'S-004 2027-Q2',
    reason: { kind: 'needs', id: 'S-003' as SafeguardId, endsIn: '2027-Q3' },
  },
  { name: 'nothing left to do', given: chain, wanted: 'S-009 2027-Q2', reason: { kind: 'not_open' } },
];

for (const { name, given, pins = [], wanted, reason } of refusals) {
  test(`planWithPin: ${name}`, () => {
    const capacity = { personDays: 20, moneyEur: 0, firstQuarter: '2027-Q1' };
    const tried = planWithPin({ ranking: given, capacity, on, pins: pins.map(pinOf) }, pinOf(wanted));
    expect(tried.ok ? null : tried.error).toEqual(reason);
  });
}

const idOf = (index: number): SafeguardId => `S-${String(index + 1).padStart(3, '0')}` as SafeguardId;
const work = fc.record({
  days: fc.integer({ min: 0, max: 60 }),
  eur: fc.integer({ min: 0, max: 5000 }),
  need: fc.option(fc.nat(11)),
});
const place = fc.record({ at: fc.nat(11), quarter: fc.integer({ min: 0, max: 9 }) });
const scenes = fc.record({
  works: fc.array(work, { minLength: 1, maxLength: 12 }),
  places: fc.array(place, { maxLength: 6 }),
  personDays: fc.integer({ min: 0, max: 80 }),
  moneyEur: fc.integer({ min: 0, max: 8000 }),
});
type Scene = typeof scenes extends fc.Arbitrary<infer Value> ? Value : never;

/** A need always stands before what needs it, as in every ranking. */
const rankingOf = ({ works }: Scene): Ranking =>
  items(
    ...works.map(
      ({ days, eur, need }, index) =>
        `${idOf(index)} ${days}d €${eur}${need !== null && need < index ? ` needs ${idOf(need)}` : ''}`,
    ),
  );
/** Nine quarters, one of them beyond the plan; ten sets aside. */
const pinsOf = ({ places }: Scene): readonly Pin[] =>
  [...new Map(places.map(({ at, quarter }) => [at, quarter])).entries()].map(([at, quarter]) =>
    pinOf(`${idOf(at)} ${quarter === 9 ? 'aside' : `${2027 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`}`),
  );
const seed = 20261125;

test('plan: moves are kept or refused, needs end before what needs them begins, and no quarter is overdrawn', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const ranking = rankingOf(scene);
      const pins = pinsOf(scene);
      const { personDays, moneyEur } = scene;
      const made = plan(ranking, { personDays, moneyEur, firstQuarter: '2027-Q1' }, on, pins);
      const begins = new Map(
        made.quarters.flatMap(({ quarter, shares }) =>
          shares.filter((one) => one.begins).map(({ id }) => [id, quarter]),
        ),
      );
      const ids = new Set(ranking.items.map(({ safeguard }) => safeguard.id));
      for (const pin of pins.filter(({ id }) => ids.has(id))) {
        if (pin.kind === 'aside') expect(begins.has(pin.id)).toBe(false);
        else if (made.moved.has(pin.id)) expect(begins.get(pin.id)).toBe(pin.quarter);
        else expect(made.refused.map((one) => one.pin)).toContain(pin);
      }
      expect(made.moved.size + made.refused.length).toBe(
        pins.filter(({ id, kind }) => ids.has(id) && kind === 'quarter').length,
      );
      for (const { safeguard } of ranking.items)
        for (const need of begins.has(safeguard.id) ? safeguard.needs : [])
          expect((made.endsIn.get(need) ?? 'z') <= (begins.get(safeguard.id) ?? '')).toBe(true);
      for (const { usedDays, usedEur } of made.quarters)
        expect([usedDays <= personDays + 0.05, usedEur <= moneyEur + 0.5]).toEqual([true, true]);
      expect(begins.size + made.notPlanned.length + made.setAside.length).toBe(ids.size);
    }),
    { seed, numRuns: 400 },
  );
});

test('plan: without moves a lower rank delays no higher one', () => {
  fc.assert(
    fc.property(scenes, (scene) => {
      const capacity = { personDays: scene.personDays, moneyEur: scene.moneyEur, firstQuarter: '2027-Q1' };
      const ranking = rankingOf(scene);
      const shorter = { ...ranking, items: ranking.items.slice(0, -1) } as Ranking;
      const [all, without] = [plan(ranking, capacity, on), plan(shorter, capacity, on)];
      for (const [id, quarter] of without.endsIn) expect(all.endsIn.get(id)).toBe(quarter);
    }),
    { seed, numRuns: 200 },
  );
});
