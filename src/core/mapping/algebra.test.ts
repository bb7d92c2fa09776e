import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setRelations, type SetRelation } from '../guidance/mapping-set.ts';
import {
  anything,
  canBothBe,
  claimOf,
  compose,
  composeClaims,
  composePossible,
  compositions,
  conclude,
  inverse,
  inverseClaim,
  isPartOf,
  outcomes,
  outcomesIn,
  possible,
  possibleBy,
  type Claim,
  type Outcome,
} from './algebra.ts';

/** Sets are bits here; how they stand to each other is read off them, by another road than the table. */
function truth(left: number, right: number): Outcome {
  const shared = left & right;
  if (left === right) return 'equal';
  if (shared === 0) return 'none';
  if (shared === left) return 'subset';
  return shared === right ? 'superset' : 'intersects';
}

/** Whether a stated relation is true of two sets, in the meaning that the algebra gives to it. */
const holds = (relation: SetRelation, left: number, right: number): boolean =>
  relation === 'intersects'
    ? (left & right) !== 0
    : truth(left, right) === (relation === 'equivalent' ? 'equal' : relation);

const nonEmpty = Array.from({ length: 31 }, (_, index) => index + 1);

/** For each two relations, every way in which the ends of all fitting triples stand to each other. */
function enumerated<Relation extends string>(
  relations: readonly Relation[],
  fits: (relation: Relation, left: number, right: number) => boolean,
): ReadonlyMap<string, readonly Outcome[]> {
  const found = new Map<string, Set<Outcome>>();
  for (const middle of nonEmpty) {
    for (const first of relations) {
      const lefts = nonEmpty.filter((left) => fits(first, left, middle));
      for (const second of relations) {
        const rights = nonEmpty.filter((right) => fits(second, middle, right));
        const seen = found.get(`${first}, ${second}`) ?? new Set<Outcome>();
        for (const left of lefts) for (const right of rights) seen.add(truth(left, right));
        found.set(`${first}, ${second}`, seen);
      }
    }
  }
  return new Map([...found].map(([pair, seen]) => [pair, outcomes.filter((outcome) => seen.has(outcome))]));
}

describe('compositions: the table is what enumeration of all triples gives', () => {
  const found = enumerated(outcomes, (outcome, left, right) => truth(left, right) === outcome);
  test.each(outcomes.flatMap((first) => outcomes.map((second) => [first, second] as const)))(
    '%s, %s',
    (first, second) =>
      expect(outcomesIn(possible(...compositions[first][second]))).toEqual(found.get(`${first}, ${second}`)),
  );
});

describe('composeClaims: stated relations leave open what enumeration in their stated meaning gives', () => {
  const found = enumerated(setRelations, holds);
  test.each(setRelations.flatMap((first) => setRelations.map((second) => [first, second] as const)))(
    '%s, %s',
    (first, second) =>
      expect(outcomesIn(composeClaims(claimOf(first), claimOf(second)).possible)).toEqual(
        found.get(`${first}, ${second}`),
      ),
  );
});

const shares = ['equal', 'subset', 'superset', 'intersects'];

describe('compose', () => {
  test.each<[SetRelation, SetRelation, string | readonly string[]]>([
    ['equal', 'equal', 'equal'],
    ['equal', 'equivalent', 'equivalent'],
    ['equivalent', 'equal', 'equivalent'],
    ['equivalent', 'subset', 'subset'],
    ['intersects', 'equivalent', 'intersects'],
    ['none', 'equal', 'none'],
    ['subset', 'subset', 'subset'],
    ['superset', 'superset', 'superset'],
    ['subset', 'none', 'none'],
    ['none', 'superset', 'none'],
    ['superset', 'subset', shares],
    ['intersects', 'subset', shares],
    ['superset', 'intersects', shares],
    ['intersects', 'intersects', 'no_conclusion'],
    ['subset', 'superset', 'no_conclusion'],
    ['subset', 'intersects', 'no_conclusion'],
    ['intersects', 'superset', 'no_conclusion'],
    ['none', 'none', 'no_conclusion'],
    ['none', 'subset', 'no_conclusion'],
    ['none', 'intersects', 'no_conclusion'],
    ['superset', 'none', 'no_conclusion'],
    ['intersects', 'none', 'no_conclusion'],
  ])('%s, %s → %s', (first, second, said) => {
    const conclusion = compose(first, second);
    const short =
      conclusion.kind === 'relation'
        ? conclusion.relation
        : conclusion.kind === 'overlap'
          ? conclusion.mayBe
          : conclusion.kind;
    expect(short).toEqual(said);
  });

  test('with proper overlap instead, the list of what it may be is shorter', () => {
    const proper = possible('intersects');
    expect(outcomesIn(composePossible(proper, possibleBy.subset))).toEqual(['subset', 'intersects']);
    expect(outcomesIn(composePossible(possibleBy.superset, proper))).toEqual(['superset', 'intersects']);
  });
});

const relation = fc.constantFrom(...setRelations);
const set = fc.integer({ min: 1, max: 2 ** 12 - 1 });
const claims = (chain: readonly SetRelation[]): readonly Claim[] => chain.map(claimOf);
const chained = (chain: readonly Claim[]): Claim => chain.reduce(composeClaims);

test('composeClaims: never contradicts the truth about sets, however long the chain', () => {
  fc.assert(
    fc.property(fc.array(set, { minLength: 3, maxLength: 6 }), fc.nat(), (sets, pick) => {
      const stated = sets.slice(1).map((next, index) => {
        const before = sets[index] ?? 0;
        const fitting = setRelations.filter((one) => holds(one, before, next));
        return fitting[(pick + index) % fitting.length] ?? 'intersects';
      });
      const claim = chained(claims(stated));
      const ends = truth(sets[0] ?? 0, sets.at(-1) ?? 0);
      expect(outcomesIn(claim.possible)).toContain(ends);
      const said = conclude(claim);
      if (said.kind === 'relation') expect(holds(said.relation, sets[0] ?? 0, sets.at(-1) ?? 0)).toBe(true);
      if (said.kind === 'overlap') expect(said.mayBe).toContain(ends);
    }),
    { seed: 20261127, numRuns: 2000 },
  );
});

test('inverse: true of the sets the other way round, and twice the same', () => {
  fc.assert(
    fc.property(relation, set, set, (one, left, right) => {
      expect(holds(inverse(one), right, left)).toBe(holds(one, left, right));
      expect(inverse(inverse(one))).toBe(one);
      expect(inverseClaim(inverseClaim(claimOf(one)))).toEqual(claimOf(one));
      expect(inverseClaim(claimOf(one))).toEqual(claimOf(inverse(one)));
    }),
    { seed: 20261127 },
  );
});

test('composeClaims: the inverse of a composition is that of the inverses, swapped', () => {
  for (const first of setRelations)
    for (const second of setRelations)
      expect(inverseClaim(composeClaims(claimOf(first), claimOf(second)))).toEqual(
        composeClaims(claimOf(inverse(second)), claimOf(inverse(first))),
      );
});

test('composeClaims: equal is the identity on both sides', () => {
  for (const one of setRelations) {
    expect(composeClaims(claimOf('equal'), claimOf(one))).toEqual(claimOf(one));
    expect(composeClaims(claimOf(one), claimOf('equal'))).toEqual(claimOf(one));
  }
});

test('composeClaims: where a chain is cut changes nothing', () => {
  fc.assert(
    fc.property(relation, relation, relation, (first, second, third) => {
      const [one, two, three] = [claimOf(first), claimOf(second), claimOf(third)];
      expect(composeClaims(composeClaims(one, two), three)).toEqual(composeClaims(one, composeClaims(two, three)));
    }),
    { seed: 20261127, numRuns: 500 },
  );
});

test('composePossible: who knows nothing learns nothing', () => {
  for (const one of setRelations) expect(composePossible(anything, possibleBy[one])).toBe(anything);
});

test('isPartOf: what touches a part touches the whole, and a whole that does more does all of its part', () => {
  const hasPart = inverseClaim(isPartOf);
  expect(conclude(composeClaims(hasPart, claimOf('intersects')))).toEqual({ kind: 'overlap', mayBe: shares });
  expect(conclude(composeClaims(hasPart, claimOf('superset')))).toEqual({ kind: 'relation', relation: 'superset' });
  expect(conclude(composeClaims(hasPart, claimOf('subset'))).kind).toBe('overlap');
});

test('canBothBe: what excludes what', () => {
  expect(canBothBe(claimOf('equal'), claimOf('intersects'))).toBe(true);
  expect(canBothBe(claimOf('none'), claimOf('intersects'))).toBe(false);
  expect(canBothBe(claimOf('equal'), claimOf('equivalent'))).toBe(true);
  expect(canBothBe(claimOf('subset'), claimOf('superset'))).toBe(false);
});
