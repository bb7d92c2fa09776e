import type { Truth } from './kleene.ts';
import { fact, meets, miss, type World } from './world.ts';

/** Types of entity that are not a digital role: they answer to the state where they are established. */
const settledTypes = [
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
];

/**
 * The states of the EU whose act applies: those of establishment; for a body that is only a digital provider, the one where
 * it decides on security. Treating patients in another state by video adds none. Undefined: not known.
 * @source Directive (EU) 2022/2555, Art. 26(1), 26(2)
 */
export function jurisdictionOf(world: World): readonly string[] | undefined {
  const states = isOnlyDigital(world) ? mainEstablishment(world) : establishments(world);
  return states?.filter((code) => world.countries.get(code)?.group === 'eu');
}

/** At least one state of the EU has jurisdiction. */
export function isInUnion(world: World): Truth {
  const states = jurisdictionOf(world);
  return states === undefined ? 'unknown' : states.length > 0;
}

/** Where the organisation is established; its country, where nothing else is said. */
export function establishments(world: World): readonly string[] | undefined {
  const stated = world.facts.establishments;
  if (stated !== undefined && stated.length > 0) return stated;
  const home = fact(world, 'country');
  return home === undefined ? undefined : [home];
}

function mainEstablishment(world: World): readonly string[] | undefined {
  const main = world.facts.main_establishment;
  if (main !== undefined) return [main];
  const all = establishments(world);
  if (all !== undefined && all.length > 1) miss(world, 'main_establishment');
  return all?.length === 1 ? all : undefined;
}

const isOnlyDigital = ({ facts }: World): boolean =>
  (facts.digital_roles ?? []).length > 0 &&
  facts.org_kind !== 'healthcare_provider' &&
  meets(facts.entity_types, settledTypes) === false;
