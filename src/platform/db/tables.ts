/**
 * The tables as Kysely sees them; the truth is in migrations/. Rows of an organisation carry `org_id`, which the database
 * fills in and guards: queries neither set it nor filter by it.
 */
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Branded } from '../../core/base.ts';

/** Names one organisation: a UUID in lower case. */
export type OrgId = Branded<string, 'OrgId'>;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Whether a text from outside has the shape of an organisation's id. */
export const isOrgId = (text: string): text is OrgId => UUID.test(text);

/** JSON on its way into a column. Branded, because the driver would write a plain list as a PostgreSQL array. */
export type JsonText = Branded<string, 'JsonText'>;

/** The only way to write a jsonb column. */
export const json = (value: object): JsonText => JSON.stringify(value) as JsonText;

/** Filled in from the transaction's organisation, and never changed. */
type OwnOrg = ColumnType<OrgId, OrgId | undefined, never>;
/** Read back as unknown: whoever reads it checks its shape. */
type Json = ColumnType<unknown, JsonText, JsonText>;
/** The clock comes from the caller. */
type Instant = ColumnType<Date, Date, Date>;
/** A day, as `2026-01-31`. */
type Day = ColumnType<string | null, string | null, string | null>;

/** How far a safeguard is in place. Not rated is no row. */
export type StoredRating = 'not_implemented' | 'partially' | 'largely' | 'fully' | 'not_applicable';

/** Every table that the platform's face reaches. */
export type Tables = {
  readonly organisation: OrganisationTable;
  readonly profile: ProfileTable;
  readonly rating: RatingTable;
  readonly audit_entry: AuditEntryTable;
};

type OrganisationTable = {
  readonly id: ColumnType<OrgId, OrgId, never>;
  readonly name: string;
  /** ISO 3166 code, or unknown. */
  readonly country: string | null;
  readonly kind: string | null;
  readonly created_at: ColumnType<Date, Date, never>;
};

type ProfileTable = {
  readonly org_id: OwnOrg;
  readonly facts: Json;
  readonly version: number;
  readonly updated_at: Instant;
};

type RatingTable = {
  readonly org_id: OwnOrg;
  readonly safeguard_id: string;
  readonly rating: StoredRating;
  /** Why it is so, above all why it does not apply. */
  readonly reason: string | null;
  readonly owner: string | null;
  readonly note: string | null;
  readonly evidence: Json;
  readonly rated_on: Day;
  readonly version: number;
  readonly updated_at: Instant;
};

type AuditEntryTable = {
  readonly org_id: OwnOrg;
  readonly id: GeneratedAlways<number>;
  readonly at: ColumnType<Date, Date, never>;
  readonly actor: ColumnType<string, string, never>;
  readonly action: ColumnType<string, string, never>;
  readonly object: ColumnType<string, string, never>;
  readonly detail: ColumnType<unknown, JsonText, never>;
};
