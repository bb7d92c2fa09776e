/** A mapping collection of OSCAL as sets of relations. */
import type { ImportFinding, ImportLoss } from '../../core/guidance/bundle.ts';
import type {
  MappingSet,
  PublishedRelation,
  Rationale,
  ReviewState,
  SetRelation,
} from '../../core/guidance/mapping-set.ts';
import { relationOfMember } from '../../core/mapping/relation-of-member.ts';
import { listOf } from '../../oscal/constraints/mapping.ts';
import type { Json, JsonObject, Metadata } from '../../oscal/model.ts';
import { publisherOf } from './oscal-catalog.ts';

/** What became of a mapping collection. */
export type MappingsRead = {
  readonly sets: readonly MappingSet[];
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
};

const relations: Readonly<Record<string, SetRelation>> = {
  'equal-to': 'equal',
  'equivalent-to': 'equivalent',
  'subset-of': 'subset',
  'superset-of': 'superset',
  'intersects-with': 'intersects',
  'no-relationship': 'none',
};

/** Tools write the states of the specification with a hyphen. */
const states: Readonly<Record<string, ReviewState>> = {
  draft: 'draft',
  'not-complete': 'not_complete',
  complete: 'complete',
  deprecated: 'deprecated',
  superseded: 'superseded',
};

type Reading = { readonly findings: ImportFinding[]; readonly losses: ImportLoss[] };

/** Reads a collection whose shape is right. */
export function readMappings(root: JsonObject): MappingsRead {
  const reading: Reading = { findings: [], losses: [] };
  const { metadata: given, provenance } = root;
  const metadata = given as unknown as Metadata;
  const sets = listOf(root['mappings']).map((mapping, index) => {
    const at = `/mapping-collection/mappings/${index}`;
    return {
      urn: String(mapping['uuid'] ?? `${String(root['uuid'])}/${index}`).toLowerCase(),
      edition: metadata.version,
      title: metadata.title,
      text: textAt(mapping, 'mapping-description') ?? textAt(provenance as JsonObject, 'mapping-description'),
      author: publisherOf(metadata),
      publishedOn: (metadata.published ?? metadata['last-modified']).slice(0, 10),
      review: states[textAt(mapping, 'status') ?? textAt(provenance as JsonObject, 'status') ?? ''] ?? null,
      source: resourceOf(mapping['source-resource'], root),
      target: resourceOf(mapping['target-resource'], root),
      relations: relationsIn(mapping, root, at, reading),
    };
  });
  return { sets, ...reading };
}

const textAt = (object: JsonObject | undefined, key: string): string | null => {
  const value = object?.[key];
  return typeof value === 'string' ? value : null;
};

/** The address of a catalog; where it is a resource of the collection, the address that the resource gives. */
function resourceOf(resource: Json | undefined, root: JsonObject): string {
  const href = textAt(resource as JsonObject, 'href') ?? '';
  if (!href.startsWith('#')) return href.toLowerCase();
  const matter = root['back-matter'] as JsonObject | undefined;
  const found = listOf(matter?.['resources']).find(({ uuid }) => uuid === href.slice(1));
  const [link] = listOf(found?.['rlinks']);
  return (textAt(link, 'href') ?? textAt(found, 'title') ?? href).toLowerCase();
}

function relationsIn(
  mapping: JsonObject,
  root: JsonObject,
  at: string,
  reading: Reading,
): readonly PublishedRelation[] {
  return listOf(mapping['maps']).flatMap((map, index) => {
    const pointer = `${at}/maps/${index}`;
    const relation = relations[textAt(map, 'relationship') ?? ''];
    if (relation === undefined) {
      reading.losses.push({ code: 'relation', at: pointer, what: `relation "${textAt(map, 'relationship')}"` });
      return [];
    }
    for (const key of ['qualifiers', 'coverage'])
      if (map[key] !== undefined) reading.losses.push({ code: key, at: `${pointer}/${key}`, what: key });
    const rest = {
      rationale: rationaleOf(map, mapping, root),
      confidence: confidenceOf(map),
      note: textAt(map, 'remarks'),
    };
    const [sources, targets] = [listOf(map['sources']), listOf(map['targets'])];
    // Said of all sources and targets together, less is true of each pair.
    const ofPair = relationOfMember(relation, sources.length, targets.length);
    if (ofPair !== relation) reading.findings.push(weakened(pointer, relation, ofPair));
    return sources.flatMap((source) =>
      targets.map((target) => ({ source: idOf(source), target: idOf(target), relation: ofPair, ...rest })),
    );
  });
}

const weakened = (at: string, relation: SetRelation, ofPair: SetRelation): ImportFinding => ({
  code: 'relation_of_several',
  severity: 'note',
  at,
  message: `"${relation}" is said of several at once; of each pair "${ofPair}" is kept, which is what remains true`,
});

/** The nearer scope says it: a map, its mapping, the collection. */
function rationaleOf(map: JsonObject, mapping: JsonObject, root: JsonObject): Rationale | null {
  const given = [map, mapping, root['provenance'] as JsonObject].map((each) => textAt(each, 'matching-rationale'));
  const first = given.find((each) => each !== null);
  return first === 'syntactic' || first === 'semantic' || first === 'functional' ? first : null;
}

/** Only a share says how sure somebody was; a category is a word of its author. */
function confidenceOf(map: JsonObject): number | null {
  const score = map['confidence-score'] as JsonObject | undefined;
  const share = score?.['percentage'];
  return typeof share === 'number' && share >= 0 && share <= 1 ? share : null;
}

const idOf = (item: JsonObject): string => (textAt(item, 'id-ref') ?? '').replace(/^#/u, '').toLowerCase();
