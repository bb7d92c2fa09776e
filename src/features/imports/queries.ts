import { sql } from 'kysely';
import type { ImportBundle } from '../../core/guidance/bundle.ts';
import type { KnownFrameworks } from '../../core/guidance/dangling.ts';
import type { EditionRequirement, FrameworkEdition } from '../../core/guidance/edition.ts';
import type { MappingSet, PublishedRelation } from '../../core/guidance/mapping-set.ts';
import type { Known } from '../../core/guidance/weigh.ts';
import type { Writer } from '../../platform/db/database.ts';
import { json } from '../../platform/db/tables.ts';
import { editionFacts, restSchema } from './stored.ts';

/** A stored edition, by which the next one is compared. */
export type KnownEdition = Known['frameworks'][number] & { readonly id: string };
/** Editions of frameworks and of mapping sets, the earliest first. */
export type KnownEditions = Pick<Known, 'mappingSets'> & { readonly frameworks: readonly KnownEdition[] };

/** What is stored of the frameworks and mapping sets that a file brings. */
export async function readKnown(
  db: Writer,
  { frameworks, mappingSets }: Pick<ImportBundle, 'frameworks' | 'mappingSets'>,
): Promise<KnownEditions> {
  const [ofFrameworks, ofSets] = await Promise.all([
    inOrder(db)
      .select(['framework_edition.id', 'framework_edition.urn', 'framework_edition.edition'])
      .select('framework_edition.digest')
      .where('framework_edition.urn', '=', anyOf(frameworks.map(({ urn }) => urn)))
      .execute(),
    db
      .selectFrom('mapping_set')
      .select(['urn', 'edition', 'digest'])
      .where('urn', '=', anyOf(mappingSets.map(({ urn }) => urn)))
      .orderBy('urn')
      .orderBy('edition')
      .execute(),
  ]);
  return { frameworks: ofFrameworks, mappingSets: ofSets };
}

const anyOf = (texts: readonly string[]) => sql<string>`any(${texts}::text[])`;

/** Ids of the stored requirements of some frameworks, over all editions. */
export async function readRequirementIds(db: Writer, urns: readonly string[]): Promise<KnownFrameworks> {
  const rows = await db
    .selectFrom('edition_requirement')
    .innerJoin('framework_edition', 'framework_edition.id', 'edition_requirement.edition_id')
    .select(['framework_edition.urn', 'edition_requirement.id'])
    .distinct()
    .where('framework_edition.urn', '=', anyOf(urns))
    .execute();
  const byUrn = Map.groupBy(rows, ({ urn }) => urn);
  return new Map([...byUrn].map(([urn, all]) => [urn, new Set(all.map(({ id }) => id))]));
}

const inOrder = (db: Writer) =>
  db
    .selectFrom('framework_edition')
    .innerJoin('guidance_import', 'guidance_import.id', 'framework_edition.import_id')
    .orderBy('guidance_import.at')
    .orderBy('framework_edition.id');

/** What those of some files are called that were loaded. */
export async function readFileUrns(db: Writer, urns: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('guidance_import').select('urn').where('urn', '=', anyOf(urns)).execute();
  return new Set(rows.flatMap(({ urn }) => (urn === null ? [] : [urn])));
}

/** Which of some entries a loaded catalogue has. */
export async function readCatalogueUrns(db: Writer, urns: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('catalogue_entry').select('urn').where('urn', '=', anyOf(urns)).execute();
  return new Set(rows.map(({ urn }) => urn));
}

/** By which import the same bytes came, read in the same way. */
export const findSame = (db: Writer, { digest, sheet }: { readonly digest: string; readonly sheet: object | null }) =>
  db
    .selectFrom('guidance_import')
    .select(['id', 'at'])
    .where('digest', '=', digest)
    .where(sql<boolean>`sheet is not distinct from ${sheet === null ? null : json(sheet)}::jsonb`)
    .executeTakeFirst();

/** The requirements of an edition by their numbers. */
export const readRequirementNumbers = (db: Writer, edition: string) =>
  db.selectFrom('edition_requirement').select(['id', 'number']).where('edition_id', '=', edition).execute();

const facts = [
  'id',
  'at',
  'actor',
  'file_name',
  'size',
  'digest',
  'format',
  'title',
  'publisher',
  'packager',
  'edition',
  'language',
  'licence',
  'source',
  'counts',
] as const;

/** The latest first. */
export const readImports = (db: Writer) =>
  db.selectFrom('guidance_import').select(facts).orderBy('at', 'desc').orderBy('id').execute();
export type ImportRow = Awaited<ReturnType<typeof readImports>>[number];

/** Some of a stored list, in its order. */
const slice = (column: 'findings' | 'losses', from: number, count: number) =>
  sql<unknown>`(select coalesce(jsonb_agg(item.value order by item.place), '[]'::jsonb)
    from jsonb_array_elements(${sql.ref(column)}) with ordinality as item (value, place)
    where item.place > ${from} and item.place <= ${from + count})`.as(column);

/** Where to read on, and how many of each list at once. */
export type Page = { readonly findingsFrom: number; readonly lossesFrom: number; readonly count: number };

/** One import without its bytes. */
export const readImport = (db: Writer, id: string, { findingsFrom, lossesFrom, count }: Page) =>
  db
    .selectFrom('guidance_import')
    .select([...facts, 'needs', 'parts', 'sheet'])
    .select(slice('findings', findingsFrom, count))
    .select(slice('losses', lossesFrom, count))
    .select([
      sql<number>`jsonb_array_length(findings)`.as('findingCount'),
      sql<number>`jsonb_array_length(losses)`.as('lossCount'),
    ])
    .where('id', '=', id)
    .executeTakeFirst();

/** The file as it came. */
export const readOriginal = (db: Writer, id: string) =>
  db.selectFrom('guidance_import').select(['file_name', 'bytes']).where('id', '=', id).executeTakeFirst();

const oscalFiles = (db: Writer) =>
  db.selectFrom('guidance_import').where('format', 'in', ['oscal_catalog', 'oscal_profile']);

/** Files that a profile may choose from, the earliest first. */
export const readOscalFiles = (db: Writer) =>
  oscalFiles(db)
    .select(['id', 'file_name as fileName', 'title', 'digest', 'licence'])
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Those of them in which a UUID stands, in small letters or in capitals. */
export async function readOscalHolding(db: Writer, uuid: string): Promise<ReadonlySet<string>> {
  const holds = (text: string) => sql<boolean>`position(convert_to(${text}, 'UTF8') in bytes) > 0`;
  const rows = await oscalFiles(db)
    .select('id')
    .where((where) => where.or([holds(uuid.toLowerCase()), holds(uuid.toUpperCase())]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Every edition with what its import says of rights, by title, the latest first within a framework. */
export const readEditions = (db: Writer, urn?: string) =>
  db
    .selectFrom('framework_edition')
    .innerJoin('guidance_import', 'guidance_import.id', 'framework_edition.import_id')
    .select(['framework_edition.id', 'framework_edition.urn', 'framework_edition.edition', 'framework_edition.title'])
    .select(['framework_edition.import_id', 'framework_edition.language', 'framework_edition.counts'])
    .select(['framework_edition.facts', 'guidance_import.at', 'guidance_import.licence'])
    .$if(urn !== undefined, (all) => all.where('framework_edition.urn', '=', urn ?? ''))
    .orderBy('framework_edition.title')
    .orderBy('guidance_import.at', 'desc')
    .orderBy('framework_edition.id')
    .execute();
export type EditionRow = Awaited<ReturnType<typeof readEditions>>[number];

/** What the import of an edition says of rights. */
export const readEditionLicence = (db: Writer, id: string) =>
  db
    .selectFrom('framework_edition')
    .innerJoin('guidance_import', 'guidance_import.id', 'framework_edition.import_id')
    .select(['guidance_import.licence as text', 'guidance_import.id as importId'])
    .where('framework_edition.id', '=', id)
    .executeTakeFirst();

/** One edition whole. */
export async function readEdition(db: Writer, id: string): Promise<FrameworkEdition | undefined> {
  const [row, requirements] = await Promise.all([
    db.selectFrom('framework_edition').select('facts').where('id', '=', id).executeTakeFirst(),
    db
      .selectFrom('edition_requirement')
      .select(['id', 'parent', 'number', 'title', 'text', 'note', 'is_assessable', 'rest'])
      .where('edition_id', '=', id)
      .orderBy('position')
      .execute(),
  ]);
  if (row === undefined) return undefined;
  return {
    ...editionFacts.parse(row.facts),
    requirements: requirements.map(({ is_assessable, rest, ...said }): EditionRequirement => ({
      ...said,
      isAssessable: is_assessable,
      ...restSchema.parse(rest),
    })),
  };
}

/** Mapping sets that start or end at a framework. */
export const readMappingsOf = (db: Writer, urn: string) =>
  db
    .selectFrom('mapping_set')
    .innerJoin('guidance_import', 'guidance_import.id', 'mapping_set.import_id')
    .select(['mapping_set.id', 'mapping_set.title', 'mapping_set.edition', 'mapping_set.source'])
    .select(['mapping_set.target', 'mapping_set.relations', 'guidance_import.licence'])
    .where((row) => row.or([row('mapping_set.source', '=', urn), row('mapping_set.target', '=', urn)]))
    .orderBy('mapping_set.title')
    .orderBy('mapping_set.edition')
    .execute();

/** One mapping whole, and what its import says of rights. */
export async function readMappingSet(
  db: Writer,
  id: string,
): Promise<{ readonly set: MappingSet; readonly licence: string | null } | undefined> {
  const row = await db
    .selectFrom('mapping_set')
    .innerJoin('guidance_import', 'guidance_import.id', 'mapping_set.import_id')
    .select(['mapping_set.facts', 'guidance_import.licence'])
    .where('mapping_set.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const relations = await db
    .selectFrom('published_relation')
    .select(['source', 'target', 'relation', 'rationale', 'confidence', 'note'])
    .where('set_id', '=', id)
    .orderBy('position')
    .execute();
  // Facts are those of a set, and the table lets no other words in.
  return {
    set: { ...(row.facts as Omit<MappingSet, 'relations'>), relations: relations as PublishedRelation[] },
    licence: row.licence,
  };
}

/** Numbers of the stored requirements of a framework, those of the latest edition last. */
export async function readNumbers(db: Writer, urn: string): Promise<ReadonlyMap<string, string>> {
  const rows = await inOrder(db)
    .innerJoin('edition_requirement', 'edition_requirement.edition_id', 'framework_edition.id')
    .select(['edition_requirement.id', 'edition_requirement.number'])
    .where('framework_edition.urn', '=', urn)
    .execute();
  return new Map(rows.flatMap(({ id, number }) => (number === null ? [] : [[id, number] as const])));
}
