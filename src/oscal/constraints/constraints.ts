/**
 * What the JSON schema of OSCAL cannot say, as tables: identifiers that must be unique, references that must lead
 * somewhere, and words that are allowed.
 * @source NIST OSCAL metaschema 1.2.2: `is-unique`, `index`, `index-has-key`, `allowed-values`
 */
import type { Finding } from '../finding.ts';
import type { Json, JsonObject, Model } from '../model.ts';
import { isObject } from '../schema/schemas.ts';
import { mappingFindings } from './mapping.ts';

/** A member that refers, and the lists whose entries it may name. */
type ReferenceRule = { readonly key: string; readonly lists: readonly string[]; readonly by: 'uuid' | 'id' };

const referenceRules: readonly ReferenceRule[] = [
  { key: 'party-uuid', lists: ['parties'], by: 'uuid' },
  { key: 'party-uuids', lists: ['parties'], by: 'uuid' },
  { key: 'member-of-organizations', lists: ['parties'], by: 'uuid' },
  { key: 'location-uuid', lists: ['locations'], by: 'uuid' },
  { key: 'location-uuids', lists: ['locations'], by: 'uuid' },
  { key: 'role-id', lists: ['roles'], by: 'id' },
  { key: 'role-ids', lists: ['roles'], by: 'id' },
  { key: 'component-uuid', lists: ['components', 'assessment-assets'], by: 'uuid' },
  { key: 'observation-uuid', lists: ['observations'], by: 'uuid' },
  { key: 'risk-uuid', lists: ['risks'], by: 'uuid' },
  { key: 'activity-uuid', lists: ['activities'], by: 'uuid' },
];

/** Models that stand on others, where something referred to may be there. */
const standsOnOthers: ReadonlySet<Model> = new Set([
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
  'component-definition',
]);

/** In a catalog, these may each be named only once. */
const uniqueIds: ReadonlyMap<string, string> = new Map([
  ['controls', 'control'],
  ['groups', 'group'],
  ['params', 'parameter'],
  ['parts', 'part'],
]);

/** Lists whose entries others refer to by UUID: two of the same one make a reference doubtful. */
const referredTo: ReadonlySet<string> = new Set([
  'parties',
  'locations',
  'resources',
  'components',
  'capabilities',
  'users',
  'inventory-items',
  'leveraged-authorizations',
  'activities',
  'tasks',
  'observations',
  'risks',
  'findings',
  'poam-items',
  'mappings',
  'maps',
]);

type Seen = {
  readonly uuids: Map<string, string>;
  readonly ids: Map<string, string>;
  readonly listed: Map<string, Set<string>>;
  readonly references: { readonly rule: ReferenceRule; readonly value: string; readonly pointer: string }[];
  readonly links: { readonly target: string; readonly pointer: string }[];
  readonly inserted: { readonly param: string; readonly pointer: string }[];
  readonly findings: Finding[];
};

/** Findings on a document whose shape is right. */
export function constraintFindings(model: Model, root: JsonObject): readonly Finding[] {
  const seen: Seen = {
    uuids: new Map(),
    ids: new Map(),
    listed: new Map(),
    references: [],
    links: [],
    inserted: [],
    findings: [],
  };
  look(root, `/${model}`, model, model === 'catalog', seen);
  return [
    ...seen.findings,
    ...referenceFindings(model, seen),
    ...linkFindings(model, seen),
    ...(model === 'catalog' ? insertFindings(seen) : []),
    ...(model === 'mapping-collection' ? mappingFindings(root) : []),
  ];
}

/** One walk over everything; `list` is the name of the list, or of the member, in which the value stands. */
function look(value: Json, pointer: string, list: string, isCatalog: boolean, seen: Seen): void {
  if (typeof value === 'string') lookAtText(value, pointer, seen);
  else if (Array.isArray(value))
    for (const [index, inner] of value.entries()) look(inner as Json, `${pointer}/${index}`, list, isCatalog, seen);
  else if (isObject(value)) lookAtObject(value, pointer, list, isCatalog, seen);
}

function lookAtObject(value: JsonObject, pointer: string, list: string, isCatalog: boolean, seen: Seen): void {
  const { uuid, id } = value;
  if (typeof uuid === 'string') noteUuid(uuid, pointer, list, seen);
  if (typeof id === 'string') noteId(id, pointer, list, isCatalog, seen);
  for (const rule of referenceRules) {
    const named = value[rule.key];
    const at = `${pointer}/${rule.key}`;
    if (typeof named === 'string') seen.references.push({ rule, value: named, pointer: at });
    for (const [index, one] of (Array.isArray(named) ? (named as readonly Json[]) : []).entries())
      if (typeof one === 'string') seen.references.push({ rule, value: one, pointer: `${at}/${index}` });
  }
  const { href } = value;
  if (typeof href === 'string' && href.startsWith('#'))
    seen.links.push({ target: href.slice(1), pointer: `${pointer}/href` });
  for (const key in value)
    look(value[key] as Json, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, key, isCatalog, seen);
}

function noteUuid(uuid: string, pointer: string, list: string, seen: Seen): void {
  const first = seen.uuids.get(uuid);
  if (first === undefined) seen.uuids.set(uuid, pointer);
  else {
    const severity = referredTo.has(list) ? 'error' : 'warning';
    seen.findings.push({ ...twice('uuid-is-unique', 'UUID', uuid, pointer, first), severity });
  }
  note(seen.listed, `${list}:uuid`, uuid);
}

function noteId(id: string, pointer: string, list: string, isCatalog: boolean, seen: Seen): void {
  note(seen.listed, `${list}:id`, id);
  const kind = uniqueIds.get(list);
  if (!isCatalog || kind === undefined) return;
  const key = `${kind} ${id}`;
  const first = seen.ids.get(key);
  if (first === undefined) seen.ids.set(key, pointer);
  else seen.findings.push(twice(`${kind}-id-is-unique`, `Id of a ${kind}`, id, pointer, first));
}

const note = (listed: Map<string, Set<string>>, key: string, value: string): void => {
  const known = listed.get(key) ?? new Set();
  known.add(value);
  listed.set(key, known);
};

const twice = (rule: string, what: string, value: string, pointer: string, first: string): Finding => ({
  severity: 'error',
  rule,
  pointer,
  message: `${what} "${value}" stands here and at ${first}; give one of them another`,
});

const insertion = /\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/gu;

function lookAtText(text: string, pointer: string, seen: Seen): void {
  if (!text.includes('{{')) return;
  for (const [, param = ''] of text.matchAll(insertion)) seen.inserted.push({ param, pointer });
}

const referenceFindings = (model: Model, { listed, references }: Seen): readonly Finding[] =>
  references.flatMap(({ rule: { key, lists, by }, value, pointer }) => {
    if (lists.some((list) => listed.get(`${list}:${by}`)?.has(value) === true)) return [];
    const mayBeElsewhere = standsOnOthers.has(model);
    return [
      {
        severity: mayBeElsewhere ? ('note' as const) : ('warning' as const),
        rule: `${key}-is-known`,
        pointer,
        message: `No entry of ${lists[0]} has the ${by} "${value}"${mayBeElsewhere ? '; it may stand in a document that this one imports' : ''}`,
      },
    ];
  });

const linkFindings = (model: Model, { uuids, listed, links }: Seen): readonly Finding[] => {
  const ids = new Set([...listed].flatMap(([key, values]) => (key.endsWith(':id') ? [...values] : [])));
  return links.flatMap(({ target, pointer }) =>
    uuids.has(target) || ids.has(target)
      ? []
      : [
          {
            severity: model === 'catalog' || model === 'profile' ? ('warning' as const) : ('note' as const),
            rule: 'link-leads-somewhere',
            pointer,
            message: `Nothing in this document has the id or UUID "${target}"`,
          },
        ],
  );
};

const insertFindings = ({ listed, inserted }: Seen): readonly Finding[] =>
  inserted.flatMap(({ param, pointer }) =>
    listed.get('params:id')?.has(param) === true
      ? []
      : [
          {
            severity: 'warning' as const,
            rule: 'inserted-parameter-is-known',
            pointer,
            message: `The text inserts parameter "${param}", which this catalog does not have`,
          },
        ],
  );
