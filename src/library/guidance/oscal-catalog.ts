/** A catalog of OSCAL as an edition of a framework: groups become headings, controls requirements. */
import type { EditionRequirement, FrameworkEdition } from '../../core/guidance/edition.ts';
import type { ImportFinding, ImportLoss } from '../../core/guidance/bundle.ts';
import { ownNamespace, ownProperties } from '../../core/guidance/own-properties.ts';
import type { Catalog, Control, Group, Metadata, Part, Property } from '../../oscal/model.ts';
import { parametersOf, rendered, type Parameters } from '../../oscal/render.ts';

/** What became of a catalog. */
export type CatalogRead = {
  readonly edition: FrameworkEdition;
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
};

type Reading = {
  readonly params: Parameters;
  readonly requirements: EditionRequirement[];
  readonly known: Set<string>;
  readonly findings: ImportFinding[];
  readonly losses: ImportLoss[];
};

/** Reads a catalog whose shape is right. */
export function readCatalog(catalog: Catalog): CatalogRead {
  const reading: Reading = {
    params: parametersOf(catalog),
    requirements: [],
    known: new Set(),
    findings: [],
    losses: [],
  };
  const { metadata } = catalog;
  takeGroups(catalog.groups ?? [], null, '/catalog', reading);
  takeControls(catalog.controls ?? [], null, '/catalog', reading);
  const urn = urnOf(catalog);
  if (urn.startsWith('urn:uuid:')) reading.findings.push(noIdentity);
  return {
    edition: {
      urn,
      edition: metadata.version,
      number: null,
      title: metadata.title,
      text: metadata.remarks ?? null,
      language: languageOf(metadata),
      publisher: publisherOf(metadata),
      publishedOn: (metadata.published ?? metadata['last-modified']).slice(0, 10),
      groups: [],
      scale: null,
      requirements: reading.requirements,
      translations: {},
    },
    findings: reading.findings,
    losses: reading.losses,
  };
}

/** The address or number under which all editions are known; a catalog without one is known by its own UUID. */
export function urnOf({ uuid, metadata, 'back-matter': matter }: Catalog): string {
  const canonical = addressOf(metadata.links?.find(({ rel }) => rel === 'canonical')?.href, matter);
  const ids = (metadata as { readonly 'document-ids'?: readonly { readonly identifier: string }[] })['document-ids'];
  return (canonical ?? ids?.[0]?.identifier ?? `urn:uuid:${uuid}`).toLowerCase();
}

/** A link to a resource of the catalog stands for the resource's own address. */
function addressOf(href: string | undefined, matter: Catalog['back-matter']): string | undefined {
  if (href === undefined || !href.startsWith('#')) return href;
  return matter?.resources?.find(({ uuid }) => uuid === href.slice(1))?.rlinks?.[0]?.href;
}

const noIdentity: ImportFinding = {
  code: 'no_identity',
  severity: 'note',
  at: '/catalog/metadata',
  message:
    'The catalog names no canonical address and no document id; its next edition will not be recognised as one of the same framework',
};

/** OSCAL has no place for the language; a property says it in some catalogs. */
const languageOf = ({ props = [] }: Metadata): string =>
  props
    .find(({ name }) => name === 'language' || name === 'lang')
    ?.value.slice(0, 2)
    .toLowerCase() ?? 'en';

/** The party that publishes, else the creator, else whoever stands first. */
export function publisherOf(metadata: Metadata): string | null {
  const parties = (metadata.parties ?? []) as readonly { readonly uuid?: string; readonly name?: string }[];
  const responsible = (metadata['responsible-parties'] ?? []) as readonly {
    readonly 'role-id'?: string;
    readonly 'party-uuids'?: readonly string[];
  }[];
  const named = ['publisher', 'creator', 'author'].flatMap((role) =>
    responsible.filter((each) => each['role-id'] === role).flatMap((each) => each['party-uuids'] ?? []),
  );
  const party = parties.find(({ uuid }) => uuid !== undefined && named.includes(uuid)) ?? parties[0];
  return party?.name ?? null;
}

function takeGroups(groups: readonly Group[], parent: string | null, at: string, reading: Reading): void {
  for (const [index, group] of groups.entries()) {
    const pointer = `${at}/groups/${index}`;
    const id = taken(
      ownOf(group, ownProperties.id) ??
        group.id ??
        `group${pointer.replace('/catalog/groups', '').replaceAll('/groups', '')}`,
      pointer,
      reading,
    );
    reading.requirements.push({
      ...bare,
      id,
      parent,
      number: numberOf(group),
      isAssessable: false,
      ...wordsOf(group, reading, pointer),
    });
    takeGroups(group.groups ?? [], id, pointer, reading);
    takeControls(group.controls ?? [], id, pointer, reading);
  }
}

function takeControls(controls: readonly Control[], parent: string | null, at: string, reading: Reading): void {
  for (const [index, control] of controls.entries()) {
    const pointer = `${at}/controls/${index}`;
    const id = taken(ownOf(control, ownProperties.id) ?? control.id, pointer, reading);
    const isWithdrawn =
      control.props?.some(({ name, value }) => name === 'status' && /withdrawn/iu.test(value)) === true;
    reading.requirements.push({
      ...bare,
      id,
      parent,
      number: numberOf(control),
      isAssessable: !isWithdrawn && ownOf(control, ownProperties.notAssessed) === undefined,
      ...wordsOf(control, reading, pointer),
    });
    takeControls(control.controls ?? [], id, pointer, reading);
  }
}

/** What our own exports say of an item that OSCAL has no word for. */
const ownOf = ({ props = [] }: Control | Group, wanted: string): string | undefined =>
  props.find(({ name, ns }) => ns === ownNamespace && name === wanted)?.value;

/** An id that our own exports made up for OSCAL is no number of the publisher. */
const numberOf = (item: Control | Group): string | null =>
  labelOf(item.props) ?? (ownOf(item, ownProperties.id) === undefined ? (item.id ?? null) : null);

const bare = { groups: [], evidence: null, weight: null, questions: [], refersTo: [], translations: {} } as const;

/** Requirements are told apart by their id; where two are called alike, the second gets a number, and the finding says so. */
function taken(given: string, pointer: string, { known, findings }: Reading): string {
  const id = given.toLowerCase();
  if (!known.has(id)) {
    known.add(id);
    return id;
  }
  let count = 2;
  while (known.has(`${id}~${count}`)) count += 1;
  known.add(`${id}~${count}`);
  findings.push({
    code: 'duplicate_id',
    severity: 'warning',
    at: pointer,
    message: `The id "${given}" stands more than once; this one is kept as "${id}~${count}"`,
  });
  return `${id}~${count}`;
}

const labelOf = (props: readonly Property[] = []): string | undefined =>
  props.find(
    ({ name, class: kind }) => name === 'label' && (kind === undefined || !/zero-padded|sp800-53a/iu.test(kind)),
  )?.value;

/** Parts that say what is asked, and parts that explain. All others are named as lost: objectives and methods of assessment. */
const asks = new Set(['statement', 'item', 'requirement', 'overview', 'instruction']);
const explains = new Set(['guidance', 'discussion', 'description', 'information', 'note', 'example']);

function wordsOf(item: Control | Group, reading: Reading, pointer: string) {
  const parts = (item.parts ?? []).map((part, index) => ({ part, at: `${pointer}/parts/${index}` }));
  for (const { part, at } of parts)
    if (!asks.has(part.name) && !explains.has(part.name))
      reading.losses.push({ code: 'part', at, what: `${part.name}: ${firstWords(part)}` });
  for (const [index, { href, rel }] of (item.links ?? []).entries())
    reading.losses.push({
      code: 'link',
      at: `${pointer}/links/${index}`,
      what: `${rel ?? 'link'} ${href}`.slice(0, 200),
    });
  const join = (names: ReadonlySet<string>): string | null => {
    const texts = parts.filter(({ part }) => names.has(part.name)).map(({ part }) => textOf(part, reading.params, 0));
    return texts.length === 0 ? null : texts.join('\n\n');
  };
  const isUntitled = ownOf(item, ownProperties.untitled) !== undefined;
  return { title: isUntitled ? null : (item.title ?? null), text: join(asks), note: join(explains) };
}

const firstWords = (part: Part): string => (part.title ?? part.prose ?? part.parts?.[0]?.prose ?? '').slice(0, 150);

/** A part with what is below it, each with its label, as a list. */
function textOf(part: Part, params: Parameters, depth: number): string {
  const label = labelOf(part.props);
  const words = [part.title, part.prose].filter((each) => each !== undefined).map((each) => rendered(each, params));
  const own = `${label === undefined ? '' : `${label} `}${words.join(': ')}`;
  const inner = (part.parts ?? []).map((each) => textOf(each, params, depth + 1));
  const indent = depth === 0 ? '' : '  ';
  return [own, ...inner.map((each) => each.replaceAll(/^/gmu, indent || '- ').replaceAll(/^- (?= |- )/gmu, '  '))]
    .filter((line) => line.trim() !== '')
    .join('\n');
}
