import type { FactName, Facts } from '../profile/facts.ts';
import { anything, exactly, hull, nothing, plus, times, type Interval } from './interval.ts';
import { fact, homeOf, miss, type World } from './world.ts';

/** People and money of an enterprise, as far as known. */
export type Figures = { readonly staff: Interval; readonly turnover: Interval; readonly balance: Interval };

const zero: Figures = { staff: nothing, turnover: nothing, balance: nothing };
const unbounded: Figures = { staff: anything, turnover: anything, balance: anything };

/** Applies the same to people, turnover and balance sheet. */
const each = (left: Figures, right: Figures, merge: (left: Interval, right: Interval) => Interval): Figures => ({
  staff: merge(left.staff, right.staff),
  turnover: merge(left.turnover, right.turnover),
  balance: merge(left.balance, right.balance),
});

/** Figures of an enterprise together with those of another. */
export const addFigures = (left: Figures, right: Figures): Figures => each(left, right, plus);

type Partner = NonNullable<Facts['partner_enterprises']>[number];
type Enterprise = Pick<Partner, 'kind' | 'staff_fte' | 'turnover_eur' | 'balance_sheet_eur'>;

/** Holders of a quarter to a half that leave an enterprise autonomous. */
const harmlessHolders: readonly string[] = [
  'university',
  'nonprofit_research',
  'institutional_investor',
  'venture_capital',
  'small_local_authority',
];

/**
 * What the group adds to the own figures. While it is not known whether there is a group, the own figures are a lower
 * bound: the addition is anything from nothing upwards.
 * @source Recommendation 2003/361/EC, Annex Art. 3 and 6; Directive (EU) 2022/2555, Art. 2(1) and recital 16
 */
export function groupAddition(world: World): Figures {
  const inGroup = fact(world, 'in_group');
  if (inGroup === false) return zero;
  const isConsolidated = inGroup === undefined ? world.facts.figures_consolidated : fact(world, 'figures_consolidated');
  if (isConsolidated === true) return zero;
  const added = addEnterprises(world, inGroup);
  const leftOut = isLeftOut(world, inGroup);
  if (leftOut === true) return zero;
  return isConsolidated === undefined || leftOut === 'perhaps' ? each(zero, added, hull) : added;
}

/** Whether there is a group is asked before what is in it. */
function addEnterprises(world: World, inGroup: boolean | undefined): Figures {
  const ask = <Name extends FactName>(name: Name): Facts[Name] =>
    inGroup === undefined ? world.facts[name] : fact(world, name);
  const linked = ask('linked_enterprises');
  const partners = ask('partner_enterprises');
  const added = [
    ...(linked ?? []).map((enterprise) => shareOf(world, 'linked_enterprises', enterprise, linkedFactor(enterprise))),
    ...(partners ?? []).map((partner) => shareOf(world, 'partner_enterprises', partner, partnerFactor(world, partner))),
  ].reduce(addFigures, zero);
  return linked === undefined || partners === undefined ? addFigures(added, unbounded) : added;
}

/**
 * The part of an enterprise that counts. An exception has to be stated: without a kind it is a company.
 * The public authority that controls a body is not added.
 * @source Directive (EU) 2022/2555, Art. 2(1), second subparagraph: Annex Art. 3(4) of the recommendation does not apply
 */
const linkedFactor = ({ kind }: Enterprise): Interval => (kind === 'public_body' ? nothing : exactly(1));

/**
 * A quarter to a half without control counts in proportion, more in full, less not at all. Exactly half is a partner.
 * @source Recommendation 2003/361/EC, Annex Art. 3(2), 3(3), 6(2)
 */
function partnerFactor(world: World, { kind, share_pct: share, dominant_influence: isDominant }: Partner): Interval {
  if (kind === 'public_body') return nothing;
  if (isDominant === true) return exactly(1);
  if (share === undefined || isDominant === undefined) miss(world, 'partner_enterprises');
  if (share === undefined) return { low: 0, high: 1 };
  const isHarmless = kind !== undefined && harmlessHolders.includes(kind);
  const proportion = share > 50 ? 1 : share < 25 || isHarmless ? 0 : share / 100;
  return isDominant === undefined ? { low: proportion, high: 1 } : exactly(proportion);
}

function shareOf(world: World, list: FactName, enterprise: Enterprise, factor: Interval): Figures {
  const { staff_fte: staff, turnover_eur: turnover, balance_sheet_eur: balance } = enterprise;
  if (factor.high > 0 && [staff, turnover, balance].includes(undefined)) miss(world, list);
  const figures = { staff: exactly(staff), turnover: exactly(turnover), balance: exactly(balance) };
  return each(figures, figures, (figure) => times(factor, figure));
}

/**
 * A state may leave the group out where systems are independent of it; only where its act is known to do so.
 * @source Directive (EU) 2022/2555, recital 16
 */
function isLeftOut(world: World, inGroup: boolean | undefined): boolean | 'perhaps' {
  if (homeOf(world)?.nis2.disregardsIndependentGroup !== true) return false;
  const isIndependent =
    inGroup === undefined ? world.facts.it_independent_of_group : fact(world, 'it_independent_of_group');
  return isIndependent ?? 'perhaps';
}
