import type { ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const idsArePermanent: ContentRule = {
  name: 'ids-are-permanent',
  why: 'Ratings, plans and signed guides refer to a safeguard by its id for years.',
  check: (input) => {
    const { safeguards, retired } = input.ledger;
    const present = new Set(input.content.safeguards.map(({ id }) => id as string));
    const lost = safeguards.filter((id) => !present.has(id) && !retired.includes(id));
    const strange = filesOf(input, 'safeguards').filter(({ item }) => !safeguards.includes(item.id));
    const reused = filesOf(input, 'safeguards').filter(({ item }) => retired.includes(item.id));
    return [
      ...strange.map(({ file, item }) => ({
        file,
        path: ['id'],
        message: `Cannot use ${item.id}: content/ledger.yaml does not list it, append it there`,
      })),
      ...reused.map(({ file, item }) => ({
        file,
        path: ['id'],
        message: `Cannot use ${item.id} again: content/ledger.yaml says that it was retired`,
      })),
      ...lost.map((id) => ({
        file: input.ledger.file,
        path: ['safeguards', safeguards.indexOf(id)],
        message: `Cannot drop ${id}: it was given out, so keep its file or list it under "retired"`,
      })),
    ];
  },
};
