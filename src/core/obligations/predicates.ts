import * as products from './data-and-products.ts';
import type { Truth } from './kleene.ts';
import * as scope from './scope.ts';
import type { World } from './world.ts';

/** The names that conditions in content may use. A name stays; what it means is dated by its source. */
const table = {
  always: (): Truth => true,
  eu_state: scope.isEuState,
  eea_state: scope.isEeaState,
  eea_efta: scope.isEeaOnly,
  hp: scope.isProvider,
  annex1_health: scope.isAnnex1Health,
  annex2_device: scope.isAnnex2Device,
  digital_by_size: scope.isDigitalBySize,
  digital_annex2: scope.isDigitalAnnex2,
  any_size_role: scope.isAnySizeRole,
  public_administration_central: scope.isCentralAdministration,
  excluded: scope.isExcluded,
  nis2_type: scope.isNis2Type,
  at_least_medium: scope.isAtLeastMedium,
  large: scope.isLarge,
  micro: scope.isMicro,
  large_by_staff: scope.isLargeByStaff,
  large_by_money: scope.isLargeByMoney,
  medium_by_staff: scope.isMediumByStaff,
  medium_by_money: scope.isMediumByMoney,
  designated: scope.isDesignated,
  designated_essential: scope.isDesignatedEssential,
  cer_critical: scope.isCritical,
  carried_over: scope.isCarriedOver,
  in_scope: scope.isInScope,
  essential: scope.isEssential,
  important: scope.isImportant,
  act_binding: scope.isActBinding,
  act_pending: scope.isActPending,
  act_missing: scope.isActMissing,
  cir_role: products.isCirRole,
  registry_role: products.isRegistryRole,
  domain_role: products.isDomainRole,
  trust_role: products.isTrustRole,
  gdpr: products.isUnderGdpr,
  controller: products.isController,
  processor: products.isProcessor,
  large_scale: products.isLargeScale,
  natural_person: products.isNaturalPerson,
  ehds_first_group: products.hasFirstHealthData,
  ehds_second_group: products.hasSecondHealthData,
  device_maker: products.isDeviceMaker,
  contact_point: products.isContactPoint,
} as const satisfies Record<string, scope.Predicate>;

/** A name that a condition may use. */
export type PredicateName = keyof typeof table;
export const predicateNames = Object.keys(table) as readonly PredicateName[];
export const isPredicateName = (name: string): name is PredicateName => Object.hasOwn(table, name);

/** The value of a named predicate. */
export const holds = (world: World, name: PredicateName): Truth => table[name](world);
