import { isInUnion } from './jurisdiction.ts';
import { and, not, or, type Truth } from './kleene.ts';
import { strongestAct } from './national-act.ts';
import { figuresOf, exceedsMoney, isAboveClass, reachesStaff } from './size.ts';
import { fact, homeOf, isTrue, meets, remember, type World } from './world.ts';

/** A named question to a world. */
export type Predicate = (world: World) => Truth;

/** A predicate whose value is worked out once in a world. */
export const predicate =
  (name: string, work: Predicate): Predicate =>
  (world) =>
    remember(world, name, work);

/** Some entity type of the organisation is one of these. */
export const hasType =
  (...types: readonly string[]): Predicate =>
  (world) =>
    meets(typesOf(world), types);

/**
 * The entity types; a body that calls itself a provider, or names its form as one, and states no types is taken for a
 * provider and nothing else. That is the editors' default: a hospital is not thereby a body of public administration.
 */
const typesOf = (world: World): readonly string[] | undefined =>
  world.facts.entity_types ?? (saysProvider(world) ? ['healthcare_provider'] : fact(world, 'entity_types'));

function saysProvider({ facts: { org_kind: kind, provider_form: form } }: World): boolean {
  return kind === 'healthcare_provider' || (kind === undefined && form !== undefined);
}

/** Some digital role of the organisation is one of these. */
export const hasRole =
  (...roles: readonly string[]): Predicate =>
  (world) =>
    meets(fact(world, 'digital_roles'), roles);

/**
 * P1: a state of the EU has jurisdiction.
 * @source Directive (EU) 2022/2555, Art. 26
 */
export const isEuState = predicate('eu_state', isInUnion);

/** P2: the organisation sits in the EU, Iceland, Liechtenstein or Norway. */
export const isEeaState = predicate('eea_state', (world) => {
  if (fact(world, 'country') === undefined) return 'unknown';
  const group = homeOf(world)?.group;
  return group === 'eu' || group === 'eea_efta';
});

/** The organisation sits in Iceland, Liechtenstein or Norway. */
export const isEeaOnly = predicate('eea_efta', (world) => {
  const home = homeOf(world);
  return world.facts.country === undefined ? 'unknown' : home?.group === 'eea_efta';
});

/** P40: provides healthcare; the role in the product says so too. */
export const isProvider = predicate('hp', (world) =>
  world.facts.org_kind === 'healthcare_provider' ? true : hasType('healthcare_provider')(world),
);

/**
 * P3: a type of the health sector.
 * @source Directive (EU) 2022/2555, Annex I point 5
 */
export const isAnnex1Health = predicate('annex1_health', (world) =>
  or(
    isProvider(world),
    hasType('eu_reference_lab', 'medicinal_rd', 'pharma_manufacturer', 'critical_device_manufacturer')(world),
  ),
);

/**
 * P4: makes medical devices.
 * @source Directive (EU) 2022/2555, Annex II point 5(a)
 */
export const isAnnex2Device = predicate('annex2_device', hasType('device_manufacturer'));

/**
 * P5, P5b, P6: digital roles that count by size, those of Annex II, and those that count at any size.
 * @source Directive (EU) 2022/2555, Annex I points 8 and 9, Annex II point 6, Art. 2(2)(a)
 */
export const isDigitalBySize = predicate('digital_by_size', hasRole('cloud', 'data_centre', 'cdn', 'msp', 'mssp'));
export const isDigitalAnnex2 = predicate('digital_annex2', hasRole('marketplace', 'search', 'social'));
export const isAnySizeRole = predicate(
  'any_size_role',
  hasRole('dns', 'tld', 'trust_service_provider', 'qualified_trust_service_provider', 'public_communications'),
);

/** Central government with powers over others, which is in scope at any size. */
export const isCentralAdministration = predicate(
  'public_administration_central',
  hasType('public_administration_central'),
);

/**
 * P7: defence or law enforcement, and a body of public administration. Who says that it belongs to defence has to say what
 * it is (a military or prison hospital may be outside); nobody else is asked.
 * @source Directive (EU) 2022/2555, Art. 2(7), 2(8)
 */
export const isExcluded = predicate('excluded', (world) => {
  const isDefence = world.facts.defence_or_law_enforcement;
  const types = isDefence === true ? fact(world, 'entity_types') : typesOf(world);
  const isAdministration = meets(types, [
    'public_administration_central',
    'public_administration_regional',
    'public_administration_local',
  ]);
  return isAdministration === false ? false : and(isAdministration, isTrue(fact(world, 'defence_or_law_enforcement')));
});

/** P8: of a type that the directive names. */
export const isNis2Type = predicate('nis2_type', (world) =>
  or(
    isAnnex1Health(world),
    isAnnex2Device(world),
    isDigitalBySize(world),
    isDigitalAnnex2(world),
    isAnySizeRole(world),
    isCentralAdministration(world),
  ),
);

/**
 * P10, P11, P12: size with the group.
 * @source Recommendation 2003/361/EC, Annex Art. 2
 */
export const isAtLeastMedium = predicate('at_least_medium', (world) => isAboveClass(world, 'small'));
export const isLarge = predicate('large', (world) => isAboveClass(world, 'medium'));
export const isMicro = predicate('micro', (world) => not(isAboveClass(world, 'micro')));
/** By which figure a ceiling is passed: used to say why. */
export const isLargeByStaff = predicate('large_by_staff', (world) =>
  and(isLarge(world), reachesStaff(figuresOf(world), 'medium')),
);
export const isLargeByMoney = predicate('large_by_money', (world) =>
  and(isLarge(world), exceedsMoney(figuresOf(world), 'medium')),
);
export const isMediumByStaff = predicate('medium_by_staff', (world) =>
  and(isAtLeastMedium(world), reachesStaff(figuresOf(world), 'small')),
);
export const isMediumByMoney = predicate('medium_by_money', (world) =>
  and(isAtLeastMedium(world), exceedsMoney(figuresOf(world), 'small')),
);

/**
 * The state named the body, or it is a critical entity. Both are acts of the state, at any size.
 * @source Directive (EU) 2022/2555, Art. 2(2)(b) to (e), 2(3)
 */
const designation = (world: World): string | undefined => fact(world, 'nis2_designation');
export const isDesignated = predicate('designated', (world) => {
  const named = designation(world);
  return named === undefined ? 'unknown' : named !== 'none';
});
export const isDesignatedEssential = predicate('designated_essential', (world) => {
  const named = designation(world);
  return named === undefined ? 'unknown' : named === 'essential';
});
export const isCritical = predicate('cer_critical', (world) => isTrue(fact(world, 'cer_critical')));

/**
 * P20: in scope of the second directive.
 * @source Directive (EU) 2022/2555, Art. 2(1) to (3), 2(7), 26
 */
export const isInScope = predicate('in_scope', (world) =>
  and(
    isEuState(world),
    or(
      isCritical(world),
      and(
        isNis2Type(world),
        not(isExcluded(world)),
        or(isAtLeastMedium(world), isDesignated(world), isAnySizeRole(world), isCentralAdministration(world)),
      ),
    ),
  ),
);

/**
 * Designated under the first directive, in a state that is known to carry such operators over as essential. The directive
 * leaves that to the state; without a sign that it does so, the general rule holds.
 * @source Directive (EU) 2022/2555, Art. 3(1)(g)
 */
export const isCarriedOver = predicate('carried_over', (world) =>
  homeOf(world)?.nis2.carriesFormerOperators === true
    ? isTrue(fact(world, 'nis1_oes'))
    : world.facts.country === undefined
      ? 'unknown'
      : false,
);

/** An Annex I type that becomes essential by being large. Makers of devices (Annex II) never do. */
const isLargeAnnex1 = predicate('large_annex1', (world) =>
  and(or(isAnnex1Health(world), isDigitalBySize(world), hasRole('trust_service_provider')(world)), isLarge(world)),
);

/**
 * P21: essential entity.
 * @source Directive (EU) 2022/2555, Art. 3(1)
 */
export const isEssential = predicate('essential', (world) =>
  and(
    isInScope(world),
    or(
      isLargeAnnex1(world),
      isDesignatedEssential(world),
      isCritical(world),
      hasRole('qualified_trust_service_provider', 'dns', 'tld')(world),
      and(hasRole('public_communications')(world), isAtLeastMedium(world)),
      isCentralAdministration(world),
      isCarriedOver(world),
    ),
  ),
);

/**
 * P22: important entity, in scope and not essential.
 * @source Directive (EU) 2022/2555, Art. 3(2)
 */
export const isImportant = predicate('important', (world) => and(isInScope(world), not(isEssential(world))));

/** P30: what the national act as a whole makes of the directive on the day. */
const actIs =
  (...forces: readonly string[]): Predicate =>
  (world) => {
    const inUnion = isEuState(world);
    return inUnion === true ? forces.includes(strongestAct(world, null)?.force ?? '') : inUnion;
  };
export const isActBinding = predicate('act_binding', actIs('binding_now'));
export const isActPending = predicate('act_pending', actIs('recommended', 'binding_from'));
export const isActMissing = predicate('act_missing', actIs('recommended'));
