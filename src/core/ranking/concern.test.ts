import { expect, test } from 'vitest';
import { profile, safeguards } from '../../../tests/support/invented.ts';
import type { Concern, Safeguard } from '../content/safeguard.ts';
import type { Facts } from '../profile/facts.ts';
import { concernsUs } from './concern.ts';

const [sample] = safeguards;
const of = (...concerns: readonly Concern[]): Safeguard => ({ ...(sample as Safeguard), concerns });

const cases: readonly (readonly [string, readonly Concern[], Facts, boolean])[] = [
  ['a service that is offered', ['service:dialysis'], { services: ['dialysis'] }, true],
  ['a service that is not', ['service:dialysis'], { services: ['surgery'] }, false],
  ['services that nobody has told', ['service:dialysis'], {}, true],
  ['one of two is enough', ['service:dialysis', 'service:surgery'], { services: ['surgery'] }, true],
  ['a technology that is not there', ['technology:cloud_services'], { technology: [] }, false],
  ['a contact point', ['form:contact_point'], { myhealtheu_role: 'ncpeh_operator' }, true],
  ['a hospital is none', ['form:contact_point'], { provider_form: 'hospital' }, false],
  ['who tells no form is taken for a provider', ['form:contact_point'], {}, false],
  ['a form or a service', ['form:contact_point', 'service:eprescription'], { services: ['eprescription'] }, true],
];

for (const [name, concerns, facts, expected] of cases) {
  test(`concernsUs: ${name}`, () => {
    expect(concernsUs(of(...concerns), profile(facts, {}))).toBe(expected);
  });
}

test('concernsUs: what an organisation rated itself concerns it', () => {
  const rated = profile({ services: [] }, { [(sample as Safeguard).id]: 'P' });
  expect(concernsUs(of('service:dialysis'), rated)).toBe(true);
});
