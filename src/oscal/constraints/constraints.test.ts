import { expect, test } from 'vitest';
import { samples, uuid, withMember } from '../../../tests/support/oscal-samples.ts';
import type { Json, JsonObject, Model } from '../model.ts';
import { constraintFindings } from './constraints.ts';

const control = (id: string, more: JsonObject = {}): JsonObject => ({ id, title: id, ...more });

/** Each constraint with a fragment that breaks it, put into a sample; the sample itself keeps it. */
const constraints: readonly {
  readonly rule: string;
  readonly model: Model;
  readonly at: string;
  readonly value: Json;
  readonly pointer: string;
  readonly severity: 'error' | 'warning' | 'note';
}[] = [
  {
    rule: 'uuid-is-unique',
    model: 'catalog',
    at: '/metadata/parties/1',
    value: { uuid: uuid(1), type: 'person' },
    pointer: '/catalog/metadata/parties/1',
    severity: 'error',
  },
  {
    rule: 'uuid-is-unique',
    model: 'catalog',
    at: '/groups/0/controls/0/props/1',
    value: { uuid: uuid(10), name: 'a', value: 'b' },
    pointer: '/catalog/groups/0/controls/0/props/1',
    severity: 'warning',
  },
  {
    rule: 'control-id-is-unique',
    model: 'catalog',
    at: '/groups/0/controls/1',
    value: control('c1.1'),
    pointer: '/catalog/groups/0/controls/1',
    severity: 'error',
  },
  {
    rule: 'group-id-is-unique',
    model: 'catalog',
    at: '/groups/1',
    value: { id: 'g1', title: 'Again' },
    pointer: '/catalog/groups/1',
    severity: 'error',
  },
  {
    rule: 'parameter-id-is-unique',
    model: 'catalog',
    at: '/params/1',
    value: { id: 'g1_p', values: ['a'] },
    pointer: '/catalog/groups/0/params/0',
    severity: 'error',
  },
  {
    rule: 'part-id-is-unique',
    model: 'catalog',
    at: '/groups/0/controls/1/parts',
    value: [{ id: 'c1_smt', name: 'statement' }],
    pointer: '/catalog/groups/0/controls/1/parts/0',
    severity: 'error',
  },
  {
    rule: 'inserted-parameter-is-known',
    model: 'catalog',
    at: '/groups/0/controls/1/parts',
    value: [{ name: 'statement', prose: 'Each {{ insert: param, gone }}.' }],
    pointer: '/catalog/groups/0/controls/1/parts/0/prose',
    severity: 'warning',
  },
  {
    rule: 'link-leads-somewhere',
    model: 'catalog',
    at: '/groups/0/controls/1/links',
    value: [{ href: '#gone' }],
    pointer: '/catalog/groups/0/controls/1/links/0/href',
    severity: 'warning',
  },
  {
    rule: 'link-leads-somewhere',
    model: 'assessment-results',
    at: '/metadata/links',
    value: [{ href: '#gone' }],
    pointer: '/assessment-results/metadata/links/0/href',
    severity: 'note',
  },
  {
    rule: 'party-uuids-is-known',
    model: 'catalog',
    at: '/metadata/responsible-parties/0/party-uuids/0',
    value: uuid(99),
    pointer: '/catalog/metadata/responsible-parties/0/party-uuids/0',
    severity: 'warning',
  },
  {
    rule: 'role-id-is-known',
    model: 'catalog',
    at: '/metadata/responsible-parties/0/role-id',
    value: 'gone',
    pointer: '/catalog/metadata/responsible-parties/0/role-id',
    severity: 'warning',
  },
  {
    rule: 'role-ids-is-known',
    model: 'system-security-plan',
    at: '/system-implementation/users/0/role-ids/0',
    value: 'gone',
    pointer: '/system-security-plan/system-implementation/users/0/role-ids/0',
    severity: 'warning',
  },
  {
    rule: 'member-of-organizations-is-known',
    model: 'catalog',
    at: '/metadata/parties/0/member-of-organizations',
    value: [uuid(99)],
    pointer: '/catalog/metadata/parties/0/member-of-organizations/0',
    severity: 'warning',
  },
  {
    rule: 'location-uuids-is-known',
    model: 'catalog',
    at: '/metadata/parties/0/location-uuids',
    value: [uuid(99)],
    pointer: '/catalog/metadata/parties/0/location-uuids/0',
    severity: 'warning',
  },
  {
    rule: 'component-uuid-is-known',
    model: 'system-security-plan',
    at: '/control-implementation/implemented-requirements/0/by-components/0/component-uuid',
    value: uuid(99),
    pointer: '/system-security-plan/control-implementation/implemented-requirements/0/by-components/0/component-uuid',
    severity: 'warning',
  },
  {
    rule: 'observation-uuid-is-known',
    model: 'assessment-results',
    at: '/results/0/risks/0/related-observations/0/observation-uuid',
    value: uuid(99),
    pointer: '/assessment-results/results/0/risks/0/related-observations/0/observation-uuid',
    severity: 'note',
  },
  {
    rule: 'risk-uuid-is-known',
    model: 'plan-of-action-and-milestones',
    at: '/poam-items/0/related-risks/0/risk-uuid',
    value: uuid(99),
    pointer: '/plan-of-action-and-milestones/poam-items/0/related-risks/0/risk-uuid',
    severity: 'note',
  },
  {
    rule: 'activity-uuid-is-known',
    model: 'assessment-plan',
    at: '/tasks/0/associated-activities/0/activity-uuid',
    value: uuid(99),
    pointer: '/assessment-plan/tasks/0/associated-activities/0/activity-uuid',
    severity: 'note',
  },
  {
    rule: 'relationship-is-known',
    model: 'mapping-collection',
    at: '/mappings/0/maps/0/relationship',
    value: 'part-of',
    pointer: '/mapping-collection/mappings/0/maps/0/relationship',
    severity: 'error',
  },
  {
    rule: 'id-is-no-link',
    model: 'mapping-collection',
    at: '/mappings/0/maps/0/targets/0/id-ref',
    value: '#d1',
    pointer: '/mapping-collection/mappings/0/maps/0/targets/0/id-ref',
    severity: 'warning',
  },
];

test.each(constraints)('constraint: $rule in $at', ({ rule, model, at, value, pointer, severity }) => {
  expect(constraintFindings(model, samples[model])).toEqual([]);
  const findings = constraintFindings(model, withMember(samples[model], at, value));
  expect(findings.map((each) => [each.rule, each.pointer, each.severity])).toContainEqual([rule, pointer, severity]);
});

test('constraint: a relation of a namespace of its own may be any word', () => {
  const own = withMember(samples['mapping-collection'], '/mappings/0/maps/0/ns', 'https://example.org/ns');
  const root = withMember(own, '/mappings/0/maps/0/relationship', 'part-of');
  expect(constraintFindings('mapping-collection', root)).toEqual([]);
});

test('constraint: names that objects have of themselves are names like others', () => {
  const named = Object.fromEntries(
    ['constructor', '__proto__', 'toString'].map((key) => [key, [{ id: 'a' }, { id: 'a' }]]),
  );
  expect(constraintFindings('catalog', named)).toEqual([]);
});
