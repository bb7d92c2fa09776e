import { roleIds } from '../../core/content/ids.ts';
import { withoutMarks } from '../../core/report/prose.ts';
import type { Path } from '../yaml.ts';
import type { Breach, ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

type RoleText = { readonly file: Breach['file']; readonly path: Path; readonly role: string; readonly text: string };

export const roleTextsDiffer: ContentRule = {
  name: 'role-texts-differ',
  why: 'A sentence that fits two readers was written for neither.',
  check: (input) => {
    const first = new Map<string, RoleText>();
    return roleTexts(input).flatMap((found): readonly Breach[] => {
      const key = withoutMarks(found.text).toLowerCase();
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, found);
      return earlier === undefined
        ? []
        : [
            {
              file: found.file,
              path: found.path,
              message: `Cannot repeat "${found.text.slice(0, 40)}…": ${earlier.file.file} says it to ${earlier.role}`,
            },
          ];
    });
  },
};

function roleTexts(input: Parameters<ContentRule['check']>[0]): readonly RoleText[] {
  const inChapters = filesOf(input, 'chapters').flatMap(({ file, item }) =>
    roleIds.flatMap((role) => {
      const { why, decide, actions, questions, mistakes } = item.roles[role];
      const path = ['roles', role];
      const list = (name: string, texts: readonly string[]) =>
        texts.map((text, index) => ({ file, role, text, path: [...path, name, index] }));
      return [
        { file, role, text: why, path: [...path, 'why'] },
        ...list('decide', decide),
        ...list('actions', actions),
        ...list('questions', questions),
        ...list('mistakes', mistakes),
      ];
    }),
  );
  const inSafeguards = filesOf(input, 'safeguards').flatMap(({ file, item }) =>
    roleIds.map((role) => ({ file, role, text: item.forRoles[role], path: ['forRoles', role] })),
  );
  return [...inChapters, ...inSafeguards];
}
