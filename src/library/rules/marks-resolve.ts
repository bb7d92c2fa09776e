import { marksOf } from '../../core/report/prose.ts';
import { resolverOf } from '../targets.ts';
import { recalledIn } from './nothing-rests-on-recall.ts';
import type { Breach, ContentRule } from './rule.ts';
import { stringsOf } from './rule.ts';

export const marksResolve: ContentRule = {
  name: 'marks-resolve',
  why: 'Each citation in a guide must lead to a source, and to one that was checked.',
  check: (input) => {
    const resolves = resolverOf(input.content);
    const recalled = recalledIn(input.content);
    return input.files.flatMap((file) =>
      stringsOf(file.item).flatMap(({ path, text }) =>
        marksOf(text).flatMap(({ target }): readonly Breach[] => {
          if (!resolves('mark', target))
            return [
              {
                file,
                path,
                message: `Cannot find "${target}" that this text cites: write a document, statistic, safeguard or framework:requirement`,
              },
            ];
          return recalled.has(target)
            ? [
                {
                  file,
                  path,
                  message: `Cannot cite "${target}": it is unconfirmed (recall), so it may not carry a statement`,
                },
              ]
            : [];
        }),
      ),
    );
  },
};
