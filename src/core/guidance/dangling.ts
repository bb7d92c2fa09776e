import type { ImportBundle, ImportFinding } from './bundle.ts';
import type { MappingSet } from './mapping-set.ts';

/** What is there besides the file: ids of requirements by the URN of their framework, over all its editions. */
export type KnownFrameworks = ReadonlyMap<string, ReadonlySet<string>>;

/** All that is there besides the file. */
export type KnownBesides = {
  readonly requirements: KnownFrameworks;
  /** What files that were loaded are called. */
  readonly files: ReadonlySet<string>;
  /** Entries of catalogues that were loaded. */
  readonly catalogue: ReadonlySet<string>;
};

/**
 * What a file points to and neither it nor what is known has. None of it keeps anybody from loading the file: what is
 * missing may come with another one.
 */
export function dangling(
  bundle: ImportBundle,
  { requirements, files, catalogue }: KnownBesides,
): readonly ImportFinding[] {
  const all = withThose(bundle, requirements);
  return [
    ...bundle.needs.filter((urn) => !files.has(urn)).map(needAbsent),
    ...bundle.mappingSets.flatMap((set) => ofSet(set, all)),
    ...ofReferences(bundle, catalogue),
  ];
}

const needAbsent = (urn: string): ImportFinding => ({
  code: 'need_absent',
  severity: 'warning',
  at: '/',
  message: `The file says that it needs "${urn}", which was not loaded`,
});

function withThose({ frameworks }: ImportBundle, known: KnownFrameworks): KnownFrameworks {
  const all = new Map(known);
  for (const { urn, requirements } of frameworks)
    all.set(urn, new Set([...(all.get(urn) ?? []), ...requirements.map(({ id }) => id)]));
  return all;
}

const ofSet = (set: MappingSet, known: KnownFrameworks): readonly ImportFinding[] => [
  ...ofSide(set, 'source', known),
  ...ofSide(set, 'target', known),
];

function ofSide(set: MappingSet, side: 'source' | 'target', known: KnownFrameworks): readonly ImportFinding[] {
  const framework = known.get(set[side]);
  if (framework === undefined)
    return [
      {
        code: `mapping_${side}_absent`,
        severity: 'warning',
        at: set.urn,
        message: `"${set.title}" maps ${side === 'source' ? 'from' : 'to'} "${set[side]}", which is neither in this file nor known: its ${set.relations.length} relations wait for it`,
      },
    ];
  const missing = new Set(set.relations.map((relation) => relation[side]).filter((id) => !framework.has(id)));
  return [...missing].map((id) => ({
    code: `relation_${side}_absent`,
    severity: 'warning',
    at: set.urn,
    message: `"${set.title}" relates ${side === 'source' ? 'from' : 'to'} "${id}", which "${set[side]}" does not have`,
  }));
}

/** One note a framework: what its requirements point to may come with the files that it needs. */
function ofReferences({ frameworks, catalogue }: ImportBundle, known: ReadonlySet<string>): readonly ImportFinding[] {
  const here = new Set(catalogue.map(({ urn }) => urn));
  return frameworks.flatMap(({ urn, requirements }): readonly ImportFinding[] => {
    const pointed = new Set(requirements.flatMap(({ refersTo }) => refersTo));
    const missing = [...pointed].filter((to) => !here.has(to) && !known.has(to));
    if (missing.length === 0) return [];
    const named = missing.slice(0, mostNamed).map((to) => `"${to}"`);
    const list = [...named, ...(missing.length > named.length ? [`${missing.length - named.length} more`] : [])];
    return [
      {
        code: 'reference_absent',
        severity: 'note',
        at: urn,
        message: `Requirements point to what no catalogue here has: ${list.join(', ')}`,
      },
    ];
  });
}

const mostNamed = 5;
