import { expect, test } from 'vitest';
import { law } from '../../../tests/support/law.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Facts } from '../profile/facts.ts';
import { isAboveClass, sizeOf } from './size.ts';
import { watch, worldOf } from './world.ts';

const on = '2026-11-23' as IsoDate;
const countries = new Map(law.countries.map((country) => [country.code as string, country]));
const worldWith = (facts: Facts) => worldOf({ country: 'AT', ...facts }, countries, on);
const million = 1_000_000;
const alone = { in_group: false } as const;
const figures = (staff?: number, turnover?: number, balance?: number): Facts => ({
  staff_fte: staff,
  turnover_eur: turnover,
  balance_sheet_eur: balance,
});

test.each<[string, Facts, string]>([
  ['nine people, little money', figures(9, 2 * million, 9 * million), 'micro'],
  ['ten people', figures(10, 0, 0), 'small'],
  ['both money figures above two million', figures(5, 2 * million + 1, 2 * million + 1), 'small'],
  ['49 people, one money figure above ten million', figures(49, 9_900_000, 12 * million), 'small'],
  ['equal is not above: ten million', figures(49, 10 * million, 25 * million), 'small'],
  ['both above ten million', figures(20, 10 * million + 1, 10 * million + 1), 'medium'],
  ['fifty people reach', figures(50, 0, 0), 'medium'],
  ['a fraction under fifty does not', figures(49.9, 0, 0), 'small'],
  ['249.5 people', figures(249.5, 60 * million, 43 * million), 'medium'],
  ['250 people reach', figures(250, 0, 0), 'large'],
  ['equal is not above: 50 and 43 million', figures(60, 50 * million, 90 * million), 'medium'],
  ['both above 50 and 43 million', figures(60, 50 * million + 1, 43 * million + 1), 'large'],
  ['people unknown, money small', figures(undefined, million, million), 'unknown'],
  ['people known and many, money unknown', figures(400), 'large'],
  ['turnover under the ceiling makes the balance sheet needless', figures(30, 9 * million), 'small'],
])('alone, %s: %s', (_, facts, wanted) => {
  expect(sizeOf(worldWith({ ...alone, ...facts })).class).toBe(wanted);
});

const company = (staff?: number, turnover = 0, balance = 0) =>
  ({ kind: 'company', staff_fte: staff, turnover_eur: turnover, balance_sheet_eur: balance }) as const;
const grouped = (own: Facts, more: Facts): Facts => ({
  in_group: true,
  figures_consolidated: false,
  linked_enterprises: [],
  partner_enterprises: [],
  ...own,
  ...more,
});
const partner = (share: number, more: object = {}) => ({
  ...company(100),
  share_pct: share,
  dominant_influence: false,
  ...more,
});

test.each<[string, Facts, number, number | null]>([
  ['a linked company counts in full', { linked_enterprises: [company(300)] }, 320, 320],
  ['two linked companies', { linked_enterprises: [company(300), company(5)] }, 325, 325],
  [
    'a controlling public body is not added',
    { linked_enterprises: [{ ...company(9000), kind: 'public_body' }] },
    20,
    20,
  ],
  ['a partner of 30 % counts by its share', { partner_enterprises: [partner(30)] }, 50, 50],
  ['a share of 24.9 % counts nothing', { partner_enterprises: [partner(24.9)] }, 20, 20],
  ['a share of 25 % counts', { partner_enterprises: [partner(25)] }, 45, 45],
  ['exactly half is a partner', { partner_enterprises: [partner(50)] }, 70, 70],
  ['more than half is linked', { partner_enterprises: [partner(50.1)] }, 120, 120],
  [
    'dominant influence makes a small share linked',
    { partner_enterprises: [partner(10, { dominant_influence: true })] },
    120,
    120,
  ],
  [
    'unknown influence leaves a span',
    { partner_enterprises: [partner(30, { dominant_influence: undefined })] },
    50,
    120,
  ],
  ['a university with 40 % counts nothing', { partner_enterprises: [partner(40, { kind: 'university' })] }, 20, 20],
  ['a university with 60 % counts in full', { partner_enterprises: [partner(60, { kind: 'university' })] }, 120, 120],
  ['unknown share leaves a span', { partner_enterprises: [partner(0, { share_pct: undefined })] }, 20, 120],
  ['a linked company of unknown size leaves it open above', { linked_enterprises: [company()] }, 20, null],
  [
    'consolidated figures already contain the group',
    { figures_consolidated: true, linked_enterprises: [company(300)] },
    20,
    20,
  ],
  [
    'perhaps consolidated leaves a span',
    { figures_consolidated: undefined, linked_enterprises: [company(300)] },
    20,
    320,
  ],
  ['unknown members leave it open above', { linked_enterprises: undefined }, 20, null],
])('group: %s', (_, more, low, high) => {
  expect(sizeOf(worldWith(grouped(figures(20, 0, 0), more))).staff).toEqual({ low, high });
});

test('group unknown: own figures are a lower bound', () => {
  expect(isAboveClass(worldWith(figures(260)), 'medium')).toBe(true);
  expect(isAboveClass(worldWith(figures(30, 0, 0)), 'small')).toBe('unknown');
});

test.each<[string, Facts, string]>([
  ['DE', { it_independent_of_group: true }, 'small'],
  ['DE', { it_independent_of_group: false }, 'large'],
  ['DE', { it_independent_of_group: undefined }, 'unknown'],
  ['AT', { it_independent_of_group: true }, 'large'],
])('recital 16 in %s with %j: %s', (country, more, wanted) => {
  expect(
    sizeOf(worldWith({ country, ...grouped(figures(20, 0, 0), { linked_enterprises: [company(300)], ...more }) }))
      .class,
  ).toBe(wanted);
});

const before = (staff: number, held?: Facts['size_class_before']): Facts => ({
  staff_fte_prev: staff,
  turnover_eur_prev: 0,
  balance_sheet_eur_prev: 0,
  size_class_before: held,
});

test.each<[string, number, Facts, string]>([
  ['no year before: last year decides', 60, {}, 'medium'],
  ['over in both years', 60, before(55), 'medium'],
  ['over in one year, small before', 60, before(45, 'small'), 'small'],
  ['over in one year, medium before', 60, before(45, 'medium'), 'medium'],
  ['under in one year, medium before', 45, before(60, 'medium'), 'medium'],
  ['under in both years, medium before', 45, before(45, 'medium'), 'small'],
  ['over in one year, class before unknown', 60, before(45), 'unknown'],
  ['newly founded: no year before counts', 60, { ...before(45, 'small'), newly_founded: true }, 'medium'],
])('two periods, %s: %s', (_, staff, more, wanted) => {
  expect(sizeOf(worldWith({ ...alone, ...figures(staff, 0, 0), ...more })).class).toBe(wanted);
});

test('two periods: the class held before is asked only where the years differ', () => {
  const missedBy = (prev: number) => {
    const world = worldWith({ ...alone, ...figures(60, 0, 0), ...before(prev) });
    return [...watch(world, () => isAboveClass(world, 'small')).missed];
  };
  expect([missedBy(55), missedBy(45)]).toEqual([[], ['size_class_before']]);
});

test('notes: say how the size was found', () => {
  const facts: Facts = {
    ...figures(300, million, million),
    public_sector: true,
    linked_enterprises: [{ kind: 'public_body' }],
  };
  expect(sizeOf(worldWith(facts)).notes).toEqual([
    'one_year_only',
    'group_unknown',
    'public_owner_not_added',
    'operating_income',
  ]);
});
