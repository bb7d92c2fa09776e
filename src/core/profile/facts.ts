/**
 * The facts a profile may state, as one table: readers check by it, questions are named by it, screens ask by it.
 * Fact names are identifiers of data and are written as in files (`staff_fte`), here too.
 * @source design of the obligation rules; size facts: Recommendation 2003/361/EC, Annex Art. 2, 4, 5, 6
 */

type Choice<Values extends readonly string[]> = { readonly kind: 'choice'; readonly values: Values };
type Choices<Values extends readonly string[]> = { readonly kind: 'choices'; readonly values: Values };

const bool = { kind: 'bool' } as const;
const country = { kind: 'country' } as const;
const countries = { kind: 'countries' } as const;
const date = { kind: 'date' } as const;
const text = { kind: 'text' } as const;
const count = { kind: 'number', min: 0, max: 10_000_000, whole: false, unit: 'fte' } as const;
const euros = { kind: 'number', min: 0, max: 1_000_000_000_000, whole: true, unit: 'eur' } as const;
const number = { kind: 'number', min: 0, max: 10_000_000, whole: true, unit: 'count' } as const;
const percent = { kind: 'number', min: 0, max: 100, whole: false, unit: 'percent' } as const;
const choice = <const Values extends readonly string[]>(...values: Values): Choice<Values> => ({
  kind: 'choice',
  values,
});
const choices = <const Values extends readonly string[]>(...values: Values): Choices<Values> => ({
  kind: 'choices',
  values,
});

const enterpriseKind = choice(
  'company',
  'university',
  'nonprofit_research',
  'institutional_investor',
  'venture_capital',
  'small_local_authority',
  'public_body',
);
const linkedFields = { kind: enterpriseKind, staff_fte: count, turnover_eur: euros, balance_sheet_eur: euros } as const;

/** Every fact with its type and limits. */
export const factTable = {
  // Identity and place
  country,
  establishments: countries,
  main_establishment: country,
  services_in: countries,
  targets_eu_persons: bool,
  org_kind: choice('healthcare_provider', 'national_body', 'eu_body', 'supplier'),
  entity_types: choices(
    'healthcare_provider',
    'eu_reference_lab',
    'medicinal_rd',
    'pharma_manufacturer',
    'critical_device_manufacturer',
    'device_manufacturer',
    'pharma_wholesaler',
    'public_administration_central',
    'public_administration_regional',
    'public_administration_local',
    'ncpeh_operator',
    'other',
  ),
  provider_form: choice(
    'hospital',
    'group_practice',
    'individual_practitioner',
    'pharmacy',
    'laboratory',
    'ambulance',
    'long_term_care',
    'telemedicine',
    'other',
  ),
  digital_roles: choices(
    'cloud',
    'data_centre',
    'cdn',
    'msp',
    'mssp',
    'dns',
    'tld',
    'marketplace',
    'search',
    'social',
    'trust_service_provider',
    'qualified_trust_service_provider',
    'domain_registration',
    'public_communications',
  ),
  public_sector: bool,
  public_control_pct: percent,
  defence_or_law_enforcement: bool,
  // Size, from the last approved accounts
  staff_fte: count,
  turnover_eur: euros,
  balance_sheet_eur: euros,
  staff_fte_prev: count,
  turnover_eur_prev: euros,
  balance_sheet_eur_prev: euros,
  size_class_before: choice('micro', 'small', 'medium', 'large'),
  newly_founded: bool,
  in_group: bool,
  figures_consolidated: bool,
  linked_enterprises: { kind: 'records', fields: linkedFields },
  partner_enterprises: { kind: 'records', fields: { ...linkedFields, share_pct: percent, dominant_influence: bool } },
  it_independent_of_group: bool,
  // Designations and history
  nis2_designation: choice('none', 'essential', 'important'),
  nis1_oes: bool,
  cer_critical: bool,
  cer_notified_on: date,
  national_act_status: text,
  // Data, devices, software, AI, cross-border
  processes_health_data: bool,
  gdpr_role: choice('controller', 'processor', 'both'),
  large_scale_health_data: bool,
  uses_processors: bool,
  uses_medical_devices: bool,
  inhouse_devices: choice('none', 'own_use', 'transferred'),
  inhouse_ivd: choice('none', 'own_use', 'transferred'),
  places_devices_on_market: bool,
  makes_ehr: choice('none', 'own_use', 'as_service', 'placed_on_market'),
  ehr_categories: choices('patient_summary', 'eprescription', 'edispensation', 'imaging', 'test_results', 'discharge'),
  places_software_on_market: bool,
  ai_systems: {
    kind: 'records',
    fields: {
      route: choice('annex1_device', 'inhouse_device', 'annex3', 'limited', 'minimal'),
      in_service_since: date,
      significant_change_since: date,
    },
  },
  myhealtheu_role: choice('none', 'connected_provider', 'ncpeh_operator'),
  cross_border_telemedicine: bool,
  in_sharing_arrangement: bool,
  website_cookies: bool,
  // National extras, asked only in that country
  de_contract_hospital: bool,
  de_contract_practice: bool,
  de_inpatient_cases: number,
  es_public_sector_supplier: bool,
  fr_hosts_health_data_for_others: bool,
  fr_external_host: bool,
  be_cyfun_level: choice('small', 'basic', 'important', 'essential'),
  at_public_body: bool,
  // Care and technology
  beds: number,
  sites: number,
  services: choices(
    'emergency',
    'intensive_care',
    'surgery',
    'imaging',
    'laboratory',
    'pharmacy',
    'radiotherapy',
    'dialysis',
    'maternity',
    'outpatient',
    'home_care',
    'telemedicine',
    'patient_portal',
    'patient_summary',
    'eprescription',
    'research',
    'teaching',
  ),
  technology: choices(
    'own_data_centre',
    'cloud_services',
    'connected_medical_devices',
    'unsupported_devices',
    'building_systems',
    'supplier_remote_maintenance',
    'staff_remote_access',
    'wireless_clinical_network',
    'hosted_email',
  ),
} as const satisfies Record<string, FactKind>;

/** Fields of a list of records. */
export type RecordFields = Readonly<Record<string, ScalarKind>>;
type NumberKind = {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly unit: string;
};
/** The type of a single value. */
export type ScalarKind =
  | { readonly kind: 'bool' | 'country' | 'date' | 'text' }
  | NumberKind
  | Choice<readonly string[]>;
/** The type of a fact. */
export type FactKind =
  | ScalarKind
  | { readonly kind: 'countries' }
  | Choices<readonly string[]>
  | { readonly kind: 'records'; readonly fields: RecordFields };

/** A fact by its name in files. */
export type FactName = keyof typeof factTable;
/** All names, in the order in which they are asked. */
export const factNames = Object.keys(factTable) as readonly FactName[];
/** Whether a text names a fact. */
export const isFactName = (name: string): name is FactName => Object.hasOwn(factTable, name);

type ScalarValue<Kind> = Kind extends { kind: 'bool' }
  ? boolean
  : Kind extends { kind: 'number' }
    ? number
    : Kind extends { kind: 'choice'; values: infer Values extends readonly string[] }
      ? Values[number]
      : string;

/** The type of a fact's value, read off the table. Dates and countries are strings in ISO form. */
export type FactValue<Kind> = Kind extends { kind: 'choices'; values: infer Values extends readonly string[] }
  ? readonly Values[number][]
  : Kind extends { kind: 'countries' }
    ? readonly string[]
    : Kind extends { kind: 'records'; fields: infer Fields }
      ? readonly { readonly [Name in keyof Fields]?: ScalarValue<Fields[Name]> | undefined }[]
      : ScalarValue<Kind>;

/** What is known. An absent fact is unknown, never "no"; an empty list means "none". */
export type Facts = { readonly [Name in FactName]?: FactValue<(typeof factTable)[Name]> | undefined };
