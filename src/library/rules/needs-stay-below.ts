import { tiers } from '../../core/content/safeguard.ts';
import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const needsStayBelow: ContentRule = {
  name: 'needs-stay-below',
  why: 'A minimum set that needs something outside itself cannot be finished; and what stands high stands on something.',
  check: (input) => {
    const tierOf = new Map(input.content.safeguards.map(({ id, tier }) => [id, tier]));
    return filesOf(input, 'safeguards').flatMap(({ file, item }) => {
      const level = tiers.indexOf(item.tier);
      const above = item.needs.filter((id) => tiers.indexOf(tierOf.get(id) ?? 'individual') > level);
      const orphan =
        level >= tiers.indexOf('enhanced') && item.needs.length === 0
          ? [
              {
                file,
                path: ['needs'],
                message: `Cannot let ${item.id} (${item.tier}) stand on nothing: name what it needs`,
              },
            ]
          : [];
      return [
        ...orphan,
        ...above.map((id) => ({
          file,
          path: ['needs', item.needs.indexOf(id)],
          message: `Cannot let ${item.id} (${item.tier}) need ${id}, which only a higher tier asks for`,
        })),
      ];
    });
  },
};
