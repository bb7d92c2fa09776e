import { expect, test } from 'vitest';
import { setRelations, type SetRelation } from '../guidance/mapping-set.ts';
import { anything, claimOf, composeClaims, isPartOf, possible } from './algebra.ts';
import { reachOf, reachOfRelation, type Reach } from './coverage-of-relation.ts';

test.each<[SetRelation, Reach]>([
  ['equal', 'does_all'],
  ['equivalent', 'does_all'],
  ['superset', 'does_all'],
  ['subset', 'does_part'],
  ['intersects', 'touches'],
  ['none', 'nothing_in_common'],
])('reachOfRelation: %s → %s', (relation, reach) => expect(reachOfRelation(relation)).toBe(reach));

test('reachOf: what is composed with intersects never gives coverage', () => {
  for (const other of setRelations.filter((one) => one !== 'equal' && one !== 'equivalent'))
    for (const claim of [
      composeClaims(claimOf('intersects'), claimOf(other)),
      composeClaims(claimOf(other), claimOf('intersects')),
    ])
      expect(['touches', null]).toContain(reachOf(claim));
});

test('reachOf: claims without a name', () => {
  expect(reachOf(isPartOf)).toBe('does_part');
  expect(reachOf({ possible: possible('superset', 'intersects'), relation: null })).toBe('touches');
  expect(reachOf({ possible: anything, relation: null })).toBeNull();
  expect(reachOf({ possible: possible('subset', 'none'), relation: null })).toBeNull();
});
