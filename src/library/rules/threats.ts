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

export const topicsAreFew: ContentRule = {
  name: 'topics-are-few',
  why: 'People rank topics; more than thirty cannot be ranked.',
  check: (input) =>
    filesOf(input, 'topics')
      .slice(30)
      .map(({ file }) => ({ file, path: ['id'], message: 'Cannot have more than 30 topics' })),
};
