import type { Breach, ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const chaptersAreComplete: ContentRule = {
  name: 'chapters-are-complete',
  why: 'The guide has seventeen chapters, and their numbers are their addresses.',
  check: (input) => {
    const numbers = new Set<number>();
    return filesOf(input, 'chapters').flatMap(({ file, item }): readonly Breach[] => {
      if (numbers.has(item.number))
        return [{ file, path: ['number'], message: `Cannot use number ${item.number} twice` }];
      numbers.add(item.number);
      return [];
    });
  },
};
