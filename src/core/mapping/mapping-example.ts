/** Small sets, safeguards and frameworks of which tests build a graph. */
import type { Framework } from '../content/framework.ts';
import type { FrameworkId, RequirementRef, SafeguardId } from '../content/ids.ts';
import type { Relation } from '../content/safeguard.ts';
import type { MappingSet, PublishedRelation, SetRelation } from '../guidance/mapping-set.ts';
import type { MappingInputs } from './mapping-graph.ts';

/** A published relation of which nothing else is said. */
export const stated = (
  source: string,
  relation: SetRelation,
  target: string,
  more: Partial<PublishedRelation> = {},
): PublishedRelation => ({ source, target, relation, rationale: null, confidence: null, note: null, ...more });

/** A set named by its frameworks, `a>b`, unless told otherwise. */
export const setOf = (
  source: string,
  target: string,
  relations: readonly PublishedRelation[],
  more: Partial<MappingSet> = {},
): MappingSet => ({
  urn: `${source}>${target}`,
  edition: '1',
  title: `${source} to ${target}`,
  text: null,
  author: 'somebody',
  publishedOn: null,
  review: 'complete',
  source,
  target,
  relations,
  ...more,
});

/** A framework of content with these requirements. */
export const frameworkOf = (id: string, ...ids: readonly string[]): Pick<Framework, 'id' | 'requirements'> => ({
  id: id as FrameworkId,
  requirements: ids.map((one) => ({ id: one, cite: one, title: one })),
});

/** A safeguard in a place of the spine that nothing else is in, with its mappings. */
export const safeguardOf = (
  id: string,
  mappings: Readonly<Record<string, Relation>>,
): MappingInputs['safeguards'][number] => ({
  id: id as SafeguardId,
  title: id,
  spine: `9.9.${id.slice(2)}`,
  mappings: Object.entries(mappings).map(([to, relation]) => ({
    to: to as RequirementRef,
    relation,
    because: `${id} to ${to}`,
  })),
});

/** A graph of nothing but what is given. */
export const inputs = (given: Partial<MappingInputs>): MappingInputs => ({
  frameworks: [],
  safeguards: [],
  editions: [],
  sets: [],
  aliases: [],
  ...given,
});
