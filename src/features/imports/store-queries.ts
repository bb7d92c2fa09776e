import { sql } from 'kysely';
import type { Writer } from '../../platform/db/database.ts';
import type { JsonText } from '../../platform/db/tables.ts';
import { insertWords } from './word-queries.ts';
import type { NewWording } from './words-of.ts';

/** An import as rows, made before the transaction: nothing is parsed, hashed or turned into JSON in its midst. */
export type PreparedImport = {
  readonly row: NewImport;
  readonly editions: readonly {
    readonly row: NewEdition;
    readonly requirements: JsonText;
    readonly words: readonly NewWording[];
  }[];
  readonly mappingSets: readonly { readonly row: NewMappingSet; readonly relations: JsonText }[];
  readonly matrices: JsonText;
  readonly catalogue: JsonText;
};

type NewImport = {
  readonly at: Date;
  readonly actor: string;
  readonly file_name: string;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly digest: string;
  readonly sheet?: JsonText | null;
  readonly format: string;
  readonly urn: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly packager: string | null;
  readonly edition: string | null;
  readonly language: string;
  readonly licence: string | null;
  readonly source: string | null;
} & Readonly<Record<'about' | 'needs' | 'counts' | 'parts' | 'findings' | 'losses', JsonText>>;

type NewEdition = Readonly<Record<'urn' | 'edition' | 'title' | 'language' | 'digest', string>> &
  Readonly<Record<'counts' | 'facts', JsonText>>;

type NewMappingSet = Readonly<Record<'urn' | 'edition' | 'title' | 'source' | 'target' | 'digest', string>> & {
  readonly relations: number;
  readonly facts: JsonText;
};

/** Keeps others from importing into this organisation until the transaction ends. */
export const lockImports = (db: Writer): Promise<unknown> =>
  db.selectFrom('organisation').select('id').forNoKeyUpdate().execute();

/** Writes an import whole. A list of rows is one statement, whatever its length. */
export async function insertImport(db: Writer, prepared: PreparedImport): Promise<string> {
  const { id } = await db.insertInto('guidance_import').values(prepared.row).returning('id').executeTakeFirstOrThrow();
  await Promise.all([
    ...prepared.editions.map(async ({ row, requirements, words }) => {
      const edition = await db
        .insertInto('framework_edition')
        .values({ ...row, import_id: id })
        .returning('id')
        .executeTakeFirstOrThrow();
      await Promise.all([insertRequirements(db, edition.id, requirements), insertWords(db, edition.id, words)]);
    }),
    ...prepared.mappingSets.map(async ({ row, relations }) => {
      const set = await db
        .insertInto('mapping_set')
        .values({ ...row, import_id: id })
        .returning('id')
        .executeTakeFirstOrThrow();
      await insertRelations(db, set.id, relations);
    }),
    insertMatrices(db, id, prepared.matrices),
    insertCatalogue(db, id, prepared.catalogue),
  ]);
  return id;
}

const insertRequirements = (db: Writer, edition: string, rows: JsonText) =>
  sql`insert into edition_requirement
      (edition_id, id, parent, position, number, title, text, note, is_assessable, rest)
    select ${edition}::uuid, id, parent, position, number, title, text, note, is_assessable, rest
    from json_to_recordset(${rows}::json) as given
      (id text, parent text, position integer, number text, title text, text text, note text, is_assessable boolean,
       rest jsonb)`.execute(db);

const insertRelations = (db: Writer, set: string, rows: JsonText) =>
  sql`insert into published_relation (set_id, position, source, target, relation, rationale, confidence, note)
    select ${set}::uuid, position, source, target, relation, rationale, confidence, note
    from json_to_recordset(${rows}::json) as given
      (position integer, source text, target text, relation text, rationale text, confidence double precision,
       note text)`.execute(db);

const insertMatrices = (db: Writer, id: string, rows: JsonText) =>
  sql`insert into imported_matrix (import_id, position, urn, title, facts)
    select ${id}::uuid, position, urn, title, facts
    from json_to_recordset(${rows}::json) as given (position integer, urn text, title text, facts jsonb)`.execute(db);

const insertCatalogue = (db: Writer, id: string, rows: JsonText) =>
  sql`insert into catalogue_entry (import_id, position, urn, kind, number, title, facts)
    select ${id}::uuid, position, urn, kind, number, title, facts
    from json_to_recordset(${rows}::json) as given
      (position integer, urn text, kind text, number text, title text, facts jsonb)`.execute(db);

/** Imports that brought an edition again which this one brought first: it is theirs as well. */
export const readDependents = (db: Writer, id: string): Promise<readonly { readonly title: string }[]> =>
  db
    .selectFrom('guidance_import')
    .select('title')
    .where('id', '!=', id)
    .where(
      sql<boolean>`exists (
        select from jsonb_array_elements(parts) as part
        where part ->> 'standing' = 'same' and (
          (part ->> 'urn', part ->> 'edition') in (select urn, edition from framework_edition where import_id = ${id})
          or (part ->> 'urn', part ->> 'edition') in (select urn, edition from mapping_set where import_id = ${id})))`,
    )
    .orderBy('at')
    .execute();

/** What the import brought goes with it. */
export async function deleteImport(db: Writer, id: string): Promise<true | undefined> {
  const { numDeletedRows } = await db.deleteFrom('guidance_import').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n ? true : undefined;
}
