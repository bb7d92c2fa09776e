/**
 * What the JSON schema of OSCAL cannot say, as tables: identifiers that must be unique, references that must lead
 * somewhere, and words that are allowed.
 * @source NIST OSCAL metaschema 1.2.2: `is-unique`, `index`, `index-has-key`, `allowed-values`
 */
import type { Finding } from '../finding.ts';
import type { Json, JsonObject, Model } from '../model.ts';
import { isObject } from '../schema/schemas.ts';
import { mappingFindings } from './mapping.ts';

/** What a member refers to: entries of these lists, by UUID or by id. */
type ReferenceRule = { readonly lists: readonly string[]; readonly by: 'uuid' | 'id' };

const referenceRules: ReadonlyMap<string, ReferenceRule> = new Map([
  ['party-uuid', { lists: ['parties'], by: 'uuid' }],
  ['party-uuids', { lists: ['parties'], by: 'uuid' }],
  ['member-of-organizations', { lists: ['parties'], by: 'uuid' }],
  ['location-uuid', { lists: ['locations'], by: 'uuid' }],
  ['location-uuids', { lists: ['locations'], by: 'uuid' }],
  ['role-id', { lists: ['roles'], by: 'id' }],
  ['role-ids', { lists: ['roles'], by: 'id' }],
  ['component-uuid', { lists: ['components', 'assessment-assets'], by: 'uuid' }],
  ['observation-uuid', { lists: ['observations'], by: 'uuid' }],
  ['risk-uuid', { lists: ['risks'], by: 'uuid' }],
  ['activity-uuid', { lists: ['activities'], by: 'uuid' }],
]);

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

type Listed = { readonly uuid: Set<string>; readonly id: Set<string> };

/** Keys from the root. Made into a pointer only for what is found: most values are as they should be. */
type Place = readonly (string | number)[];

type Seen = {
  readonly isCatalog: boolean;
  /** Of what is looked at. */
  readonly path: (string | number)[];
  readonly uuids: Map<string, Place>;
  readonly ids: Map<string, Place>;
  readonly listed: Map<string, Listed>;
  readonly references: {
    readonly key: string;
    readonly rule: ReferenceRule;
    readonly value: string;
    readonly place: Place;
  }[];
  readonly links: { readonly target: string; readonly place: Place }[];
  readonly inserted: { readonly param: string; readonly place: Place }[];
  readonly findings: Finding[];
};

/** Findings on a document whose shape is right. */
export function constraintFindings(model: Model, root: JsonObject): readonly Finding[] {
  const seen: Seen = {
    isCatalog: model === 'catalog',
    path: [model],
    uuids: new Map(),
    ids: new Map(),
    listed: new Map(),
    references: [],
    links: [],
    inserted: [],
    findings: [],
  };
  look(root, model, seen);
  return [
    ...seen.findings,
    ...referenceFindings(model, seen),
    ...linkFindings(model, seen),
    ...(model === 'catalog' ? insertFindings(seen) : []),
    ...(model === 'mapping-collection' ? mappingFindings(root) : []),
  ];
}

const pointerOf = (place: Place): string =>
  place.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One walk over everything; `list` is the name of the list, or of the member, in which the value stands. */
function look(value: Json, list: string, seen: Seen): void {
  if (typeof value === 'string') {
    if (value.includes('{{')) lookAtText(value, seen);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) lookAtMember(value[index] as Json, index, list, seen);
  } else if (isObject(value)) lookAtObject(value, list, seen);
}

function lookAtMember(value: Json, key: string | number, list: string, seen: Seen): void {
  seen.path.push(key);
  look(value, list, seen);
  seen.path.pop();
}

function lookAtObject(value: JsonObject, list: string, seen: Seen): void {
  const { uuid, id, href } = value;
  if (typeof uuid === 'string') noteUuid(uuid, list, seen);
  if (typeof id === 'string') noteId(id, list, seen);
  if (typeof href === 'string' && href.startsWith('#'))
    seen.links.push({ target: href.slice(1), place: [...seen.path, 'href'] });
  for (const key in value) {
    const inner = value[key] as Json;
    const rule = referenceRules.get(key);
    if (rule !== undefined) noteReferences(key, rule, inner, seen);
    lookAtMember(inner, key, key, seen);
  }
}

function noteReferences(key: string, rule: ReferenceRule, named: Json, seen: Seen): void {
  const place = [...seen.path, key];
  if (typeof named === 'string') seen.references.push({ key, rule, value: named, place });
  for (const [index, value] of (Array.isArray(named) ? (named as readonly Json[]) : []).entries())
    if (typeof value === 'string') seen.references.push({ key, rule, value, place: [...place, index] });
}

function noteUuid(uuid: string, list: string, seen: Seen): void {
  const first = seen.uuids.get(uuid);
  if (first === undefined) seen.uuids.set(uuid, seen.path.slice());
  else {
    const severity = referredTo.has(list) ? 'error' : 'warning';
    seen.findings.push({ ...twice('uuid-is-unique', 'UUID', uuid, seen.path, first), severity });
  }
  listedIn(list, seen).uuid.add(uuid);
}

function noteId(id: string, list: string, seen: Seen): void {
  listedIn(list, seen).id.add(id);
  const kind = uniqueIds.get(list);
  if (!seen.isCatalog || kind === undefined) return;
  const key = `${kind} ${id}`;
  const first = seen.ids.get(key);
  if (first === undefined) seen.ids.set(key, seen.path.slice());
  else seen.findings.push(twice(`${kind}-id-is-unique`, `Id of a ${kind}`, id, seen.path, first));
}

function listedIn(list: string, { listed }: Seen): Listed {
  const known = listed.get(list);
  if (known !== undefined) return known;
  const fresh: Listed = { uuid: new Set(), id: new Set() };
  listed.set(list, fresh);
  return fresh;
}

const twice = (rule: string, what: string, value: string, place: Place, first: Place): Finding => ({
  severity: 'error',
  rule,
  pointer: pointerOf(place),
  message: `${what} "${value}" stands here and at ${pointerOf(first)}; give one of them another`,
});

const insertion = /\{\{\s*insert:\s*param,\s*([^\s}]+)\s*\}\}/gu;

function lookAtText(text: string, seen: Seen): void {
  for (const [, param = ''] of text.matchAll(insertion)) seen.inserted.push({ param, place: seen.path.slice() });
}

const referenceFindings = (model: Model, { listed, references }: Seen): readonly Finding[] =>
  references.flatMap(({ key, rule: { lists, by }, value, place }) => {
    if (lists.some((list) => listed.get(list)?.[by].has(value) === true)) return [];
    const mayBeElsewhere = standsOnOthers.has(model);
    return [
      {
        severity: mayBeElsewhere ? ('note' as const) : ('warning' as const),
        rule: `${key}-is-known`,
        pointer: pointerOf(place),
        message: `No entry of ${lists[0]} has the ${by} "${value}"${mayBeElsewhere ? '; it may stand in a document that this one imports' : ''}`,
      },
    ];
  });

const linkFindings = (model: Model, { uuids, listed, links }: Seen): readonly Finding[] => {
  const isId = (target: string): boolean => [...listed.values()].some(({ id }) => id.has(target));
  return links.flatMap(({ target, place }) =>
    uuids.has(target) || isId(target)
      ? []
      : [
          {
            severity: model === 'catalog' || model === 'profile' ? ('warning' as const) : ('note' as const),
            rule: 'link-leads-somewhere',
            pointer: pointerOf(place),
            message: `Nothing in this document has the id or UUID "${target}"`,
          },
        ],
  );
};

const insertFindings = ({ listed, inserted }: Seen): readonly Finding[] =>
  inserted.flatMap(({ param, place }) =>
    listed.get('params')?.id.has(param) === true
      ? []
      : [
          {
            severity: 'warning' as const,
            rule: 'inserted-parameter-is-known',
            pointer: pointerOf(place),
            message: `The text inserts parameter "${param}", which this catalog does not have`,
          },
        ],
  );
