import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { setRelations, type SetRelation } from '../guidance/mapping-set.ts';
import { relationOfMember } from './relation-of-member.ts';

test.each<[SetRelation, number, number, SetRelation]>([
  ['equal', 1, 1, 'equal'],
  ['subset', 1, 1, 'subset'],
  ['subset', 1, 4, 'intersects'],
  ['superset', 1, 4, 'superset'],
  ['equal', 1, 4, 'superset'],
  ['subset', 3, 1, 'subset'],
  ['superset', 3, 1, 'intersects'],
  ['equivalent', 3, 1, 'subset'],
  ['equal', 2, 2, 'intersects'],
  ['intersects', 1, 2, 'intersects'],
  ['none', 2, 2, 'none'],
])('relationOfMember: %s of %i to %i → %s', (relation, sources, targets, expected) =>
  expect(relationOfMember(relation, sources, targets)).toBe(expected),
);

const holds = (relation: SetRelation, left: number, right: number): boolean => {
  const shared = left & right;
  if (relation === 'none') return shared === 0;
  if (relation === 'intersects') return shared !== 0;
  if (relation === 'subset') return shared === left;
  if (relation === 'superset') return shared === right;
  return left === right;
};

test('relationOfMember: subset, superset and none are true of each member, where they are true of all together', () => {
  const sets = fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(sets, sets, (sources, targets) => {
      const union = (all: readonly number[]): number => all.reduce((left, right) => left | right);
      for (const relation of setRelations.filter((one) => holds(one, union(sources), union(targets)))) {
        const ofMember = relationOfMember(relation, sources.length, targets.length);
        if (ofMember === 'intersects') continue;
        for (const source of sources) for (const target of targets) expect(holds(ofMember, source, target)).toBe(true);
      }
    }),
    { seed: 20261127, numRuns: 2000 },
  );
});
