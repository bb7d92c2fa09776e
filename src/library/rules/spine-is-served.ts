import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const spineIsServed: ContentRule = {
  name: 'spine-is-served',
  why: 'Each of the eleven sub-domains of the reference measures needs at least one safeguard.',
  check: (input) => {
    const served = new Set(input.content.safeguards.map(({ spine }) => spine.slice(0, 3)));
    return filesOf(input, 'frameworks')
      .filter(({ item }) => item.id === 'nis-cg-2018')
      .flatMap(({ file, item }) =>
        item.requirements.flatMap(({ id }, index) =>
          /^\d\.\d$/u.test(id) && !served.has(id)
            ? [
                {
                  file,
                  path: ['requirements', index],
                  message: `Cannot find a safeguard for sub-domain ${id}: each needs one`,
                },
              ]
            : [],
        ),
      );
  },
};
