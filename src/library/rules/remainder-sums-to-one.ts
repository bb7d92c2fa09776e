import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const remainderSumsToOne: ContentRule = {
  name: 'remainder-sums-to-one',
  why: 'The parts of the remainder are shares of it.',
  check: (input) => {
    const parts = filesOf(input, 'threats').flatMap(({ file, item }) =>
      item.weight.kind === 'remainder' ? [{ file, part: item.weight.part }] : [],
    );
    const sum = parts.reduce((total, { part }) => total + part, 0);
    const last = parts.at(-1);
    return last === undefined || Math.abs(sum - 1) < 1e-9
      ? []
      : [
          {
            file: last.file,
            path: ['weight', 'part'],
            message: `Cannot sum the parts of the remainder to ${sum}: they must sum to 1`,
          },
        ];
  },
};
