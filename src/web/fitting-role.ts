import type { RoleId } from '../core/content/ids.ts';
import type { Facts } from '../core/profile/facts.ts';
import { formOf } from '../core/ranking/tier.ts';

/** Whose guide an organisation reads first. */
export function fittingRole(facts: Facts): RoleId {
  switch (formOf(facts)) {
    case 'practice':
      return 'practice';
    case 'national_body':
    case 'eu_body':
      return 'authority';
    case 'contact_point':
      return 'ncpeh';
    default:
      return 'ceo';
  }
}
