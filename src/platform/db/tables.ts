/**
 * The tables as Kysely sees them; the truth is in migrations/. Rows of an organisation carry `org_id`, which the database
 * fills in and guards: queries neither set it nor filter by it.
 */
import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Branded } from '../../core/base.ts';
import type { GuidanceTables } from './guidance-tables.ts';

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

/** How far a safeguard is in place. A row that says "unknown" holds what else is known, or that something was once said. */
export type StoredRating = 'not_implemented' | 'partially' | 'largely' | 'fully' | 'not_applicable' | 'unknown';

/** How far a duty of law is. A row that says "not followed" holds whom to tell, or that something was once said. */
export type StoredFollowState = 'not_followed' | 'not_started' | 'in_progress' | 'done';

/** Every table that the platform's face reaches. */
export type Tables = GuidanceTables & {
  readonly organisation: OrganisationTable;
  readonly profile: ProfileTable;
  readonly rating: RatingTable;
  readonly rating_change: RatingChangeTable;
  readonly evidence_file: EvidenceFileTable;
  readonly obligation_follow_up: ObligationFollowUpTable;
  readonly follow_up_change: FollowUpChangeTable;
  readonly organisation_setting: OrganisationSettingTable;
  readonly audit_entry: AuditEntryTable;
  readonly plan_pin: PlanPinTable;
  readonly site: SiteTable;
  readonly site_rating: SiteRatingTable;
  readonly snapshot: SnapshotTable;
  readonly account: AccountTable;
  readonly membership: MembershipTable;
  readonly session: SessionTable;
  readonly invitation: InvitationTable;
  readonly service_token: ServiceTokenTable;
  readonly guest_link: GuestLinkTable;
  readonly question: QuestionTable;
  readonly question_item: QuestionItemTable;
  readonly mail: MailTable;
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
  /** By when more is due. */
  readonly due: ColumnType<string | null, string | null | undefined, string | null>;
  readonly version: number;
  readonly updated_at: Instant;
  readonly changed_by: ColumnType<string | null, string | null | undefined, string | null>;
};

type RatingChangeTable = {
  readonly org_id: OwnOrg;
  readonly safeguard_id: ColumnType<string, string, never>;
  readonly version: ColumnType<number, number, never>;
  readonly at: ColumnType<Date, Date, never>;
  readonly actor: ColumnType<string, string, never>;
  readonly action: ColumnType<string, string, never>;
  readonly before: ColumnType<unknown, JsonText, never>;
  readonly after: ColumnType<unknown, JsonText, never>;
  /** Who proposed it, where that was somebody without an account. */
  readonly proposed_by: ColumnType<string | null, string | null | undefined, never>;
};

type EvidenceFileTable = {
  readonly org_id: OwnOrg;
  readonly id: ColumnType<string, string | undefined, never>;
  readonly safeguard_id: ColumnType<string, string, never>;
  readonly name: ColumnType<string, string, never>;
  readonly media_type: ColumnType<string, string, never>;
  readonly size: ColumnType<number, number, never>;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: ColumnType<string, string, never>;
  readonly bytes: ColumnType<Uint8Array, Uint8Array, never>;
  readonly added_at: ColumnType<Date, Date, never>;
  readonly actor: ColumnType<string, string, never>;
};

type ObligationFollowUpTable = {
  readonly org_id: OwnOrg;
  readonly obligation_id: string;
  readonly state: StoredFollowState;
  readonly done_on: Day;
  readonly next_due: Day;
  readonly repeat_months: number | null;
  readonly owner: string | null;
  readonly note: string | null;
  readonly evidence: Json;
  readonly contact: string | null;
  readonly version: number;
  readonly updated_at: Instant;
  readonly changed_by: string;
};

type FollowUpChangeTable = {
  readonly org_id: OwnOrg;
  readonly obligation_id: ColumnType<string, string, never>;
  readonly version: ColumnType<number, number, never>;
  readonly at: ColumnType<Date, Date, never>;
  readonly actor: ColumnType<string, string, never>;
  readonly action: ColumnType<string, string, never>;
  readonly before: ColumnType<unknown, JsonText, never>;
  readonly after: ColumnType<unknown, JsonText, never>;
};

/** A place in the plan that people chose: a quarter, or left out for a reason. */
type PlanPinTable = {
  readonly org_id: OwnOrg;
  readonly safeguard_id: string;
  readonly quarter: string | null;
  readonly set_aside_reason: string | null;
  readonly version: number;
  readonly updated_at: Instant;
};

type SiteTable = {
  readonly org_id: OwnOrg;
  readonly id: ColumnType<string, string | undefined, never>;
  readonly name: string;
  readonly version: number;
  readonly created_at: ColumnType<Date, Date, never>;
  readonly updated_at: Instant;
};

/** How far a safeguard is at one site. */
type SiteRatingTable = {
  readonly org_id: OwnOrg;
  readonly site_id: ColumnType<string, string, never>;
  readonly safeguard_id: ColumnType<string, string, never>;
  readonly rating: StoredRating;
  readonly reason: string | null;
  readonly version: number;
  readonly updated_at: Instant;
  readonly changed_by: string;
};

type SnapshotTable = {
  readonly org_id: OwnOrg;
  readonly id: ColumnType<string, string | undefined, never>;
  readonly name: ColumnType<string, string, never>;
  readonly note: ColumnType<string | null, string | null, never>;
  readonly day: ColumnType<string, string, never>;
  readonly taken_at: ColumnType<Date, Date, never>;
  readonly actor: ColumnType<string, string, never>;
  readonly content_digest: ColumnType<string, string, never>;
  readonly profile_digest: ColumnType<string, string, never>;
  readonly counts: ColumnType<unknown, JsonText, never>;
  readonly standing: ColumnType<unknown, JsonText, never>;
};

type OrganisationSettingTable = {
  readonly org_id: OwnOrg;
  /** Null: those of the method. */
  readonly weights: ColumnType<unknown, JsonText | null, JsonText | null>;
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

/** What someone may do in an organisation. */
export type StoredRole = 'administrator' | 'contributor' | 'reader';
/** Names an organisation where its rows are read before it is known. */
type SomeOrg = ColumnType<OrgId, OrgId | undefined, never>;
type Fixed<Value> = ColumnType<Value, Value, never>;

type AccountTable = {
  readonly id: Fixed<string>;
  readonly email: string;
  readonly name: string;
  readonly password_hash: string;
  readonly is_operator: boolean;
  readonly created_at: Fixed<Date>;
  readonly closed_at: Date | null;
  /** Wants to be told by mail what is due. */
  readonly mail_due: ColumnType<boolean, boolean | undefined, boolean>;
};

type MembershipTable = {
  readonly organisation_id: SomeOrg;
  readonly account_id: Fixed<string>;
  readonly role: StoredRole;
  readonly created_at: Fixed<Date>;
};

type SessionTable = {
  readonly id: Fixed<string>;
  readonly digest: string;
  readonly former_digest: string | null;
  readonly former_until: Date | null;
  readonly account_id: Fixed<string>;
  readonly organisation_id: OrgId | null;
  readonly created_at: Fixed<Date>;
  readonly changed_at: Date;
  readonly used_at: Date;
  readonly ends_at: Date;
};

type InvitationTable = {
  readonly id: Fixed<string>;
  readonly organisation_id: SomeOrg;
  readonly digest: Fixed<string>;
  readonly email: Fixed<string | null>;
  readonly role: Fixed<StoredRole>;
  readonly makes_operator: Fixed<boolean>;
  readonly invited_by: Fixed<string>;
  readonly created_at: Fixed<Date>;
  readonly ends_at: Date;
  readonly used_at: Date | null;
};

type ServiceTokenTable = {
  readonly id: Fixed<string>;
  readonly organisation_id: SomeOrg;
  readonly digest: Fixed<string>;
  readonly name: string;
  readonly role: Fixed<StoredRole>;
  readonly created_by: Fixed<string>;
  readonly created_at: Fixed<Date>;
  readonly ends_at: Fixed<Date>;
  readonly revoked_at: Date | null;
};

/** A link for one thing that someone without an account does. */
type GuestLinkTable = {
  readonly id: Fixed<string>;
  readonly organisation_id: SomeOrg;
  readonly digest: Fixed<string>;
  readonly created_at: Fixed<Date>;
  readonly ends_at: Fixed<Date>;
  readonly used_at: Date | null;
};

type QuestionTable = {
  readonly org_id: OwnOrg;
  readonly id: Fixed<string>;
  readonly asked_by: Fixed<string>;
  readonly colleague: Fixed<string>;
  readonly email: Fixed<string | null>;
  readonly message: Fixed<string | null>;
  readonly created_at: Fixed<Date>;
  readonly ends_at: Fixed<Date>;
  readonly sent_at: Date | null;
  readonly withdrawn_at: Date | null;
};

type QuestionItemTable = {
  readonly org_id: OwnOrg;
  readonly question_id: Fixed<string>;
  readonly safeguard_id: Fixed<string>;
  readonly position: Fixed<number>;
  readonly asked_version: Fixed<number>;
  /** Null: not answered. */
  readonly answer: ColumnType<StoredRating | null, StoredRating | null | undefined, StoredRating | null>;
  readonly reason: ColumnType<string | null, string | null | undefined, string | null>;
  readonly note: ColumnType<string | null, string | null | undefined, string | null>;
  readonly decision: ColumnType<Decision | null, undefined, Decision>;
  readonly decided_by: ColumnType<string | null, undefined, string>;
  readonly decided_at: ColumnType<Date | null, undefined, Date>;
};

/** What became of a proposal. */
export type Decision = 'accepted' | 'declined';

/** What a mail is about. */
export type MailKind = 'invitation' | 'question' | 'answer' | 'digest';

type MailTable = {
  readonly id: ColumnType<string, string | undefined, never>;
  readonly organisation_id: SomeOrg;
  readonly key: Fixed<string>;
  readonly kind: Fixed<MailKind>;
  readonly recipient: Fixed<string>;
  /** Null once it is sent or given up, as is the body. */
  readonly subject: string | null;
  readonly body: string | null;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly tries: number;
  readonly due_at: Date;
  readonly last_error: string | null;
  readonly created_at: Fixed<Date>;
  readonly ended_at: Date | null;
};
