import { sql } from 'kysely';
import { z } from 'zod';
import type { StoredEdition, StoredGuidance, StoredSet } from '../../core/crosswalk/compared.ts';
import type { PublishedRelation } from '../../core/guidance/mapping-set.ts';
import { passedOn, readLicence } from '../../core/guidance/licence.ts';
import { reviewStates } from '../../core/guidance/mapping-set.ts';
import type { Writer } from '../../platform/db/database.ts';

/** The latest edition of each framework and of each mapping set, without what is in them. */
export type Standing = {
  readonly editions: Awaited<ReturnType<typeof readEditions>>;
  readonly sets: Awaited<ReturnType<typeof readSets>>;
};

/** What is stored, as little as tells one state of it from another. */
export async function readStanding(db: Writer): Promise<Standing> {
  const [editions, sets] = await Promise.all([readEditions(db), readSets(db)]);
  return { editions: latest(editions), sets: latest(sets) };
}

/** An earlier edition is no second voice: whoever published a later one took it back. */
const latest = <Row extends { readonly urn: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.urn, row])).values(),
];

const readEditions = (db: Writer) =>
  db
    .selectFrom('framework_edition')
    .innerJoin('guidance_import', 'guidance_import.id', 'framework_edition.import_id')
    .select(['framework_edition.id', 'framework_edition.urn', 'framework_edition.edition', 'framework_edition.title'])
    .select(['framework_edition.language', 'framework_edition.digest', 'framework_edition.facts'])
    .select('guidance_import.licence')
    .orderBy('guidance_import.at')
    .orderBy('framework_edition.id')
    .execute();

const readSets = (db: Writer) =>
  db
    .selectFrom('mapping_set')
    .innerJoin('guidance_import', 'guidance_import.id', 'mapping_set.import_id')
    .select(['mapping_set.id', 'mapping_set.urn', 'mapping_set.edition', 'mapping_set.title', 'mapping_set.source'])
    .select(['mapping_set.target', 'mapping_set.digest', 'mapping_set.facts', 'guidance_import.licence'])
    .orderBy('guidance_import.at')
    .orderBy('mapping_set.id')
    .execute();

const editionFacts = z.looseObject({ number: z.string().nullable() });
const setFacts = z.looseObject({
  text: z.string().nullable(),
  author: z.string().nullable(),
  publishedOn: z.string().nullable(),
  review: z.enum(reviewStates).nullable(),
});

/** All that is in them. */
export async function readGuidance(db: Writer, { editions, sets }: Standing): Promise<StoredGuidance> {
  const [places, relations] = await Promise.all([
    readPlaces(db, editions),
    readRelations(
      db,
      sets.map(({ id }) => id),
    ),
  ]);
  return {
    editions: editions.map(({ digest: _digest, facts, ...edition }): StoredEdition => ({
      ...edition,
      number: editionFacts.parse(facts).number,
      requirements: places.get(edition.id) ?? [],
    })),
    sets: sets.map(({ id, digest: _digest, facts, ...set }): StoredSet => {
      const { text, author, publishedOn, review } = setFacts.parse(facts);
      return { ...set, text, author, publishedOn, review, relations: relations.get(id) ?? [] };
    }),
  };
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

type Place = StoredEdition['requirements'][number];

const longestBeginning = 120;

const shortened = (text: string | null): string | null =>
  text === null || text.length <= longestBeginning ? text : `${text.slice(0, longestBeginning).trimEnd()}…`;

async function readPlaces(db: Writer, editions: Standing['editions']): Promise<ReadonlyMap<string, readonly Place[]>> {
  const mayShow = new Set(
    editions.flatMap(({ id, licence }) => (passedOn[readLicence(licence).stance].words ? [id] : [])),
  );
  const rows = await db
    .selectFrom('edition_requirement')
    .select(['edition_id', 'id', 'parent', 'number', 'title'])
    .select(sql<string | null>`case when title is null then left(text, ${longestBeginning + 1}) end`.as('beginning'))
    .where('edition_id', '=', anyOf(editions.map(({ id }) => id)))
    .orderBy('edition_id')
    .orderBy('position')
    .execute();
  return gathered(
    rows.map(({ edition_id, beginning, title, ...place }) => [
      edition_id,
      { ...place, title: title ?? (mayShow.has(edition_id) ? shortened(beginning) : null) },
    ]),
  );
}

async function readRelations(
  db: Writer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly PublishedRelation[]>> {
  const rows = await db
    .selectFrom('published_relation')
    .select(['set_id', 'source', 'target', 'relation', 'rationale', 'confidence', 'note'])
    .where('set_id', '=', anyOf(ids))
    .orderBy('set_id')
    .orderBy('position')
    .execute();
  // The table lets no other words in.
  return gathered(rows.map(({ set_id, ...relation }) => [set_id, relation as PublishedRelation]));
}

function gathered<Value>(pairs: readonly (readonly [string, Value])[]): ReadonlyMap<string, readonly Value[]> {
  const byKey = Map.groupBy(pairs, ([key]) => key);
  return new Map([...byKey].map(([key, all]) => [key, all.map(([, value]) => value)]));
}

/** The words of one requirement. */
export const readWords = (db: Writer, edition: string, id: string) =>
  db
    .selectFrom('edition_requirement')
    .select(['text', 'note'])
    .where('edition_id', '=', edition)
    .where('id', '=', id)
    .executeTakeFirst();
