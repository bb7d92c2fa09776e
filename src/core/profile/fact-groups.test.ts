import { expect, test } from 'vitest';
import { factGroups, askedOf, groupOf, groupState, isFactGroup, otherFields, type AskContext } from './fact-groups.ts';
import { factNames, type Facts } from './facts.ts';

test('factGroups: ten groups hold every fact and every other part once', () => {
  const fields: readonly string[] = factGroups.flatMap((group) => [...group.fields]);
  expect(fields.toSorted()).toEqual([...factNames, ...otherFields].toSorted());
  expect(factGroups.length).toBe(10);
  expect([groupOf('ai_systems'), isFactGroup('ai'), isFactGroup('money')]).toEqual(['ai', true, false]);
});

const greece: AskContext = { countryGroup: 'eu', questions: new Set() };
const nowhere: AskContext = { countryGroup: null, questions: new Set() };
const outside: AskContext = { countryGroup: 'other', questions: new Set() };

const cases: readonly {
  readonly field: Parameters<typeof askedOf>[0];
  readonly facts: Facts;
  readonly context?: AskContext;
  readonly says: string;
}[] = [
  { field: 'beds', facts: {}, says: 'asked' },
  { field: 'beds', facts: { provider_form: 'pharmacy' }, says: 'ruled_out provider_form' },
  { field: 'services', facts: { org_kind: 'supplier' }, says: 'ruled_out org_kind' },
  { field: 'linked_enterprises', facts: { in_group: false }, says: 'ruled_out in_group' },
  { field: 'linked_enterprises', facts: {}, says: 'asked' },
  { field: 'staff_fte_prev', facts: { newly_founded: true }, says: 'ruled_out newly_founded' },
  { field: 'main_establishment', facts: {}, says: 'waits establishments' },
  { field: 'main_establishment', facts: { establishments: ['GR', 'CY'] }, says: 'asked' },
  { field: 'cer_notified_on', facts: {}, says: 'waits cer_critical' },
  { field: 'cer_notified_on', facts: { cer_critical: true }, says: 'asked' },
  { field: 'cer_notified_on', facts: { cer_critical: false }, says: 'ruled_out cer_critical' },
  { field: 'targets_eu_persons', facts: {}, context: nowhere, says: 'waits country' },
  { field: 'targets_eu_persons', facts: { country: 'CH' }, context: outside, says: 'asked' },
  { field: 'ai_systems', facts: { country: 'CH' }, context: outside, says: 'ruled_out country' },
  { field: 'de_contract_hospital', facts: {}, says: 'waits country' },
  { field: 'de_contract_hospital', facts: { country: 'DE' }, says: 'asked' },
  { field: 'de_contract_hospital', facts: { country: 'GR', establishments: ['DE'] }, says: 'asked' },
  {
    field: 'de_contract_hospital',
    facts: { country: 'DE', provider_form: 'pharmacy' },
    says: 'ruled_out provider_form',
  },
  { field: 'national_act_status', facts: { country: 'GR' }, says: 'ruled_out country' },
  {
    field: 'national_act_status',
    facts: { country: 'IE' },
    context: { countryGroup: 'eu', questions: new Set(['national_act_status']) },
    says: 'asked',
  },
];

for (const { field, facts, context = greece, says } of cases) {
  test(`askedOf: ${field} with ${JSON.stringify(facts)} is ${says}`, () => {
    const asking = askedOf(field, facts, context);
    const reason = asking.kind === 'waits' ? asking.for : asking.kind === 'ruled_out' ? asking.by : '';
    expect(`${asking.kind} ${reason}`.trim()).toBe(says);
  });
}

const states = [
  { name: 'nothing answered', group: 'devices', known: [], says: 'not_looked_at 5' },
  { name: 'passed with "I do not know yet"', group: 'devices', known: [], passed: ['inhouse_ivd'], says: 'open 5' },
  { name: 'some answered', group: 'devices', known: ['inhouse_ivd'], says: 'open 4' },
  {
    name: 'what is ruled out is not open',
    group: 'national',
    facts: { country: 'FR' },
    known: [],
    says: 'not_looked_at 2',
  },
  { name: 'all ruled out', group: 'national', facts: { country: 'GR' }, known: [], says: 'not_needed ruled_out' },
  { name: 'all wait', group: 'national', known: [], says: 'not_needed waits' },
  {
    name: 'all answered',
    group: 'care',
    facts: { org_kind: 'supplier' },
    known: ['technology', 'sites'],
    says: 'complete',
  },
] as const;

for (const { name, group, known, says, ...rest } of states) {
  test(`groupState: ${name}`, () => {
    const facts: Facts = 'facts' in rest ? rest.facts : {};
    const passed = new Set<string>('passed' in rest ? rest.passed : []);
    const state = groupState(group, facts, greece, { known: new Set(known), passed });
    const more = 'open' in state ? state.open : 'because' in state ? state.because.kind : '';
    expect(`${state.kind} ${more}`.trim()).toBe(says);
  });
}
