/**
 * The profile as ten groups of questions, and which of them an organisation is asked at all. Every fact belongs to one
 * group; what other answers rule out is not asked, and what waits for another answer says for which.
 */
import type { FactName, Facts } from './facts.ts';

/** Parts of a profile that are no facts of law, but are answered with them. */
export const otherFields = ['name', 'roles_present', 'capacity', 'day_rate_eur', 'downtime_eur_per_hour'] as const;
/** Whatever can be answered in a profile. */
export type ProfileField = FactName | (typeof otherFields)[number];

/** The groups, in the order in which they are asked. */
export const factGroups = [
  {
    id: 'identity',
    fields: [
      'name',
      'country',
      'org_kind',
      'provider_form',
      'entity_types',
      'public_sector',
      'public_control_pct',
      'defence_or_law_enforcement',
    ],
  },
  {
    id: 'size',
    fields: [
      'staff_fte',
      'turnover_eur',
      'balance_sheet_eur',
      'newly_founded',
      'staff_fte_prev',
      'turnover_eur_prev',
      'balance_sheet_eur_prev',
      'size_class_before',
      'in_group',
      'figures_consolidated',
      'linked_enterprises',
      'partner_enterprises',
      'it_independent_of_group',
    ],
  },
  {
    id: 'borders',
    fields: [
      'establishments',
      'main_establishment',
      'services_in',
      'targets_eu_persons',
      'myhealtheu_role',
      'cross_border_telemedicine',
    ],
  },
  {
    id: 'standing',
    fields: [
      'nis2_designation',
      'nis1_oes',
      'cer_critical',
      'cer_notified_on',
      'national_act_status',
      'digital_roles',
      'in_sharing_arrangement',
    ],
  },
  {
    id: 'data',
    fields: [
      'processes_health_data',
      'gdpr_role',
      'large_scale_health_data',
      'uses_processors',
      'makes_ehr',
      'ehr_categories',
      'website_cookies',
    ],
  },
  {
    id: 'devices',
    fields: [
      'uses_medical_devices',
      'inhouse_devices',
      'inhouse_ivd',
      'places_devices_on_market',
      'places_software_on_market',
    ],
  },
  { id: 'ai', fields: ['ai_systems'] },
  {
    id: 'national',
    fields: [
      'de_contract_hospital',
      'de_contract_practice',
      'de_inpatient_cases',
      'es_public_sector_supplier',
      'fr_hosts_health_data_for_others',
      'fr_external_host',
      'be_cyfun_level',
      'at_public_body',
    ],
  },
  { id: 'care', fields: ['services', 'technology', 'beds', 'sites'] },
  { id: 'means', fields: ['roles_present', 'capacity', 'day_rate_eur', 'downtime_eur_per_hour'] },
] as const satisfies readonly { readonly id: string; readonly fields: readonly ProfileField[] }[];

/** A group by its name in the address. */
export type FactGroupId = (typeof factGroups)[number]['id'];
/** Whether a text names a group. */
export const isFactGroup = (id: string): id is FactGroupId => factGroups.some((group) => group.id === id);
/** The fields of a group, in the order in which they are asked. */
export const fieldsOf = (id: FactGroupId): readonly ProfileField[] =>
  factGroups.find((group) => group.id === id)?.fields ?? [];
/** The group in which a field is answered. */
export const groupOf = (field: ProfileField): FactGroupId =>
  factGroups.find((group) => (group.fields as readonly ProfileField[]).includes(field))?.id ?? 'identity';

/** Whether a field is asked; if not, the answer it waits for, or the one that rules it out. */
export type Asked =
  | { readonly kind: 'asked' }
  | { readonly kind: 'waits'; readonly for: FactName }
  | { readonly kind: 'ruled_out'; readonly by: FactName };

/** What decides, besides the answers: the group of law of the country, and which facts law asks for at this time. */
export type AskContext = {
  readonly countryGroup: 'eu' | 'eea_efta' | 'other' | null;
  readonly questions: ReadonlySet<FactName>;
};

type Rule = (facts: Facts, context: AskContext) => Asked;

const asked: Asked = { kind: 'asked' };
const waitsFor = (fact: FactName): Asked => ({ kind: 'waits', for: fact });
const ruledOut = (fact: FactName): Asked => ({ kind: 'ruled_out', by: fact });

/** Asked unless the other fact has this answer. */
const unless =
  (fact: FactName, answer: unknown): Rule =>
  (facts) =>
    facts[fact] === answer ? ruledOut(fact) : asked;

/** Asked only where the organisation is established in that country. */
const onlyIn =
  (code: string): Rule =>
  ({ country, establishments = [] }) => {
    if (country === code || establishments.includes(code)) return asked;
    return country === undefined ? waitsFor('country') : ruledOut('country');
  };

const both =
  (first: Rule, second: Rule): Rule =>
  (facts, context) => {
    const answer = first(facts, context);
    return answer.kind === 'asked' ? second(facts, context) : answer;
  };

const careless: readonly unknown[] = ['national_body', 'eu_body', 'supplier'];
const bedless: readonly unknown[] = [
  'group_practice',
  'individual_practitioner',
  'pharmacy',
  'laboratory',
  'ambulance',
  'telemedicine',
];
const practices: readonly unknown[] = ['group_practice', 'individual_practitioner'];

/** Only who cares for patients is asked. */
const givesCare: Rule = ({ org_kind: kind }) => (careless.includes(kind) ? ruledOut('org_kind') : asked);
const hasBeds: Rule = ({ provider_form: form }) => (bedless.includes(form) ? ruledOut('provider_form') : asked);
const isHospital: Rule = ({ provider_form: form }) =>
  form === undefined || form === 'hospital' ? asked : ruledOut('provider_form');
const isPractice: Rule = ({ provider_form: form }) =>
  form === undefined || practices.includes(form) ? asked : ruledOut('provider_form');
const hasYearBefore = unless('newly_founded', true);
const isInGroup = unless('in_group', false);

/** Fields that are not asked of everyone. */
const rules: Partial<Readonly<Record<ProfileField, Rule>>> = {
  provider_form: givesCare,
  staff_fte_prev: hasYearBefore,
  turnover_eur_prev: hasYearBefore,
  balance_sheet_eur_prev: hasYearBefore,
  size_class_before: hasYearBefore,
  figures_consolidated: isInGroup,
  linked_enterprises: isInGroup,
  partner_enterprises: isInGroup,
  it_independent_of_group: isInGroup,
  main_establishment: ({ establishments }) => {
    if (establishments === undefined) return waitsFor('establishments');
    return establishments.length > 1 ? asked : ruledOut('establishments');
  },
  targets_eu_persons: (_, { countryGroup }) => {
    if (countryGroup === null) return waitsFor('country');
    return countryGroup === 'other' ? asked : ruledOut('country');
  },
  cer_notified_on: ({ cer_critical: isCritical }) => {
    if (isCritical === undefined) return waitsFor('cer_critical');
    return isCritical ? asked : ruledOut('cer_critical');
  },
  // Asked only where what we know of the state is older than the day that is assessed.
  national_act_status: ({ national_act_status: stated }, { questions }) => {
    if (stated !== undefined || questions.has('national_act_status')) return asked;
    return ruledOut('country');
  },
  ai_systems: (_, { countryGroup }) => (countryGroup === 'other' ? ruledOut('country') : asked),
  de_contract_hospital: both(onlyIn('DE'), isHospital),
  de_contract_practice: both(onlyIn('DE'), isPractice),
  de_inpatient_cases: both(onlyIn('DE'), hasBeds),
  es_public_sector_supplier: onlyIn('ES'),
  fr_hosts_health_data_for_others: onlyIn('FR'),
  fr_external_host: onlyIn('FR'),
  be_cyfun_level: onlyIn('BE'),
  at_public_body: onlyIn('AT'),
  services: givesCare,
  beds: both(givesCare, hasBeds),
  downtime_eur_per_hour: givesCare,
};

/** Whether a field is asked of this organisation. */
export const askedOf = (field: ProfileField, facts: Facts, context: AskContext): Asked =>
  rules[field]?.(facts, context) ?? asked;

/** How far a group is. `open` counts what is asked and not answered. */
export type GroupState =
  | { readonly kind: 'complete' }
  | { readonly kind: 'open'; readonly open: number }
  | { readonly kind: 'not_looked_at'; readonly open: number }
  | { readonly kind: 'not_needed'; readonly because: Exclude<Asked, { kind: 'asked' }> };

/** The state of a group. `known`: what has an answer; `passed`: what was looked at and is not known yet. */
export function groupState(
  id: FactGroupId,
  facts: Facts,
  context: AskContext,
  answers: { readonly known: ReadonlySet<string>; readonly passed: ReadonlySet<string> },
): GroupState {
  const askings = fieldsOf(id).map((field) => ({ field, asking: askedOf(field, facts, context) }));
  const wanted = askings.filter(({ asking }) => asking.kind === 'asked').map(({ field }) => field);
  if (wanted.length === 0) {
    const waits = askings.find(({ asking }) => asking.kind === 'waits') ?? askings[0];
    const because = waits?.asking;
    return because === undefined || because.kind === 'asked' ? { kind: 'complete' } : { kind: 'not_needed', because };
  }
  const open = wanted.filter((field) => !answers.known.has(field));
  if (open.length === 0) return { kind: 'complete' };
  const isSeen = open.length < wanted.length || open.some((field) => answers.passed.has(field));
  return { kind: isSeen ? 'open' : 'not_looked_at', open: open.length };
}
