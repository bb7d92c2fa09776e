import { marksOf } from '../../core/report/prose.ts';
import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const factsAreCited: ContentRule = {
  name: 'facts-are-cited',
  why: 'Every statement of fact in a guide ends in a citation that resolves.',
  check: (input) =>
    filesOf(input, 'chapters').flatMap(({ file, item }) =>
      item.facts.flatMap((fact, index) =>
        marksOf(fact).length > 0
          ? []
          : [{ file, path: ['facts', index], message: `Cannot state "${fact.slice(0, 40)}…" without a citation mark` }],
      ),
    ),
};
