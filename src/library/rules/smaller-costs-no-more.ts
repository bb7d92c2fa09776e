import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

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
