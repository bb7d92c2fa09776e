import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

/**
 * Highest safeguard number that was ever given out. Raise it when adding one; never lower it. Ids at or below it that
 * are missing from content must stand in `retired`, with the edition that dropped them, and are never used again.
 */
export const lastSafeguardNumber = 81;
const retired: readonly string[] = [];

export const idsArePermanent: ContentRule = {
  name: 'ids-are-permanent',
  why: 'Ratings, plans and signed guides refer to a safeguard by its id for years.',
  check: (input) =>
    filesOf(input, 'safeguards').flatMap(({ file, item }) => {
      if (retired.includes(item.id))
        return [{ file, path: ['id'], message: `Cannot use ${item.id} again: an earlier edition retired it` }];
      return Number(item.id.slice(2)) > lastSafeguardNumber
        ? [
            {
              file,
              path: ['id'],
              message: `Cannot use ${item.id}: the highest number given out is ${lastSafeguardNumber}, raise it in permanent-ids.ts`,
            },
          ]
        : [];
    }),
};
