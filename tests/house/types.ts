import { fragment } from './rule.ts';
import type { Rule } from './rule.ts';
import { at, findings } from './source.ts';

export const noAny: Rule = {
  name: 'no-any',
  why: 'One untyped value unchecks everything it touches.',
  applies: () => true,
  check: (source) =>
    findings(source, (add) => ({
      TSAnyKeyword: (node) => add(node, 'has the type any: name the type, or take unknown and narrow it'),
    })),
  good: [fragment('src/core/plan.ts', 'export const read = (value: unknown) => String(value); // any value will do')],
  bad: [
    fragment('src/core/plan.ts', 'export const read = (value:any) => value;'),
    fragment('src/core/plan.ts', 'export const rows = [] as Array<any>;'),
  ],
};

const SILENCER = /@ts-(?:ignore|nocheck|expect-error)/;

export const noSilencedTypes: Rule = {
  name: 'no-silenced-types',
  why: 'A silenced error is still an error.',
  applies: () => true,
  check: (source) =>
    source.comments
      .filter((comment) => SILENCER.test(comment.value))
      .map((comment) => at(source, comment, 'silences the type checker: mend the type instead')),
  good: [fragment('src/core/plan.ts', 'export const plan = 1; // @tsignore is no directive')],
  bad: ['ignore', 'nocheck', 'expect-error'].map((word) =>
    fragment('src/core/plan.ts', `// @ts-${word}\nexport const plan = 1;`),
  ),
};
