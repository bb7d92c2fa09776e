import { expect, test } from 'vitest';
import type { ComparedRequirement } from './compared.ts';
import { groupingOf } from './groups.ts';

const at = (id: string, parent: string | null = null): ComparedRequirement => ({
  id,
  code: id,
  title: null,
  parent,
  language: null,
});
const many = (count: number, name: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => name(index));

const deep = [at('1'), ...many(30, (index) => `1.${index}`).map((id) => at(id, '1')), at('2'), at('2.1', '2')];

test.each<[string, readonly ComparedRequirement[], readonly string[], readonly string[]]>([
  ['as deep as fits', [at('1'), at('1.1', '1'), at('1.2', '1'), at('2')], ['1.1', '1.2', '2'], ['1.1', '1.2', '2']],
  ['no deeper than can be read', deep, ['1.0', ...many(30, (index) => `1.${index}`), '2.1'], ['1', '2']],
  ['the order of the framework', [at('b'), at('a')], ['a', 'b'], ['b', 'a']],
  [
    'without a tree by what numbers begin with',
    many(30, (index) => `P${index % 3}.${index}`).map((id) => at(id)),
    many(30, (index) => `P${index % 3}.${index}`),
    ['P0', 'P1', 'P2'],
  ],
  ['else all as one', many(30, (index) => `x${index}`).map((id) => at(id)), many(30, (index) => `x${index}`), ['all']],
])('groupingOf: %s', (_, tree, members, expected) => {
  const { groups, groupOf } = groupingOf({ id: 'all', tree }, members);
  expect(groups.map(({ id }) => id)).toEqual(expected);
  for (const member of members) expect(expected).toContain(groupOf(member));
});
