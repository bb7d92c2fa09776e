import type { Content } from '../../core/content/content.ts';
import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

/** Documents, statistics and requirements that nobody confirmed. */
export const recalledIn = ({ documents, statistics, frameworks }: Content): ReadonlySet<string> =>
  new Set([
    ...[...documents, ...statistics].flatMap(({ id, verification }) =>
      verification.status === 'recall' ? [id as string] : [],
    ),
    ...frameworks.flatMap(({ id, verification, requirements }) =>
      requirements
        .filter((requirement) => (requirement.verification ?? verification).status === 'recall')
        .map((requirement) => `${id}:${requirement.id}`),
    ),
  ]);

export const nothingRestsOnRecall: ContentRule = {
  name: 'nothing-rests-on-recall',
  why: 'What is only recalled is never shown as fact, and a mapping to it would show it as one.',
  check: (input) => {
    const recalled = recalledIn(input.content);
    return filesOf(input, 'safeguards').flatMap(({ file, item }) =>
      item.mappings.flatMap(({ to }, index) =>
        recalled.has(to)
          ? [
              {
                file,
                path: ['mappings', index, 'to'],
                message: `Cannot map to ${to}: it is unconfirmed (recall), so leave it out until somebody has read it`,
              },
            ]
          : [],
      ),
    );
  },
};
