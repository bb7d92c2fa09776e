import { and, or, type Truth } from './kleene.ts';
import { hasRole, hasType, isEeaState, isProvider, predicate } from './scope.ts';
import { fact, isTrue, meets, type World } from './world.ts';

/**
 * Roles whose measures the implementing regulation spells out.
 * @source Commission Implementing Regulation (EU) 2024/2690, Art. 1
 */
export const isCirRole = predicate(
  'cir_role',
  hasRole(
    'dns',
    'tld',
    'cloud',
    'data_centre',
    'cdn',
    'msp',
    'mssp',
    'marketplace',
    'search',
    'social',
    'trust_service_provider',
    'qualified_trust_service_provider',
  ),
);

/**
 * Roles that also enter ENISA's registry.
 * @source Directive (EU) 2022/2555, Art. 27
 */
export const isRegistryRole = predicate(
  'registry_role',
  hasRole(
    'dns',
    'tld',
    'domain_registration',
    'cloud',
    'data_centre',
    'cdn',
    'msp',
    'mssp',
    'marketplace',
    'search',
    'social',
  ),
);
/** Keeps registration data of domain names. */
export const isDomainRole = predicate('domain_role', hasRole('tld', 'domain_registration'));
/** Offers trust services, qualified or not. */
export const isTrustRole = predicate(
  'trust_role',
  hasRole('trust_service_provider', 'qualified_trust_service_provider'),
);

/**
 * The data protection regulation applies: personal data are processed by a body in the EEA, or one that targets people there.
 * A provider has patients and whoever employs has staff.
 * @source Regulation (EU) 2016/679, Art. 2, 3
 */
export const isUnderGdpr = predicate('gdpr', (world) =>
  and(
    or(isEeaState(world), isTrue(fact(world, 'targets_eu_persons'))),
    or(isProvider(world), hasStaff(world), isTrue(fact(world, 'processes_health_data'))),
  ),
);

function hasStaff(world: World): Truth {
  const people = fact(world, 'staff_fte');
  return people === undefined ? 'unknown' : people > 0;
}

/**
 * Decides on why and how data are processed. A provider is controller of its own patients' records, where nothing else is
 * said; that it is also a processor for others has to be stated.
 * @source Regulation (EU) 2016/679, Art. 4(7), 4(8); the default for providers is the editors' reading
 */
export const isController = predicate('controller', (world) => {
  if (world.facts.gdpr_role === undefined && isProvider(world) === true) return true;
  const role = fact(world, 'gdpr_role');
  return role === undefined ? 'unknown' : role !== 'processor';
});
export const isProcessor = predicate('processor', (world) => {
  const role = fact(world, 'gdpr_role');
  return role === undefined ? 'unknown' : role !== 'controller';
});

/**
 * Health data on a large scale: a hospital yes, a single practitioner no, anyone else has to say.
 * @source Regulation (EU) 2016/679, Art. 35(3)(b), 37(1)(c), recital 91; guidelines WP243 rev.01, 2.1
 */
export const isLargeScale = predicate('large_scale', (world) => {
  const { large_scale_health_data: stated, provider_form: form } = world.facts;
  if (stated !== undefined) return stated;
  if (form === 'hospital') return true;
  if (form === 'individual_practitioner') return false;
  fact(world, 'large_scale_health_data');
  return 'unknown';
});

/** A single practitioner, taken for a natural person. */
export const isNaturalPerson = predicate('natural_person', (world) => {
  const form = fact(world, 'provider_form');
  return form === undefined ? 'unknown' : form === 'individual_practitioner';
});

/**
 * Electronic data of the first group of the European health data space (patient summary, prescription, dispensation), or of
 * the second (images, results, discharge reports). Services that cannot run without them count as an answer.
 * @source Regulation (EU) 2025/327, Art. 14(1), 105
 */
export const hasFirstHealthData = predicate('ehds_first_group', (world) =>
  or(
    meets(world.facts.services, ['patient_summary', 'eprescription']) === true,
    meets(fact(world, 'ehr_categories'), ['patient_summary', 'eprescription', 'edispensation']),
  ),
);
export const hasSecondHealthData = predicate('ehds_second_group', (world) =>
  or(
    meets(world.facts.services, ['imaging', 'laboratory']) === true,
    meets(fact(world, 'ehr_categories'), ['imaging', 'test_results', 'discharge']),
  ),
);

/**
 * Is the maker of a device in the sense of the law: gives it to another legal entity, or places it on the market.
 * @source Regulation (EU) 2017/745, Art. 2(30), 5(5)(a); Regulation (EU) 2017/746, Art. 5(5)
 */
export const isDeviceMaker = predicate('device_maker', (world) => {
  const given = [fact(world, 'inhouse_devices'), fact(world, 'inhouse_ivd')].map((use) =>
    use === undefined ? 'unknown' : use === 'transferred',
  );
  return or(...given, isTrue(fact(world, 'places_devices_on_market')));
});

/** Runs a national contact point for eHealth. */
export const isContactPoint = predicate('contact_point', (world) => {
  const role = fact(world, 'myhealtheu_role');
  return or(hasType('ncpeh_operator')(world), role === undefined ? 'unknown' : role === 'ncpeh_operator');
});
