import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const topicsAreFew: ContentRule = {
  name: 'topics-are-few',
  why: 'People rank topics; more than thirty cannot be ranked.',
  check: (input) =>
    filesOf(input, 'topics')
      .slice(30)
      .map(({ file }) => ({ file, path: ['id'], message: 'Cannot have more than 30 topics' })),
};
