/** Who did what to which object, and when: one row per command, in the transaction of the change it tells of. */
import { json } from './db/tables.ts';
import type { OrgId, Writer } from './db/database.ts';

/** One act. `detail` says what changed, without personal data. */
export type AuditEntry = {
  readonly at: Date;
  readonly actor: string;
  /** The action's name: `ratings.save`. */
  readonly action: string;
  /** What it was done to: `safeguard/SG-001`. */
  readonly object: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Whose trail it is, where the transaction is not the organisation's own. */
  readonly orgId?: OrgId;
};

/** The entry as a statement: execute it in one `Promise.all` with the change, and both travel and commit together. */
export const auditEntry = (db: Writer, { detail, orgId, ...act }: AuditEntry) =>
  db
    .insertInto('audit_entry')
    .values({ ...act, detail: json(detail), ...(orgId === undefined ? {} : { org_id: orgId }) });
