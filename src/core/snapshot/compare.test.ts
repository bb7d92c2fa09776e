import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RatingWord } from '../profile/rating-state.ts';
import { changeKinds, compare, knownIn, type Change, type ChangeKind, type Side } from './compare.ts';
import type { Standing } from './standing.ts';

const words: readonly RatingWord[] = ['not_implemented', 'partially', 'largely', 'fully', 'not_applicable', 'unknown'];

/** A standing from ratings by id; the first half of the ids is the minimum set. Titles and names follow from ids. */
function sideOf(
  ratings: Readonly<Record<string, RatingWord>>,
  { sites = {}, contentDigest = 'a' }: { readonly sites?: Sites; readonly contentDigest?: string } = {},
): Side {
  const standing: Standing = {
    tier: 'essential',
    domains: [
      { id: '1', title: 'Governance' },
      { id: '2', title: 'Protection' },
    ],
    safeguards: Object.entries(ratings).map(([id, rating]) => ({
      id,
      title: `Title of ${id}`,
      domain: id < 'S-5' ? '1' : '2',
      inMinimumSet: id < 'S-5',
      rating,
      reason: rating === 'not_applicable' ? `Reason of ${id}` : null,
    })),
    sites: Object.entries(sites).map(([id, known]) => ({ id, name: `Name of ${id}`, ratings: known })),
    firstTen: Object.keys(ratings)
      .slice(0, 2)
      .map((id) => ({ id, title: `Title of ${id}` })),
  };
  return { standing, contentDigest };
}
type Sites = Readonly<Record<string, Readonly<Record<string, RatingWord>>>>;

const kindsOf = (before: RatingWord | null, after: RatingWord | null): readonly ChangeKind[] => {
  const side = (rating: RatingWord | null) => sideOf(rating === null ? {} : { 'S-1': rating });
  const { changes } = compare(side(before), side(after));
  return changeKinds.filter((kind) => changes[kind].length > 0);
};

const table: readonly (readonly [RatingWord | null, RatingWord | null, ChangeKind | null])[] = [
  ['partially', 'largely', 'improved'],
  ['not_implemented', 'fully', 'improved'],
  ['fully', 'largely', 'fell_back'],
  ['partially', 'not_implemented', 'fell_back'],
  ['largely', 'largely', null],
  // Unknown is never zero: whoever says "partially" for the first time has not improved.
  ['unknown', 'partially', 'newly_known'],
  ['unknown', 'not_implemented', 'newly_known'],
  ['not_implemented', 'unknown', 'newly_unknown'],
  ['unknown', 'unknown', null],
  ['unknown', 'not_applicable', 'not_applicable'],
  ['fully', 'not_applicable', 'not_applicable'],
  ['not_applicable', 'unknown', 'applies_again'],
  ['not_applicable', 'partially', 'applies_again'],
  [null, 'unknown', 'came'],
  [null, 'fully', 'came'],
  ['fully', null, 'went'],
];
test.each(table)('compare: %s, then %s, is %s', (before, after, kind) => {
  expect(kindsOf(before, after)).toEqual(kind === null ? [] : [kind]);
});

test('compare: counts by head, sites over the minimum set, and what came first', () => {
  const before = sideOf(
    { 'S-1': 'partially', 'S-2': 'unknown', 'S-7': 'fully' },
    { sites: { x: { 'S-1': 'fully' }, gone: {} } },
  );
  const after = sideOf(
    { 'S-1': 'largely', 'S-2': 'partially', 'S-7': 'not_applicable', 'S-8': 'unknown' },
    { sites: { x: { 'S-1': 'fully', 'S-2': 'partially', 'S-8': 'not_implemented' } }, contentDigest: 'b' },
  );
  const found = compare(before, after);
  expect(found.contentChanged).toBe(true);
  expect([knownIn(found.all.before), knownIn(found.all.after)]).toEqual([2, 3]);
  expect(found.heads.map(({ id, before: old, after: young }) => [id, old?.unknown, young?.unknown])).toEqual([
    ['minimum-set', 1, 0],
    ['1', 1, 0],
    ['2', 0, 1],
  ]);
  expect(found.sites).toMatchObject([
    {
      id: 'x',
      before: { worst: 'fully', best: 'fully', counts: { unknown: 1 } },
      after: { worst: 'partially', best: 'fully', counts: { unknown: 0 } },
    },
    { id: 'gone', before: { worst: null, best: null }, after: null },
  ]);
  expect(found.firstTen.map(({ id, before: old, after: young }) => [id, old, young])).toEqual([
    ['S-1', 'partially', 'largely'],
    ['S-2', 'unknown', 'partially'],
  ]);
  expect(found.changes.not_applicable).toMatchObject([{ id: 'S-7', reason: 'Reason of S-7' }]);
});

const rating = fc.constantFrom(...words);
const ids = fc.constantFrom('S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6', 'S-7', 'S-8', 'S-9');
const ratings = fc.dictionary(ids, rating);
const sides = fc
  .record({
    ratings,
    sites: fc.dictionary(fc.constantFrom('x', 'y', 'z'), ratings),
    contentDigest: fc.constantFrom('a', 'b'),
  })
  .map(({ ratings: of, ...rest }) => sideOf(of, rest));
const seed = { seed: 7, numRuns: 200 };

test('compare: a day with itself is empty', () => {
  fc.assert(
    fc.property(sides, (side) => {
      const { changes, contentChanged, all, heads, sites } = compare(side, side);
      expect([contentChanged, changeKinds.flatMap((kind) => changes[kind])]).toEqual([false, []]);
      for (const { before, after } of [all, ...heads, ...sites]) expect(after).toEqual(before);
    }),
    seed,
  );
});

const mirrors: Readonly<Record<ChangeKind, ChangeKind>> = {
  improved: 'fell_back',
  fell_back: 'improved',
  newly_known: 'newly_unknown',
  newly_unknown: 'newly_known',
  not_applicable: 'applies_again',
  applies_again: 'not_applicable',
  came: 'went',
  went: 'came',
};
const turned = <Value extends { readonly before: unknown; readonly after: unknown }>(values: readonly Value[]) =>
  sorted(values.map((value) => ({ ...value, before: value.after, after: value.before })));
/** The order is the later day's, which is another one there and back. */
const sorted = <Value>(values: readonly Value[]): readonly Value[] =>
  values.toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));

test('compare: there and back are each other’s mirror', () => {
  fc.assert(
    fc.property(sides, sides, (left, right) => {
      const [there, back] = [compare(left, right), compare(right, left)];
      for (const kind of changeKinds)
        expect(sorted<Change>(back.changes[mirrors[kind]])).toEqual(turned(there.changes[kind]));
      expect(sorted(back.heads)).toEqual(turned(there.heads));
      expect(sorted(back.sites)).toEqual(turned(there.sites));
      expect([back.all]).toEqual(turned([there.all]));
    }),
    seed,
  );
});

test('compare: each safeguard is told once, or stands as before', () => {
  fc.assert(
    fc.property(sides, sides, (left, right) => {
      const { changes } = compare(left, right);
      const told = changeKinds.flatMap((kind) => changes[kind].map(({ id }) => id));
      expect(new Set(told).size).toBe(told.length);
      const all = new Set([...left.standing.safeguards, ...right.standing.safeguards].map(({ id }) => id));
      const ratingIn = ({ standing }: Side, id: string) => standing.safeguards.find((one) => one.id === id)?.rating;
      const same = [...all].filter((id) => ratingIn(left, id) === ratingIn(right, id));
      expect(told.length + same.length).toBe(all.size);
    }),
    seed,
  );
});
