/** Our relations of safeguards to one framework, as an OSCAL mapping collection. */
import type { Framework } from '../../core/content/framework.ts';
import type { Relation } from '../../core/content/safeguard.ts';
import type { JsonObject } from '../../oscal/model.ts';
import { contentUuid, metadata, prose, resource, tokenOf, type OscalSource } from './frame.ts';
import { catalogFile } from './profile.ts';

const relationships: Readonly<Record<Relation, string>> = {
  equal: 'equal-to',
  'subset-of': 'subset-of',
  'superset-of': 'superset-of',
  'intersects-with': 'intersects-with',
};

/** The mapping collection; null where no safeguard touches the framework. */
export function mappingCollection(source: OscalSource, framework: Framework): JsonObject | null {
  const [from, to] = [contentUuid('resource', 'catalog'), contentUuid('resource', framework.id)];
  const maps = source.content.safeguards.flatMap(({ id, mappings }) =>
    mappings
      .filter(({ to: ref }) => ref.startsWith(`${framework.id}:`))
      .map(({ to: ref, relation, because }) => ({
        uuid: contentUuid('map', id, ref),
        relationship: relationships[relation],
        sources: [{ type: 'control', 'id-ref': id }],
        targets: [{ type: 'control', 'id-ref': tokenOf(ref.slice(framework.id.length + 1)) }],
        remarks: prose(because),
      })),
  );
  if (maps.length === 0) return null;
  return {
    uuid: contentUuid('mapping-collection', framework.id, source.digest),
    metadata: metadata(source, { title: `Safeguards of Theriac and ${framework.shortTitle}`, version: '1.2.2' }),
    provenance: {
      method: 'human',
      'matching-rationale': 'semantic',
      status: 'draft',
      'mapping-description': 'By the editors; read twice, not agreed with the publisher. "Intersects" is no coverage.',
    },
    mappings: [
      {
        uuid: contentUuid('mapping', framework.id),
        'source-resource': { type: 'catalog', href: `#${from}` },
        'target-resource': { type: 'catalog', href: `#${to}` },
        maps,
      },
    ],
    'back-matter': {
      resources: [
        resource(from, 'Catalog of safeguards', catalogFile),
        resource(to, framework.title, `${framework.id}-catalog.json`),
      ],
    },
  } as unknown as JsonObject;
}
