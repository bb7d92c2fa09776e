import { expect, test } from 'vitest';
import type { RatingWord } from '../profile/rating-state.ts';
import { laggingSites, siteMatrix, spreadOf, worstSites } from './spread.ts';
import type { Standing } from './standing.ts';

const spreads: readonly (readonly [readonly RatingWord[], string | null, string | null])[] = [
  [[], null, null],
  [['unknown', 'not_applicable'], null, null],
  [['unknown', 'largely'], 'largely', 'largely'],
  [['fully', 'not_implemented', 'unknown'], 'not_implemented', 'fully'],
  [['partially', 'largely', 'not_applicable'], 'partially', 'largely'],
];
test.each(spreads)('spreadOf: %j goes from %s to %s', (ratings, worst, best) => {
  expect(spreadOf(ratings)).toMatchObject({ worst, best });
});

const standing = (
  organisation: RatingWord,
  sites: Readonly<Record<string, RatingWord>>,
  inMinimumSet = true,
): Standing => ({
  tier: 'essential',
  domains: [{ id: '1', title: 'Governance' }],
  safeguards: [{ id: 'S-1', title: 'A backup', domain: '1', inMinimumSet, rating: organisation, reason: null }],
  sites: Object.entries(sites).map(([name, rating]) => ({
    id: name,
    name,
    ratings: rating === 'unknown' ? {} : { 'S-1': rating },
  })),
  firstTen: [],
});

const differences: readonly (readonly [RatingWord, Readonly<Record<string, RatingWord>>, object | null])[] = [
  ['largely', {}, null],
  ['largely', { main: 'unknown', day: 'not_applicable' }, null],
  ['largely', { main: 'fully', day: 'partially' }, { worst: 'partially', sites: ['day'], isDifferent: true }],
  ['largely', { main: 'largely', day: 'largely' }, { worst: 'largely', sites: ['main', 'day'], isDifferent: false }],
  ['unknown', { main: 'fully' }, { worst: 'fully', isDifferent: true }],
  ['not_applicable', { main: 'fully' }, { worst: 'fully', isDifferent: true }],
  // Better everywhere differs; better at one while the other is unknown says nothing yet.
  ['partially', { main: 'fully', day: 'largely' }, { worst: 'largely', isDifferent: true }],
  ['partially', { main: 'fully', day: 'unknown' }, { worst: 'fully', isDifferent: false }],
];
test.each(differences)('worstSites: organisation %s, sites %j', (organisation, sites, worst) => {
  expect(worstSites(standing(organisation, sites))).toMatchObject(worst === null ? [] : [worst]);
});

test('siteMatrix: counts the minimum set alone, unknown ones included', () => {
  const [head] = siteMatrix(standing('fully', { main: 'partially', day: 'unknown' }));
  expect(head).toMatchObject({
    id: 'minimum-set',
    organisation: { worst: 'fully' },
    sites: [{ worst: 'partially' }, { worst: null, counts: { unknown: 1 } }],
  });
  expect(siteMatrix(standing('fully', { main: 'partially' }, false))).toEqual([]);
});

const lagging: readonly (readonly [readonly (readonly RatingWord[])[], readonly number[]])[] = [
  [[], []],
  [[['unknown'], []], []],
  [[['largely'], ['partially', 'fully'], ['unknown']], [1]],
  // The lowest rating decides, then how often it is there.
  [[['partially', 'partially'], ['not_implemented']], [1]],
  [
    [['partially'], ['partially', 'partially'], ['partially', 'fully', 'partially']],
    [1, 2],
  ],
];
test.each(lagging)('laggingSites: of %j it is %j', (sites, found) => {
  expect(laggingSites(sites.map(spreadOf))).toEqual(found);
});
