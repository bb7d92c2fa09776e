import type { JsonObject } from '../../oscal/model.ts';
import { contentUuid, metadata, minimumSet, property, resource, uuidOf, type OscalSource } from './frame.ts';

/** Name under which the catalog of safeguards is looked for beside a profile. */
export const catalogFile = 'theriac-safeguards-catalog.json';

/** The organisation's minimum set as a choice from the catalog of safeguards. */
export function minimumSetProfile(source: OscalSource): JsonObject {
  const { organisation } = source;
  const catalog = contentUuid('resource', 'catalog');
  return {
    uuid: uuidOf(source, 'profile', source.digest),
    metadata: {
      ...metadata(source, {
        title: `Minimum set of ${organisation.profile.name}`,
        remarks: 'Proposed by the editors, not yet agreed.',
      }),
      props: [property('tier', organisation.ranking.minimumSet.tier)],
    },
    imports: [{ href: `#${catalog}`, 'include-controls': [{ 'with-ids': minimumSet(source).map(({ id }) => id) }] }],
    merge: { combine: { method: 'keep' }, 'as-is': true },
    'back-matter': { resources: [resource(catalog, 'Catalog of safeguards', catalogFile)] },
  } as unknown as JsonObject;
}
