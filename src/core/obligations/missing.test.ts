import { expect, test } from 'vitest';
import type { IsoDate } from '../content/verification.ts';
import type { FactName, Facts } from '../profile/facts.ts';
import type { Condition } from '../content/obligation-rule.ts';
import { evaluate } from './condition.ts';
import { missingFacts, probesOf } from './missing.ts';
import { watch, worldOf } from './world.ts';

function asked(condition: Condition, facts: Facts): readonly FactName[] {
  const world = worldOf(facts, new Map(), '2026-11-23' as IsoDate);
  const { missed } = watch(world, () => evaluate(condition, world));
  return missingFacts(world, missed, probesOf(world), (other) => {
    const value = evaluate(condition, other);
    return value === 'unknown' ? null : String(value);
  });
}
const is = (fact: FactName): Condition => ({ fact, is: true });
const alone: Facts = { in_group: false };

test.each<[string, Condition, Facts, readonly FactName[]]>([
  [
    'the balance sheet alone decides',
    'at_least_medium',
    { ...alone, staff_fte: 30, turnover_eur: 12_000_000 },
    ['balance_sheet_eur'],
  ],
  [
    'either money figure can decide',
    'at_least_medium',
    { ...alone, staff_fte: 30 },
    ['balance_sheet_eur', 'turnover_eur'],
  ],
  ['people come first, then money', 'at_least_medium', alone, ['staff_fte', 'balance_sheet_eur', 'turnover_eur']],
  [
    'with an unknown group it takes two answers',
    'at_least_medium',
    { staff_fte: 30 },
    ['balance_sheet_eur', 'in_group'],
  ],
  [
    'a fact that changes nothing is not asked',
    { all: [is('nis1_oes'), is('public_sector')] },
    { public_sector: true },
    ['nis1_oes'],
  ],
  [
    'what an incomplete list hides is asked',
    'at_least_medium',
    {
      staff_fte: 30,
      turnover_eur: 0,
      balance_sheet_eur: 0,
      in_group: true,
      figures_consolidated: false,
      partner_enterprises: [],
      linked_enterprises: [{ kind: 'company' }],
    },
    ['linked_enterprises'],
  ],
  [
    'facts that decide only after a "no" belong to the set',
    { any: [is('nis1_oes'), { all: [is('public_sector'), is('uses_processors')] }] },
    {},
    ['public_sector', 'nis1_oes', 'uses_processors'],
  ],
  [
    'no single answer decides: the first two that do',
    { any: [{ all: [is('nis1_oes'), is('public_sector')] }, { all: [is('uses_processors'), is('cer_critical')] }] },
    {},
    ['cer_critical', 'public_sector'],
  ],
])('%s', (_, condition, facts, wanted) => {
  expect(asked(condition, facts)).toEqual(wanted);
});
