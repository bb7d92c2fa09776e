import { roleIds } from '../../../core/content/ids.ts';
import { factTable, isFactName, type FactKind, type ScalarKind } from '../../../core/profile/facts.ts';
import type { ProfileField } from '../../../core/profile/fact-groups.ts';

/** How a field is asked. People and money are asked where the plan is. */
export type FieldKind = FactKind | { readonly kind: 'elsewhere' };
export type RecordsKind = Extract<FactKind, { kind: 'records' }>;
export type RecordKind = ScalarKind;

const mostEuros = 1e12;
const mostDayRate = 100_000;

/** How a field is asked, and what it may hold. */
export function kindOf(field: ProfileField): FieldKind {
  if (isFactName(field)) return factTable[field];
  switch (field) {
    case 'name':
      return { kind: 'text' };
    case 'roles_present':
      return { kind: 'choices', values: roleIds };
    case 'capacity':
      return { kind: 'elsewhere' };
    case 'day_rate_eur':
      return { kind: 'number', min: 1, max: mostDayRate, whole: false, unit: 'eur' };
    case 'downtime_eur_per_hour':
      return {
        kind: 'records',
        fields: {
          service: { kind: 'choice', values: factTable.services.values },
          eur: { kind: 'number', min: 0, max: mostEuros, whole: false, unit: 'eur' },
          note: { kind: 'text' },
        },
      };
  }
}

/** Fields of a record without which it says nothing. */
export const neededIn = (field: ProfileField): readonly string[] =>
  field === 'downtime_eur_per_hour' ? ['service', 'eur'] : [];
