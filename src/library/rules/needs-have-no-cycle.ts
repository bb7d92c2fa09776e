import type { Safeguard } from '../../core/content/safeguard.ts';
import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const needsHaveNoCycle: ContentRule = {
  name: 'needs-have-no-cycle',
  why: 'A safeguard that waits for itself can never be planned.',
  check: (input) => {
    const byId = new Map(input.content.safeguards.map((safeguard) => [safeguard.id, safeguard]));
    return filesOf(input, 'safeguards').flatMap(({ file, item }) => {
      const cycle = cycleFrom(item, byId);
      return cycle === null
        ? []
        : [{ file, path: ['needs'], message: `Cannot need ${cycle.join(' → ')}: the chain returns to where it began` }];
    });
  },
};

function cycleFrom(start: Safeguard, byId: ReadonlyMap<string, Safeguard>): readonly string[] | null {
  const walk = (safeguard: Safeguard, chain: readonly string[]): readonly string[] | null => {
    for (const need of safeguard.needs) {
      if (need === start.id) return [...chain, need];
      const next = byId.get(need);
      const found = next === undefined || chain.includes(need) ? null : walk(next, [...chain, need]);
      if (found !== null) return found;
    }
    return null;
  };
  return walk(start, [start.id]);
}
