/** The mapping sets of a library file, for benches. Files that people bring are read by the library, with findings and losses. */
import { readFileSync } from 'node:fs';
import { JSON_SCHEMA, load } from 'js-yaml';
import type { MappingSet, SetRelation } from '../src/core/guidance/mapping-set.ts';

type Row = {
  readonly source_requirement_urn: string;
  readonly target_requirement_urn: string;
  readonly relationship: string;
};
type PublishedSet = {
  readonly urn: string;
  readonly source_framework_urn: string;
  readonly target_framework_urn: string;
  readonly requirement_mappings: readonly Row[];
};
type MappingFile = {
  readonly name: string;
  readonly version: number;
  readonly provider: string;
  readonly objects: {
    readonly requirement_mapping_sets?: readonly PublishedSet[];
    readonly requirement_mapping_set?: PublishedSet;
  };
};

const relations: Readonly<Record<string, SetRelation>> = {
  equal: 'equal',
  subset: 'subset',
  superset: 'superset',
  intersect: 'intersects',
  not_related: 'none',
};

/** Its sets as published, the backward one included. */
export function readMappingFile(path: string): readonly MappingSet[] {
  const { name, version, provider, objects } = load(readFileSync(path, 'utf8'), { schema: JSON_SCHEMA }) as MappingFile;
  const sets = objects.requirement_mapping_sets ?? [objects.requirement_mapping_set].filter((set) => set !== undefined);
  return sets.map((set) => ({
    urn: set.urn,
    edition: `${version}`,
    title: name,
    text: null,
    author: provider,
    publishedOn: null,
    review: null,
    source: set.source_framework_urn.toLowerCase(),
    target: set.target_framework_urn.toLowerCase(),
    relations: set.requirement_mappings.map((row) => ({
      source: row.source_requirement_urn.toLowerCase(),
      target: row.target_requirement_urn.toLowerCase(),
      relation: relationOf(row.relationship),
      rationale: null,
      confidence: null,
      note: null,
    })),
  }));
}

function relationOf(word: string): SetRelation {
  const relation = relations[word];
  if (relation === undefined)
    throw new Error(`Cannot read relation "${word}": wanted ${Object.keys(relations).join(', ')}`);
  return relation;
}
