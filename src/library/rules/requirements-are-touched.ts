import { coverageOf, fewestOnSpine } from '../../core/coverage.ts';
import type { Breach, ContentRule } from './rule.ts';
import { filesOf } from './rule.ts';

export const requirementsAreTouched: ContentRule = {
  name: 'requirements-are-touched',
  why: 'A measure, letter, point or practice that nothing serves is a hole in the minimum set, unless it says why.',
  check: (input) => {
    const fileOf = new Map(filesOf(input, 'frameworks').map(({ file, item }) => [item.id as string, { file, item }]));
    return coverageOf(input.content)
      .filter(({ isPromised }) => isPromised)
      .flatMap(({ framework, rows }) =>
        rows.flatMap(({ requirement, touching, untouchedBecause }): readonly Breach[] => {
          const found = fileOf.get(framework.id);
          if (found === undefined) return [];
          const path = ['requirements', framework.requirements.indexOf(requirement)];
          const wanted = framework.id === 'nis-cg-2018' ? fewestOnSpine : 1;
          if (untouchedBecause !== null)
            return touching.length === 0
              ? []
              : [
                  {
                    file: found.file,
                    path,
                    message: `Cannot say why ${requirement.id} is untouched: ${touching[0]?.id} touches it`,
                  },
                ];
          return touching.length >= wanted
            ? []
            : [
                {
                  file: found.file,
                  path,
                  message: `Cannot find ${wanted} safeguard${wanted === 1 ? '' : 's'} for ${requirement.cite}: map one, or say untouched_because`,
                },
              ];
        }),
      );
  },
};
