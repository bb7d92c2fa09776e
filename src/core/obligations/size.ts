import type { SizeClass } from '../content/safeguard.ts';
import { sizeClasses } from '../content/safeguard.ts';
import { addFigures, groupAddition, type Figures } from './group.ts';
import { exactly, isAbove, reaches } from './interval.ts';
import { and, majority, not, or, type Truth } from './kleene.ts';
import { fact, homeOf, remember, type World } from './world.ts';

type Ceiling = { readonly staff: number; readonly turnoverEur: number; readonly balanceEur: number };

/**
 * What a class may not exceed. To leave it takes as many people, or both money figures above.
 * @source Recommendation 2003/361/EC, Annex Art. 2
 */
export const ceilings = {
  micro: { staff: 10, turnoverEur: 2_000_000, balanceEur: 2_000_000 },
  small: { staff: 50, turnoverEur: 10_000_000, balanceEur: 10_000_000 },
  medium: { staff: 250, turnoverEur: 50_000_000, balanceEur: 43_000_000 },
} as const satisfies Record<Exclude<SizeClass, 'large'>, Ceiling>;
type Ceilinged = keyof typeof ceilings;

/** People reach the number that the class must stay under. */
export const reachesStaff = (figures: Figures, name: Ceilinged): Truth => reaches(figures.staff, ceilings[name].staff);

/**
 * Both money figures are above. Equal is not above, and one alone is not enough.
 * @source Recommendation 2003/361/EC, Annex Art. 2: "and/or" lets an enterprise rely on either figure
 */
export const exceedsMoney = (figures: Figures, name: Ceilinged): Truth =>
  and(isAbove(figures.turnover, ceilings[name].turnoverEur), isAbove(figures.balance, ceilings[name].balanceEur));

const exceeds = (figures: Figures, name: Ceilinged): Truth =>
  or(reachesStaff(figures, name), exceedsMoney(figures, name));

/** Figures of the last accounts, the group added. */
export const figuresOf = (world: World): Figures =>
  addFigures(
    {
      staff: exactly(fact(world, 'staff_fte')),
      turnover: exactly(fact(world, 'turnover_eur')),
      balance: exactly(fact(world, 'balance_sheet_eur')),
    },
    groupAddition(world),
  );

/** Figures of the year before. The group of today stands in for the group of then. */
const figuresBefore = (world: World): Figures =>
  addFigures(
    {
      staff: exactly(fact(world, 'staff_fte_prev')),
      turnover: exactly(fact(world, 'turnover_eur_prev')),
      balance: exactly(fact(world, 'balance_sheet_eur_prev')),
    },
    groupAddition(world),
  );

const hasYearBefore = ({ facts }: World): boolean =>
  facts.newly_founded !== true &&
  [facts.staff_fte_prev, facts.turnover_eur_prev, facts.balance_sheet_eur_prev].some((value) => value !== undefined);

/**
 * Whether the organisation is above a class. Passing a ceiling counts only in two periods in a row; in one, the class held
 * before stands. Without figures of the year before the last year decides.
 * @source Recommendation 2003/361/EC, Annex Art. 4(2), 4(3)
 */
export const isAboveClass = (world: World, name: Ceilinged): Truth =>
  remember(world, `above ${name}`, () => {
    const now = exceeds(figuresOf(world), name);
    if (!hasYearBefore(world)) return now;
    const before = exceeds(figuresBefore(world), name);
    const agreed = majority(now, before, 'unknown');
    return agreed === 'unknown' ? majority(now, before, heldBefore(world, name)) : agreed;
  });

function heldBefore(world: World, name: Ceilinged): Truth {
  const held = fact(world, 'size_class_before');
  return held === undefined ? 'unknown' : sizeClasses.indexOf(held) > sizeClasses.indexOf(name);
}

/** A remark on how the size was worked out; words for it stand in the catalogue. */
export type SizeNote =
  | 'one_year_only'
  | 'group_unknown'
  | 'group_left_out'
  | 'public_owner_not_added'
  | 'estimate'
  | 'operating_income';

/** The size of an organisation, with the figures that count after the group was added. `high` null: no upper bound known. */
export type Size = {
  readonly class: SizeClass | 'unknown';
  /** The classes that what is known leaves open, smallest first. */
  readonly possible: readonly SizeClass[];
  readonly staff: Bounds;
  readonly turnoverEur: Bounds;
  readonly balanceEur: Bounds;
  readonly notes: readonly SizeNote[];
};
export type Bounds = { readonly low: number; readonly high: number | null };

/** The size with its figures and remarks. */
export function sizeOf(world: World): Size {
  const figures = figuresOf(world);
  const possible = sizeClasses.filter((name) => isOfClass(world, name) !== false);
  const [only] = possible;
  return {
    class: possible.length === 1 && only !== undefined ? only : 'unknown',
    possible,
    staff: boundsOf(figures.staff),
    turnoverEur: boundsOf(figures.turnover),
    balanceEur: boundsOf(figures.balance),
    notes: notesOn(world),
  };
}

const boundsOf = ({ low, high }: Figures['staff']): Bounds => ({ low, high: high === Infinity ? null : high });

function isOfClass(world: World, name: SizeClass): Truth {
  const below = sizeClasses[sizeClasses.indexOf(name) - 1] as Ceilinged | undefined;
  const isAboveLower = below === undefined ? true : isAboveClass(world, below);
  return and(isAboveLower, name === 'large' ? true : not(isAboveClass(world, name)));
}

function notesOn(world: World): readonly SizeNote[] {
  const { facts } = world;
  const owners = [...(facts.linked_enterprises ?? []), ...(facts.partner_enterprises ?? [])];
  const leavesOut =
    homeOf(world)?.nis2.disregardsIndependentGroup === true &&
    facts.it_independent_of_group === true &&
    facts.in_group !== false;
  const notes: readonly (readonly [SizeNote, boolean])[] = [
    ['one_year_only', facts.newly_founded !== true && !hasYearBefore(world)],
    ['group_unknown', facts.in_group === undefined],
    ['group_left_out', leavesOut],
    ['public_owner_not_added', owners.some(({ kind }) => kind === 'public_body')],
    ['estimate', facts.newly_founded === true],
    ['operating_income', facts.public_sector === true && facts.turnover_eur !== undefined],
  ];
  return notes.filter(([, isSo]) => isSo).map(([note]) => note);
}
