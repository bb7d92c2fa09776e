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

export const smallerCostsNoMore: ContentRule = {
  name: 'smaller-costs-no-more',
  why: 'The same safeguard in a smaller organisation takes no more work than in a larger one.',
  check: (input) =>
    filesOf(input, 'safeguards').flatMap(({ file, item }) =>
      (['effortDays', 'costEur'] as const).flatMap((field) => {
        const spans = [item[field].micro, item[field].small, item[field].medium, item[field].large];
        const falls = spans.some(
          (span, index) =>
            index > 0 && (span[0] < (spans[index - 1]?.[0] ?? 0) || span[1] < (spans[index - 1]?.[1] ?? 0)),
        );
        return falls
          ? [
              {
                file,
                path: [field],
                message: `Cannot let ${field} fall from one size to the next: micro ≤ small ≤ medium ≤ large`,
              },
            ]
          : [];
      }),
    ),
};

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
