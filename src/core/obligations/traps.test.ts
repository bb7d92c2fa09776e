// One test for each trap that the study of the law names: places where a plausible reading is wrong.
import { expect, test } from 'vitest';
import { law } from '../../../tests/support/law.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Facts } from '../profile/facts.ts';
import { assessObligations } from './assess.ts';

const million = 1_000_000;
const provider: Facts = {
  country: 'BE',
  org_kind: 'healthcare_provider',
  entity_types: ['healthcare_provider'],
  provider_form: 'hospital',
  digital_roles: [],
  in_group: false,
  figures_consolidated: false,
  linked_enterprises: [],
  partner_enterprises: [],
  nis2_designation: 'none',
  nis1_oes: false,
  cer_critical: false,
  public_sector: false,
  defence_or_law_enforcement: false,
  processes_health_data: true,
  gdpr_role: 'controller',
  uses_processors: true,
  uses_medical_devices: true,
  inhouse_devices: 'none',
  inhouse_ivd: 'none',
  places_devices_on_market: false,
  places_software_on_market: false,
  makes_ehr: 'none',
  ai_systems: [],
  myhealtheu_role: 'none',
  in_sharing_arrangement: false,
  staff_fte: 120,
  turnover_eur: 15 * million,
  balance_sheet_eur: 9 * million,
};
const supplier: Facts = { ...provider, org_kind: 'supplier', entity_types: [], provider_form: undefined };
const small: Facts = { staff_fte: 20, turnover_eur: million, balance_sheet_eur: million };
const large: Facts = { staff_fte: 900 };

const assess = (facts: Facts, on = '2026-10-01') => assessObligations({ ...provider, ...facts }, law, on as IsoDate);
const forceOf = (id: string, facts: Facts, on?: string) =>
  assess(facts, on).obligations.find((duty) => duty.id === id)?.force;
const fromOf = (id: string, facts: Facts, on?: string) =>
  assess(facts, on).obligations.find((duty) => duty.id === id)?.from;

test('trap 1: both money figures must be above, one is not enough', () => {
  expect(assess({ staff_fte: 20, turnover_eur: 14 * million, balance_sheet_eur: 6 * million }).class).toBe('outside');
});

test('trap 2: equal is not above, but 50 and 250 people reach', () => {
  expect(assess({ staff_fte: 49, turnover_eur: 10 * million, balance_sheet_eur: 10 * million }).class).toBe('outside');
  expect(assess({ staff_fte: 249, turnover_eur: 90 * million, balance_sheet_eur: 43 * million }).class).toBe(
    'important',
  );
  expect([assess({ staff_fte: 50 }).class, assess({ staff_fte: 250 }).class]).toEqual(['important', 'essential']);
});

test('trap 3: public ownership neither excludes nor enlarges', () => {
  expect(assess({ ...small, public_sector: true, public_control_pct: 100 }).class).toBe('outside');
  expect(assess({ ...large, public_sector: true, public_control_pct: 100 }).class).toBe('essential');
});

test('trap 4: people are work units, and half of one counts', () => {
  expect([assess({ ...small, staff_fte: 49.5 }).class, assess({ ...small, staff_fte: 50 }).class]).toEqual([
    'outside',
    'important',
  ]);
});

test('trap 5: below the ceiling the group decides, above it does not matter', () => {
  const group: Facts = {
    in_group: true,
    it_independent_of_group: false,
    linked_enterprises: [{ kind: 'company', staff_fte: 300, turnover_eur: 0, balance_sheet_eur: 0 }],
  };
  expect(assess({ ...small, ...group }).class).toBe('essential');
  expect(assess({ ...large, in_group: undefined, linked_enterprises: undefined }).class).toBe('essential');
});

test('trap 6: an unknown group does not lower the class', () => {
  const found = assess({
    ...small,
    in_group: undefined,
    linked_enterprises: undefined,
    partner_enterprises: undefined,
  });
  expect(found.class).toBe('unknown');
  expect(found.questions.map(({ fact }) => fact)).toContain('in_group');
});

test('trap 7: a maker of devices stays important at any size', () => {
  expect(assess({ ...supplier, entity_types: ['device_manufacturer'], staff_fte: 5000 }).class).toBe('important');
});

test('trap 8: a critical entity is essential at once, its own duties come nine and ten months later', () => {
  const facts: Facts = { ...small, cer_critical: true, cer_notified_on: '2026-08-31' };
  expect(assess(facts).class).toBe('essential');
  expect([fromOf('cer-risk-assessment', facts), fromOf('cer-incident-report', facts)]).toEqual([
    '2027-05-31',
    '2027-06-30',
  ]);
  expect(forceOf('cer-resilience-measures', facts, '2027-06-30')).toBe('binding_now');
});

test('trap 9: the implementing regulation binds the IT company, not the hospital', () => {
  expect(forceOf('cir-2024-2690', large)).toBe('benchmark');
  expect(forceOf('cir-2024-2690', { ...supplier, ...large, digital_roles: ['msp'] })).toBe('binding_now');
  expect(forceOf('cir-2024-2690', { ...supplier, ...small, digital_roles: ['msp'] })).toBe('does_not_apply');
});

test('trap 10: without a national act the directive recommends, and other law goes on', () => {
  const facts: Facts = { ...large, country: 'ES', public_sector: true };
  expect([forceOf('nis2-risk-measures', facts), forceOf('gdpr-security', facts), forceOf('es-ens', facts)]).toEqual([
    'recommended',
    'binding_now',
    'binding_now',
  ]);
});

test('trap 11: the old act survives for designated operators; unread, it does not bind here', () => {
  const legacy = (country: string) => forceOf('nis1-legacy', { ...large, country, nis1_oes: true });
  expect([legacy('IE'), legacy('ES'), legacy('FR'), legacy('DE')]).toEqual([
    'binding_now',
    'binding_now',
    'recommended',
    'does_not_apply',
  ]);
});

test('trap 12: an act in force does not put every duty in force', () => {
  const italian: Facts = { ...large, country: 'IT' };
  expect(
    ['nis2-governance', 'nis2-incident-report', 'nis2-risk-measures'].map((id) => forceOf(id, italian, '2026-01-01')),
  ).toEqual(['binding_now', 'binding_from', 'binding_from']);
});

test('trap 13: clocks are national; the terms of each state are data', () => {
  const anchors = Object.fromEntries(law.countries.map(({ code, incident }) => [code, incident.anchor]));
  expect(anchors).toMatchObject({
    BE: 'awareness',
    FI: 'detection',
    CZ: 'classification',
    PT: 'determination',
    LV: 'not_stated',
  });
});

test('trap 14: data has an age, and a later day asks for the state of the act', () => {
  const asks = (on: string) =>
    assess({ ...large, country: 'FR' }, on)
      .questions.map(({ fact }) => fact)
      .includes('national_act_status');
  expect([asks('2026-10-06'), asks('2026-11-23')]).toEqual([false, true]);
  const told = assess({ ...large, country: 'FR', national_act_status: 'none on 2026-11-20' }, '2026-11-23');
  expect(told.questions.map(({ fact }) => fact)).not.toContain('national_act_status');
});

test('trap 15: the final report runs from the notification, not from the incident', () => {
  const terms = law.countries.find(({ code }) => code === 'DE')?.incident.final;
  expect(terms).toEqual({ amount: 1, unit: 'months', after: 'notification' });
});

test('trap 16: a designation is an act of the state: unknown is asked, never assumed', () => {
  const found = assess({ ...small, nis2_designation: undefined });
  expect(found.class).toBe('unknown');
  expect(found.questions.filter(({ decidesClass }) => decidesClass).map(({ fact }) => fact)).toEqual([
    'nis2_designation',
  ]);
});

test('trap 17: a public hospital is not thereby a body of public administration', () => {
  expect(assess({ ...small, public_sector: true, entity_types: undefined }).class).toBe('outside');
  expect(assess({ ...small, entity_types: ['public_administration_central'], org_kind: 'national_body' }).class).toBe(
    'essential',
  );
});

test('trap 18: a sister company is another legal entity', () => {
  expect(forceOf('mdr-inhouse', { inhouse_devices: 'transferred' })).toBe('does_not_apply');
  expect(forceOf('mdr-manufacturer', { inhouse_devices: 'transferred' })).toBe('binding_now');
});

test('trap 19: software for own use is outside the Cyber Resilience Act, the same software sold is inside', () => {
  expect(forceOf('cra-manufacturer-reporting', {})).toBe('does_not_apply');
  expect(forceOf('cra-manufacturer-reporting', { places_software_on_market: true })).toBe('binding_now');
  expect(fromOf('cra-manufacturer', { places_software_on_market: true })).toBe('2027-12-11');
});

test('trap 20: AI in a device from August 2028, triage from December 2027, prohibitions already', () => {
  const facts: Facts = {
    ai_systems: [
      { route: 'annex1_device', in_service_since: '2029-01-01' },
      { route: 'annex3', in_service_since: '2029-01-01' },
    ],
  };
  expect(['ai-deployer-annex1', 'ai-deployer-annex3', 'ai-prohibited'].map((id) => fromOf(id, facts))).toEqual([
    '2028-08-02',
    '2027-12-02',
    '2025-02-02',
  ]);
});

test('trap 21: a record system made in-house has until 2031, the hospital itself has duties from 2029', () => {
  const facts: Facts = { makes_ehr: 'as_service', ehr_categories: ['patient_summary'] };
  expect([
    fromOf('ehds-ehr-inhouse', facts),
    fromOf('ehds-primary-2029', facts),
    fromOf('ehds-ehr-manufacturer', { ...facts, makes_ehr: 'placed_on_market' }),
  ]).toEqual(['2031-03-26', '2029-03-26', '2029-03-26']);
});

test('trap 22: no exception of size for patient records; the officer hangs on scale', () => {
  const practice: Facts = { ...small, staff_fte: 3, provider_form: 'individual_practitioner' };
  expect([forceOf('gdpr-records', practice), forceOf('gdpr-dpo', practice)]).toEqual(['binding_now', 'does_not_apply']);
  expect(forceOf('gdpr-dpo', { ...practice, provider_form: 'group_practice' })).toBe('needs_answer');
});

test('trap 23: telemedicine abroad adds no regime, a branch abroad does', () => {
  expect(assess({ services_in: ['FR', 'LU'], cross_border_telemedicine: true }).jurisdiction).toEqual(['BE']);
  expect(assess({ establishments: ['BE', 'NL'] }).jurisdiction).toEqual(['BE', 'NL']);
});

test('trap 24: a body of public administration for defence or law enforcement is outside', () => {
  const military: Facts = { ...large, defence_or_law_enforcement: true };
  expect(assess({ ...military, entity_types: ['healthcare_provider', 'public_administration_central'] }).class).toBe(
    'outside',
  );
  expect(assess({ ...military, entity_types: undefined }).questions.map(({ fact }) => fact)).toContain('entity_types');
});

test('trap 25: a pharmacy provides healthcare', () => {
  expect(assess({ ...large, provider_form: 'pharmacy' }).class).toBe('essential');
});

test('trap 26: fines on public bodies are for the state to decide, and the text says so', () => {
  const fines = assess({ ...large, public_sector: true }).obligations.find(({ id }) => id === 'nis2-fines');
  expect(fines?.sentence).toContain('states decide about public administration');
});

test('trap 27: a mixed entity has the stricter class, and the regulation for its role', () => {
  const mixed: Facts = { digital_roles: ['dns', 'cloud'] };
  expect(assess(mixed).class).toBe('essential');
  expect(forceOf('cir-2024-2690', mixed)).toBe('binding_now');
});
