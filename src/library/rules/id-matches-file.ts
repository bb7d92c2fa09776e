import type { ContentRule } from './rule.ts';
import { filesOf, idOf } from './rule.ts';
import { contentKinds } from '../../core/content/content.ts';

export const idMatchesFile: ContentRule = {
  name: 'id-matches-file',
  why: 'An item is found by its name, and one name in one folder makes ids unique.',
  check: (input) =>
    contentKinds.flatMap((kind) =>
      filesOf(input, kind).flatMap(({ file, item }) => {
        const id = idOf(item);
        return file.file === `${kind}/${id}.yaml`
          ? []
          : [
              {
                file,
                path: ['id'],
                message: `Cannot use id "${id}" in ${file.file}: the file must be named ${id}.yaml`,
              },
            ];
      }),
    ),
};
