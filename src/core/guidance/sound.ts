import type { ImportBundle, ImportFinding } from './bundle.ts';
import type { FrameworkEdition } from './edition.ts';
import type { MappingSet } from './mapping-set.ts';

/** Ids are keys of stored rows, and keys have a limit. */
export const longestId = 500;

/** What a bundle must not hold to be stored, whatever reader made it: an id twice or empty, a parent that is nowhere. */
export const soundness = ({ frameworks, mappingSets }: ImportBundle): readonly ImportFinding[] => [
  ...twice(frameworks, keyOfEdition).map((name) =>
    error('duplicate_edition', '/', `The edition ${name} is here twice`),
  ),
  ...twice(mappingSets, keyOfEdition).map((name) =>
    error('duplicate_mapping_set', '/', `The mapping set ${name} is here twice`),
  ),
  ...frameworks.flatMap(ofFramework),
  ...mappingSets.flatMap(ofMappingSet),
];

const keyOfEdition = ({ urn, edition }: { readonly urn: string; readonly edition: string }): string =>
  `"${urn}" ${edition}`;

function ofFramework({ urn, edition, requirements }: FrameworkEdition): readonly ImportFinding[] {
  const seen = new Set<string>();
  const lost = requirements.flatMap(({ id, parent }) => {
    const isLost = parent !== null && !seen.has(parent);
    seen.add(id);
    return isLost
      ? [error('parent_absent', urn, `"${id}" stands below "${parent}", which does not come before it`)]
      : [];
  });
  return [
    ...twice(requirements, ({ id }) => `"${id}"`).map((id) =>
      error('duplicate_requirement', urn, `The requirement ${id} is here twice`),
    ),
    ...lost,
    ...misshapen([urn, edition || '-', ...requirements.map(({ id }) => id)], urn),
  ];
}

const ofMappingSet = ({ urn, edition, source, target, relations }: MappingSet): readonly ImportFinding[] =>
  misshapen(
    [...new Set([urn, edition || '-', source, target, ...relations.flatMap((one) => [one.source, one.target])])],
    urn,
  );

const misshapen = (ids: readonly string[], at: string): readonly ImportFinding[] =>
  ids.flatMap((id) => {
    if (id === '') return [error('empty_id', at.slice(0, longestId), 'An id in it is empty')];
    const message = `"${id.slice(0, 60)}…" has ${id.length} letters; an id has at most ${longestId}`;
    return id.length > longestId ? [error('long_id', at.slice(0, longestId), message)] : [];
  });

function twice<One>(all: readonly One[], keyOf: (one: One) => string): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const key of all.map(keyOf)) (seen.has(key) ? again : seen).add(key);
  return [...again];
}

const error = (code: string, at: string, message: string): ImportFinding => ({ code, severity: 'error', at, message });
