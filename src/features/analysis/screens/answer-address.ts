import { groupOf } from '../../../core/profile/fact-groups.ts';
import type { FactName } from '../../../core/profile/facts.ts';

/** Questions of the first steps by the fact that they ask; every other fact is answered in the profile. */
const steps: Partial<Readonly<Record<FactName, number>>> = {
  country: 1,
  org_kind: 2,
  provider_form: 2,
  entity_types: 2,
  staff_fte: 3,
  turnover_eur: 4,
  balance_sheet_eur: 5,
  in_group: 6,
  services: 7,
};

/** Where a fact is answered. */
export function answerAddress(fact: FactName): string {
  const step = steps[fact];
  return step === undefined ? `/profile/${groupOf(fact)}#${fact}` : `/first-steps/${step}`;
}
