import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { law } from '../../../tests/support/law.ts';
import type { IsoDate } from '../content/verification.ts';
import type { FactName, Facts } from '../profile/facts.ts';
import { factTable } from '../profile/facts.ts';
import { assessObligations, classRuleId, type Assessment } from './assess.ts';
import { isPredicateName, predicateNames } from './predicates.ts';

const on = (day: string): IsoDate => day as IsoDate;
const today = on('2026-11-23');
const assess = (facts: Facts, day = today): Assessment => assessObligations(facts, law, day);
const dutyOf = (facts: Facts, id: string, day = today) => assess(facts, day).obligations.find((duty) => duty.id === id);
const hospital: Facts = {
  country: 'DE',
  org_kind: 'healthcare_provider',
  provider_form: 'hospital',
  staff_fte: 600,
  digital_roles: [],
  in_group: false,
};

test('reason: fills in what decided, the figures with the group', () => {
  const facts: Facts = {
    ...hospital,
    staff_fte: 20,
    in_group: true,
    figures_consolidated: true,
    turnover_eur: 1_234_567_890,
    balance_sheet_eur: 60_000_000.4,
  };
  expect(assess(hospital).classReason).toBe(
    '600 people, counted with any group, reach 250: you are large, and so an essential entity under NIS2.',
  );
  expect(assess(facts).classReason).toContain('A turnover of €1,234,567,890 and a balance sheet of €60,000,000');
  expect(dutyOf(hospital, 'nis2-governance')?.reason).toBe(
    '600 people, counted with any group, reach 250: you are large, and so an essential entity under NIS2. The German BSI Act binds from 6 December 2025.',
  );
  expect(dutyOf({ country: 'DE', de_inpatient_cases: 41_000 }, 'de-critical-facility')?.reason).toBe(
    '41,000 inpatient cases a year reach 30,000.',
  );
});

test('a duty names the act that decides it, and rests on the weaker evidence', () => {
  expect(dutyOf(hospital, 'nis2-governance')).toMatchObject({
    force: 'binding_now',
    from: '2025-12-06',
    verification: { status: 'secondary' },
    cite: { document: 'eu-nis2', locator: 'Art. 20(1)' },
    nationalAct: { title: 'BSI-Gesetz 2025 (NIS2UmsuCG), BGBl. 2025 I Nr. 301' },
  });
  expect(dutyOf({ ...hospital, country: 'GR' }, 'nis2-governance')).toMatchObject({
    force: 'binding_now',
    startNotConfirmed: true,
  });
});

test('law of another state is not listed; a branch brings its own', () => {
  const national = (facts: Facts) => new Set(assess(facts).obligations.flatMap(({ country }) => country ?? []));
  expect(national(hospital)).toEqual(new Set(['DE']));
  expect(national({ ...hospital, establishments: ['DE', 'NL'] })).toEqual(new Set(['DE', 'NL']));
  expect(national({ ...hospital, country: undefined })).toEqual(new Set());
});

const changed: Facts = {
  ...hospital,
  country: 'NL',
  processes_health_data: true,
  ehr_categories: ['patient_summary', 'discharge'],
  ai_systems: [{ route: 'annex3' }, { route: 'annex1_device' }],
  places_software_on_market: true,
  myhealtheu_role: 'ncpeh_operator',
  public_sector: true,
};

test('the day matters where law does', () => {
  const early = new Map(assess(changed, on('2026-01-01')).obligations.map((duty) => [duty.id as string, duty.force]));
  const late = new Map(assess(changed, on('2029-06-01')).obligations.map((duty) => [duty.id as string, duty.force]));
  for (const id of [
    'nis2-governance',
    'nl-bio2',
    'ehds-primary-2029',
    'cra-manufacturer',
    'cra-manufacturer-reporting',
    'ai-deployer-annex3',
    'ai-deployer-annex1',
    'myhealtheu-compliance',
  ]) {
    expect([id, early.get(id), late.get(id)]).toEqual([id, 'binding_from', 'binding_now']);
  }
  expect([early.get('ehds-primary-2031'), late.get('ehds-primary-2031')]).toEqual(['binding_from', 'binding_from']);
  expect([early.get('gdpr-security'), late.get('gdpr-security')]).toEqual(['binding_now', 'binding_now']);
});

test('a rule that ended is not listed, and its successor is', () => {
  const ids = (day: string) =>
    assess(changed, on(day))
      .obligations.map(({ id }) => id as string)
      .filter((id) => id.startsWith('myhealtheu-'));
  expect(ids('2027-03-25')).toContain('myhealtheu-readiness');
  expect(ids('2027-03-26')).not.toContain('myhealtheu-readiness');
});

test('before a recommendation is out it is not listed; binding law is announced', () => {
  const french: Facts = { ...hospital, country: 'FR' };
  expect(dutyOf(french, 'fr-recyf', on('2026-03-16'))).toBeUndefined();
  expect(dutyOf(french, 'fr-recyf', on('2026-03-17'))?.force).toBe('recommended');
  expect(
    dutyOf({ ...hospital, country: 'BE', digital_roles: ['msp'] }, 'cir-2024-2690', on('2024-11-06')),
  ).toMatchObject({ force: 'binding_from', from: '2024-11-07' });
});

test('systems already in service: the force stays, the dispute is shown', () => {
  const withAi = (since?: string): Facts => ({
    ...hospital,
    ai_systems: [{ route: 'annex3', in_service_since: since, significant_change_since: since }],
  });
  expect(dutyOf(withAi('2026-01-01'), 'ai-deployer-annex3')).toMatchObject({
    force: 'binding_from',
    from: '2027-12-02',
    contested: true,
  });
  expect(dutyOf(withAi('2028-01-01'), 'ai-deployer-annex3')).toMatchObject({ force: 'binding_from', contested: false });
  expect(dutyOf(withAi(), 'ai-deployer-annex3')).toMatchObject({ force: 'binding_from', contested: true });
});

test('an empty profile: everything is open, nothing breaks, and the first questions come first', () => {
  const found = assess({});
  expect(found.class).toBe('unknown');
  expect(found.questions.slice(0, 2).map(({ fact }) => fact)).toEqual(['staff_fte', 'balance_sheet_eur']);
  expect(found.obligations.filter(({ force }) => force === 'binding_now')).toEqual([]);
  expect(found.obligations.filter(({ force, ask }) => force === 'needs_answer' && ask.length === 0)).toEqual([]);
});

// ------------------------------------------------------------------ properties

const codes = law.countries.map(({ code }) => code as string);
const bool = fc.boolean();
const staff = fc.constantFrom(3, 9, 10, 49, 50, 249, 250, 4000);
const money = fc.constantFrom(0, 2_000_000, 2_000_001, 10_000_000, 10_000_001, 43_000_001, 50_000_001, 900_000_000);
const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { maxLength: 2 });
const enterprise = fc.record({
  kind: fc.constantFrom(...factTable.linked_enterprises.fields.kind.values),
  staff_fte: staff,
  turnover_eur: money,
  balance_sheet_eur: money,
});
const partner = fc.record({
  kind: fc.constantFrom(...factTable.linked_enterprises.fields.kind.values),
  staff_fte: staff,
  turnover_eur: money,
  balance_sheet_eur: money,
  share_pct: fc.constantFrom(10, 25, 50, 60),
  dominant_influence: bool,
});
const choiceOf = <const Values extends readonly string[]>(values: Values) =>
  fc.constantFrom(...(values as unknown as [Values[number], ...Values[number][]]));

/** A profile that states everything, without contradiction. */
const fullProfile = fc
  .record({
    country: fc.constantFrom(...codes),
    targets_eu_persons: bool,
    org_kind: choiceOf(factTable.org_kind.values),
    entity_types: some(factTable.entity_types.values),
    provider_form: choiceOf(factTable.provider_form.values),
    digital_roles: some(factTable.digital_roles.values),
    public_sector: bool,
    defence_or_law_enforcement: bool,
    staff_fte: staff,
    turnover_eur: money,
    balance_sheet_eur: money,
    in_group: bool,
    figures_consolidated: bool,
    linked_enterprises: fc.array(enterprise, { maxLength: 2 }),
    partner_enterprises: fc.array(partner, { maxLength: 2 }),
    it_independent_of_group: bool,
    nis2_designation: choiceOf(factTable.nis2_designation.values),
    nis1_oes: bool,
    cer_critical: bool,
    cer_notified_on: fc.constantFrom('2025-01-31', '2026-08-31'),
    processes_health_data: bool,
    gdpr_role: choiceOf(factTable.gdpr_role.values),
    large_scale_health_data: bool,
    uses_processors: bool,
    uses_medical_devices: bool,
    inhouse_devices: choiceOf(factTable.inhouse_devices.values),
    inhouse_ivd: choiceOf(factTable.inhouse_ivd.values),
    places_devices_on_market: bool,
    makes_ehr: choiceOf(factTable.makes_ehr.values),
    ehr_categories: some(factTable.ehr_categories.values),
    places_software_on_market: bool,
    ai_systems: fc.array(
      fc.record({
        route: choiceOf(factTable.ai_systems.fields.route.values),
        in_service_since: fc.constantFrom('2026-01-01', '2029-01-01'),
      }),
      { maxLength: 2 },
    ),
    myhealtheu_role: choiceOf(factTable.myhealtheu_role.values),
    in_sharing_arrangement: bool,
    de_contract_hospital: bool,
    de_contract_practice: bool,
    de_inpatient_cases: fc.constantFrom(0, 29_999, 30_000),
    es_public_sector_supplier: bool,
    fr_hosts_health_data_for_others: bool,
    fr_external_host: bool,
  })
  .map((facts): Facts => (facts.in_group ? facts : { ...facts, linked_enterprises: [], partner_enterprises: [] }));

/** Facts for which the specification has a default: stating them may change what the default said. */
const withDefault: readonly FactName[] = [
  'org_kind',
  'entity_types',
  'provider_form',
  'gdpr_role',
  'large_scale_health_data',
  'defence_or_law_enforcement',
];
const droppable = (Object.keys(factTable) as FactName[]).filter((name) => !withDefault.includes(name));
const without = (facts: Facts, names: readonly FactName[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name as FactName))) as Facts;
const settled = { seed: 20261123, numRuns: 150 } as const;
const holding = { failed: false, counterexample: null };

test('monotone: a force or class that was decided stays, whatever else becomes known', () => {
  const stays = (facts: Facts, dropped: readonly FactName[]) => {
    const [full, partial] = [assess(facts), assess(without(facts, dropped))];
    const forces = new Map(full.obligations.map(({ id, force, from }) => [id, `${force} ${from ?? ''}`]));
    const decided = partial.obligations.filter(({ force }) => force !== 'needs_answer');
    expect(decided.filter(({ id, force, from }) => forces.get(id) !== `${force} ${from ?? ''}`)).toEqual([]);
    expect([full.class, 'unknown']).toContain(partial.class);
  };
  expect(fc.check(fc.property(fullProfile, fc.subarray(droppable), stays), settled)).toMatchObject(holding);
});

test('a stated profile needs no answers, and unconfirmed rules never bind', () => {
  const isSound = (facts: Facts) => {
    const { obligations } = assess(facts);
    expect(obligations.filter(({ force }) => force === 'needs_answer')).toEqual([]);
    expect(
      obligations.filter(({ force, verification }) => verification.status === 'recall' && force.startsWith('binding')),
    ).toEqual([]);
    expect(obligations.filter(({ reason }) => /[{}…]|^$/u.test(reason))).toEqual([]);
  };
  expect(fc.check(fc.property(fullProfile, isSound), settled)).toMatchObject(holding);
});

test('what is asked is absent or incomplete, and asked for a reason', () => {
  const isNeeded = (facts: Facts, dropped: readonly FactName[]) => {
    const partial = without(facts, dropped);
    const { questions } = assess(partial);
    expect(questions.filter(({ fact }) => partial[fact] !== undefined)).toEqual([]);
    expect(questions.filter(({ decides, decidesClass }) => decides.length === 0 && !decidesClass)).toEqual([]);
  };
  expect(fc.check(fc.property(fullProfile, fc.subarray(droppable), isNeeded), settled)).toMatchObject(holding);
});

// ------------------------------------------------------------------ the rules in content

const namesIn = (condition: unknown): readonly string[] =>
  typeof condition === 'string'
    ? [condition]
    : Object.entries(condition as object).flatMap(([key, value]) =>
        ['all', 'any'].includes(key) ? (value as unknown[]).flatMap(namesIn) : key === 'not' ? namesIn(value) : [],
      );

test('rules: each ends with a case that always holds, and uses known names', () => {
  for (const rule of law.obligations) {
    expect([rule.id, rule.cases.at(-1)?.when]).toEqual([rule.id, 'always']);
    expect(rule.cases.flatMap(({ when }) => namesIn(when)).filter((name) => !isPredicateName(name))).toEqual([]);
  }
});

test('rules: whatever can stay open says why', () => {
  const silent = law.obligations.filter(({ cases, ifUnknown }) => cases.length > 1 && ifUnknown === undefined);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('rules: no predicate is without use, except those that only explain', () => {
  const used = new Set(law.obligations.flatMap(({ cases }) => cases.flatMap(({ when }) => namesIn(when))));
  expect(predicateNames.filter((name) => !used.has(name))).toEqual(['digital_annex2', 'any_size_role']);
  expect(law.obligations.some(({ id }) => id === classRuleId)).toBe(true);
});

test('class and its reason agree', () => {
  const says = {
    essential: /essential/u,
    important: /important/u,
    outside: /outside|not|stay below|Nothing/u,
    unknown: /open|hangs/u,
  } as const;
  const agrees = (facts: Facts) => {
    const found = assess(facts);
    expect(found.classReason).toMatch(says[found.class]);
    expect(found.obligations.find(({ id }) => id === 'nis2-governance')?.force === 'does_not_apply').toBe(
      found.class === 'outside',
    );
  };
  expect(fc.check(fc.property(fullProfile, agrees), settled)).toMatchObject(holding);
});
