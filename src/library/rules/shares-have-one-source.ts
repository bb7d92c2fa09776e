import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const sharesHaveOneSource: ContentRule = {
  name: 'shares-have-one-source',
  why: 'Shares of incidents can be compared only inside one source and year.',
  check: (input) => {
    const statistics = new Map(input.content.statistics.map((statistic) => [statistic.id, statistic]));
    const source = (id: string) => statistics.get(id as never)?.document ?? 'unknown';
    const counted = filesOf(input, 'threats').flatMap(({ file, item }) =>
      item.weight.kind === 'counted' ? [{ file, document: source(item.weight.statistic) }] : [],
    );
    const first = counted[0]?.document;
    return counted
      .filter(({ document }) => document !== first)
      .map(({ file, document }) => ({
        file,
        path: ['weight', 'statistic'],
        message: `Cannot mix sources: this share is from "${document}", the others from "${first}"`,
      }));
  },
};
