import { expect, test } from 'vitest';
import type { Condition } from '../content/obligation-rule.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Facts } from '../profile/facts.ts';
import { evaluate } from './condition.ts';
import { watch, worldOf } from './world.ts';

const day = '2027-12-02' as IsoDate;
const legacy: Condition = {
  fact: 'ai_systems',
  record: [
    { field: 'route', is: 'annex3' },
    { field: 'in_service_since', notBefore: day },
  ],
};

test.each<[Condition, Facts, boolean | 'unknown']>([
  ['always', {}, true],
  [{ fact: 'country', is: 'ES' }, { country: 'ES' }, true],
  [{ fact: 'country', is: 'ES' }, {}, 'unknown'],
  [{ fact: 'public_sector', is: true }, { public_sector: false }, false],
  [{ fact: 'digital_roles', in: ['msp'] }, { digital_roles: ['msp', 'dns'] }, true],
  [{ fact: 'digital_roles', in: ['msp'] }, { digital_roles: [] }, false],
  [{ fact: 'digital_roles', is: 'msp' }, { digital_roles: ['msp'] }, true],
  [{ fact: 'makes_ehr', in: ['own_use', 'as_service'] }, { makes_ehr: 'none' }, false],
  [{ fact: 'de_inpatient_cases', atLeast: 30_000 }, { de_inpatient_cases: 30_000 }, true],
  [{ fact: 'de_inpatient_cases', atLeast: 30_000 }, {}, 'unknown'],
  [{ fact: 'ai_systems', has: 'any' }, { ai_systems: [] }, false],
  [{ fact: 'ai_systems', has: 'any' }, { ai_systems: [{}] }, true],
  [
    { fact: 'ai_systems', has: { field: 'route', is: 'annex3' } },
    { ai_systems: [{ route: 'limited' }, { route: 'annex3' }] },
    true,
  ],
  [
    { fact: 'ai_systems', has: { field: 'route', is: 'annex3' } },
    { ai_systems: [{ route: 'limited' }, {}] },
    'unknown',
  ],
  [legacy, { ai_systems: [{ route: 'annex3', in_service_since: '2027-12-02' }] }, true],
  [
    legacy,
    {
      ai_systems: [
        { route: 'annex3', in_service_since: '2027-12-01' },
        { route: 'limited', in_service_since: '2028-01-01' },
      ],
    },
    false,
  ],
  [legacy, { ai_systems: [{ route: 'annex3' }] }, 'unknown'],
  [{ all: ['always', { not: 'always' }] }, {}, false],
  [{ any: [{ fact: 'nis1_oes', is: true }, 'always'] }, {}, true],
])('%j of %j: %s', (condition, facts, wanted) => {
  expect(evaluate(condition, worldOf(facts, new Map(), day))).toBe(wanted);
});

test('an incomplete record makes its list a candidate for a question', () => {
  const world = worldOf({ ai_systems: [{}] }, new Map(), day);
  expect([
    ...watch(world, () => evaluate({ fact: 'ai_systems', has: { field: 'route', is: 'annex3' } }, world)).missed,
  ]).toEqual(['ai_systems']);
});

test('a name that nothing answers to is a bug', () => {
  expect(() => evaluate('in_scop', worldOf({}, new Map(), day))).toThrow('Cannot decide "in_scop"');
});
