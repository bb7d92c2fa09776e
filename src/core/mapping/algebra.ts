/**
 * What follows from relations between sets of requirements. Owns the inverse, the composition and what cannot be
 * concluded; must not know who stated a relation, nor of what.
 *
 * Two sets stand to each other in exactly one of five ways, the outcomes. A stated relation leaves one or several of them
 * open: its possibilities. Composition works on possibilities, so chains of any length stay sound.
 */
import type { Branded } from '../base.ts';
import { setRelations, type SetRelation } from '../guidance/mapping-set.ts';

/**
 * How two sets can stand to each other; exactly one is the case. Subset and superset are proper, and intersects means
 * that each has something that the other lacks.
 * @source NIST IR 8477, section 4.3 (set theory relationship mapping)
 */
export const outcomes = ['equal', 'subset', 'superset', 'intersects', 'none'] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcomes that are still open, as bits in the order of `outcomes`. */
export type Possible = Branded<number, 'Possible'>;

/** These outcomes are open, and no other. */
export const possible = (...open: readonly Outcome[]): Possible =>
  open.reduce((bits, outcome) => bits | (1 << outcomes.indexOf(outcome)), 0) as Possible;

/** The outcomes that are open, in the order of `outcomes`. */
export const outcomesIn = (open: Possible): readonly Outcome[] =>
  outcomes.filter((_, index) => (open & (1 << index)) !== 0);

/** Nothing is excluded, so nothing is known. */
export const anything: Possible = possible(...outcomes);
const overlap = possible('equal', 'subset', 'superset', 'intersects');

/**
 * What a stated relation leaves open. `intersects` is read as "not disjoint", weaker than its definition: publishers
 * write it for every pair that has anything to do with another, so that it says nothing of what lies outside.
 * @source NIST IR 8477, section 4.3; OSCAL 1.2 mapping model, `relationship`, of which the reading of intersects departs
 */
export const possibleBy: Readonly<Record<SetRelation, Possible>> = {
  equal: possible('equal'),
  equivalent: possible('equal'),
  subset: possible('subset'),
  superset: possible('superset'),
  intersects: overlap,
  none: possible('none'),
};

/** What is known of two sets: what is open, and the relation where it has a name. */
export type Claim = { readonly possible: Possible; readonly relation: SetRelation | null };

/** What a stated relation claims. */
export const claimOf = (relation: SetRelation): Claim => ({ possible: possibleBy[relation], relation });

/**
 * The claim that something is a part of something else. It may be the whole of it: a heading can have one part.
 * Its name is that of the direction.
 */
export const isPartOf: Claim = { possible: possible('equal', 'subset'), relation: 'subset' };

/** What can be said: a relation, that two sets share something, or nothing. */
export type Conclusion =
  | { readonly kind: 'relation'; readonly relation: SetRelation }
  | { readonly kind: 'overlap'; readonly mayBe: readonly Outcome[] }
  | { readonly kind: 'no_conclusion' };

/** The relation read from target to source. */
export const inverse = (relation: SetRelation): SetRelation =>
  relation === 'subset' ? 'superset' : relation === 'superset' ? 'subset' : relation;

/** The claim read from target to source. */
export const inverseClaim = ({ possible: open, relation }: Claim): Claim => ({
  possible: possible(...outcomesIn(open).map((outcome) => inverse(outcome) as Outcome)),
  relation: relation === null ? null : inverse(relation),
});

const all: readonly Outcome[] = outcomes;
const notWithin: readonly Outcome[] = ['superset', 'intersects', 'none'];
const notAround: readonly Outcome[] = ['subset', 'intersects', 'none'];

/**
 * How A can stand to C, by how A stands to B (row) and B to C (column). Enumerating all triples of non-empty subsets of
 * a set of five gives the same table.
 * @source The composition table of the region connection calculus RCC5, here for non-empty sets
 */
export const compositions: Readonly<Record<Outcome, Readonly<Record<Outcome, readonly Outcome[]>>>> = {
  equal: {
    equal: ['equal'],
    subset: ['subset'],
    superset: ['superset'],
    intersects: ['intersects'],
    none: ['none'],
  },
  subset: { equal: ['subset'], subset: ['subset'], superset: all, intersects: notAround, none: ['none'] },
  superset: {
    equal: ['superset'],
    subset: ['equal', 'subset', 'superset', 'intersects'],
    superset: ['superset'],
    intersects: ['superset', 'intersects'],
    none: notWithin,
  },
  intersects: {
    equal: ['intersects'],
    subset: ['subset', 'intersects'],
    superset: notWithin,
    intersects: all,
    none: notWithin,
  },
  none: { equal: ['none'], subset: notAround, superset: ['none'], intersects: notAround, none: all },
};

const size = anything + 1;
// Chains are composed by the hundred thousand, so the answer for each two sets of possibilities is worked out once.
const composed: readonly number[] = Array.from({ length: size * size }, (_, index) =>
  outcomesIn(Math.floor(index / size) as Possible)
    .flatMap((first) => outcomesIn((index % size) as Possible).map((second) => compositions[first][second]))
    .reduce<number>((bits, found) => bits | possible(...found), 0),
);

/** What is open between A and C, by what is open between A and B and between B and C. */
export const composePossible = (first: Possible, second: Possible): Possible =>
  (composed[first * size + second] ?? anything) as Possible;

/** What is known of A and C, by what is known of A and B and of B and C. Equal things carry the other relation on. */
export function composeClaims(first: Claim, second: Claim): Claim {
  if (isSame(first) && second.relation !== 'equal') return second;
  if (isSame(second)) return first;
  return unnamed[composePossible(first.possible, second.possible)] ?? nothing;
}

const isSame = ({ relation }: Claim): boolean => relation === 'equal' || relation === 'equivalent';

const nothing: Claim = { possible: anything, relation: null };
// Several open outcomes have no name, since `intersects` would sound as if somebody had stated it.
const unnamed: readonly Claim[] = Array.from({ length: size }, (_, open) => ({
  possible: open as Possible,
  relation: setRelations.find((relation) => relation !== 'intersects' && possibleBy[relation] === open) ?? null,
}));

/** Whether a claim says anything: a relation, or that the two share something. */
export const saysSomething = ({ possible: open, relation }: Claim): boolean =>
  relation !== null || (open & possibleBy.none) === 0;

/** What can be said by a claim. */
export function conclude({ possible: open, relation }: Claim): Conclusion {
  if (relation !== null) return { kind: 'relation', relation };
  return saysSomething({ possible: open, relation })
    ? { kind: 'overlap', mayBe: outcomesIn(open) }
    : { kind: 'no_conclusion' };
}

/** What can be said of A and C, by the relations of A to B and of B to C. */
export const compose = (first: SetRelation, second: SetRelation): Conclusion =>
  conclude(composeClaims(claimOf(first), claimOf(second)));

/** Whether two claims can both be true. */
export const canBothBe = (left: Claim, right: Claim): boolean => (left.possible & right.possible) !== 0;
