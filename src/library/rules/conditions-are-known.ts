import type { Condition } from '../../core/content/obligation-rule.ts';
import { isPredicateName } from '../../core/obligations/predicates.ts';
import { isFactName } from '../../core/profile/facts.ts';
import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

/** Names in a condition that nothing answers to. */
function unknownNames(condition: Condition): readonly string[] {
  if (typeof condition === 'string') return isPredicateName(condition) ? [] : [condition];
  if ('all' in condition) return condition.all.flatMap(unknownNames);
  if ('any' in condition) return condition.any.flatMap(unknownNames);
  if ('not' in condition) return unknownNames(condition.not);
  return isFactName(condition.fact) ? [] : [condition.fact];
}

export const conditionsAreKnown: ContentRule = {
  name: 'conditions-are-known',
  why: 'A misspelt predicate would silently never hold.',
  check: (input) =>
    filesOf(input, 'obligations').flatMap(({ file, item }) =>
      item.cases.flatMap((entry, index) =>
        unknownNames(entry.when).map((name) => ({
          file,
          path: ['cases', index, 'when'],
          message: `Cannot decide "${name}": no predicate or fact has this name`,
        })),
      ),
    ),
};
