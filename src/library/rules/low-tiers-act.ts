import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const lowTiersAct: ContentRule = {
  name: 'low-tiers-act',
  why: 'A cheap safeguard with little effect must not lead the list of what everyone should do first.',
  check: (input) =>
    filesOf(input, 'safeguards')
      .filter(({ item }) => item.tier === 'individual' || item.tier === 'essential')
      .filter(({ item }) => item.namedDuties.length === 0 && !item.threats.some(({ strength }) => strength >= 2))
      .map(({ file, item }) => ({
        file,
        path: ['tier'],
        message: `Cannot place ${item.id} in tier "${item.tier}": it needs a threat of strength 2 or 3, or a named duty`,
      })),
};
