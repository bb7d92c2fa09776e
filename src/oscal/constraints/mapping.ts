/** What a mapping collection must keep to, and no schema checks. */
import type { Finding } from '../finding.ts';
import type { Json, JsonObject } from '../model.ts';
import { isObject } from '../schema/schemas.ts';

/** Relations of the OSCAL namespace. @source NIST OSCAL 1.2 mapping model, `relationship` */
export const relationships = [
  'equivalent-to',
  'equal-to',
  'subset-of',
  'superset-of',
  'intersects-with',
  'no-relationship',
] as const;

const known: ReadonlySet<string> = new Set(relationships);
const oscalNamespace = 'http://csrc.nist.gov/ns/oscal';

/** Findings on each mapping: words of the relation, and ids that are spelt as links. */
export function mappingFindings(root: JsonObject): readonly Finding[] {
  return listOf(root['mappings']).flatMap((mapping, index) => {
    const at = `/mapping-collection/mappings/${Array.isArray(root['mappings']) ? index : 0}`;
    return listOf(mapping['maps']).flatMap((map, place) => mapFindings(map, `${at}/maps/${place}`));
  });
}

/** One object or a list of them: OSCAL 1.2 allows both. */
export const listOf = (value: Json | undefined): readonly JsonObject[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter((each): each is JsonObject => isObject(each));

function mapFindings(map: JsonObject, pointer: string): readonly Finding[] {
  const { relationship, ns } = map;
  const isOurs = ns === undefined || ns === oscalNamespace;
  const findings: Finding[] = [];
  if (typeof relationship === 'string' && isOurs && !known.has(relationship))
    findings.push({
      severity: 'error',
      rule: 'relationship-is-known',
      pointer: `${pointer}/relationship`,
      message: `Cannot read "${relationship}": allowed are ${relationships.join(', ')}, or a namespace of your own`,
    });
  for (const side of ['sources', 'targets'])
    for (const [index, item] of listOf(map[side]).entries())
      if (typeof item['id-ref'] === 'string' && item['id-ref'].startsWith('#'))
        findings.push({
          severity: 'warning',
          rule: 'id-is-no-link',
          pointer: `${pointer}/${side}/${index}/id-ref`,
          message: `"${item['id-ref']}" is read as "${item['id-ref'].slice(1)}": an id has no "#"`,
        });
  return findings;
}
