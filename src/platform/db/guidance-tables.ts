/** Tables of guidance that came in files of others. Rows are inserted and read, and go with their import; none is changed. */
import type { ColumnType } from 'kysely';
import type { JsonText, OrgId } from './tables.ts';

type Fixed<Value> = ColumnType<Value, Value, never>;
type OwnOrg = ColumnType<OrgId, OrgId | undefined, never>;
type Id = ColumnType<string, string | undefined, never>;
type Json = ColumnType<unknown, JsonText, never>;

/** What `Tables` holds of them. */
export type GuidanceTables = {
  readonly guidance_import: GuidanceImportTable;
  readonly framework_edition: FrameworkEditionTable;
  readonly edition_requirement: EditionRequirementTable;
  readonly mapping_set: MappingSetTable;
  readonly published_relation: PublishedRelationTable;
  readonly imported_matrix: ImportedMatrixTable;
  readonly catalogue_entry: CatalogueEntryTable;
  readonly edition_wording: EditionWordingTable;
  readonly words_due: WordsDueTable;
};

type GuidanceImportTable = {
  readonly org_id: OwnOrg;
  readonly id: Id;
  readonly at: Fixed<Date>;
  readonly actor: Fixed<string>;
  readonly file_name: Fixed<string>;
  readonly bytes: Fixed<Uint8Array>;
  readonly size: Fixed<number>;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: Fixed<string>;
  /** How a spreadsheet was read. */
  readonly sheet: ColumnType<unknown, JsonText | null | undefined, never>;
  readonly format: Fixed<string>;
  readonly urn: Fixed<string | null>;
  readonly title: Fixed<string>;
  readonly publisher: Fixed<string | null>;
  readonly packager: Fixed<string | null>;
  readonly edition: Fixed<string | null>;
  readonly language: Fixed<string>;
  readonly licence: Fixed<string | null>;
  readonly source: Fixed<string | null>;
  readonly about: Json;
  readonly needs: Json;
  readonly counts: Json;
  readonly parts: Json;
  readonly findings: Json;
  readonly losses: Json;
};

type FrameworkEditionTable = {
  readonly org_id: OwnOrg;
  readonly id: Id;
  readonly import_id: Fixed<string>;
  readonly urn: Fixed<string>;
  readonly edition: Fixed<string>;
  readonly title: Fixed<string>;
  readonly language: Fixed<string>;
  readonly digest: Fixed<string>;
  readonly counts: Json;
  readonly facts: Json;
};

type EditionRequirementTable = {
  readonly org_id: OwnOrg;
  readonly edition_id: Fixed<string>;
  readonly id: Fixed<string>;
  readonly parent: Fixed<string | null>;
  readonly position: Fixed<number>;
  readonly number: Fixed<string | null>;
  readonly title: Fixed<string | null>;
  readonly text: Fixed<string | null>;
  readonly note: Fixed<string | null>;
  readonly is_assessable: Fixed<boolean>;
  readonly rest: Json;
};

type MappingSetTable = {
  readonly org_id: OwnOrg;
  readonly id: Id;
  readonly import_id: Fixed<string>;
  readonly urn: Fixed<string>;
  readonly edition: Fixed<string>;
  readonly title: Fixed<string>;
  readonly source: Fixed<string>;
  readonly target: Fixed<string>;
  readonly digest: Fixed<string>;
  readonly relations: Fixed<number>;
  readonly facts: Json;
};

type PublishedRelationTable = {
  readonly org_id: OwnOrg;
  readonly set_id: Fixed<string>;
  readonly position: Fixed<number>;
  readonly source: Fixed<string>;
  readonly target: Fixed<string>;
  readonly relation: Fixed<string>;
  readonly rationale: Fixed<string | null>;
  readonly confidence: Fixed<number | null>;
  readonly note: Fixed<string | null>;
};

type ImportedMatrixTable = {
  readonly org_id: OwnOrg;
  readonly import_id: Fixed<string>;
  readonly position: Fixed<number>;
  readonly urn: Fixed<string>;
  readonly title: Fixed<string>;
  readonly facts: Json;
};

type CatalogueEntryTable = {
  readonly org_id: OwnOrg;
  readonly import_id: Fixed<string>;
  readonly position: Fixed<number>;
  readonly urn: Fixed<string>;
  readonly kind: Fixed<string>;
  readonly number: Fixed<string | null>;
  readonly title: Fixed<string>;
  readonly facts: Json;
};

type EditionWordingTable = {
  readonly org_id: OwnOrg;
  readonly edition_id: Fixed<string>;
  readonly language: Fixed<string>;
  readonly texts: Fixed<number>;
  readonly words: Fixed<Uint8Array>;
};

type WordsDueTable = {
  readonly organisation_id: ColumnType<OrgId, never, never>;
  readonly edition_id: ColumnType<string, never, never>;
};
