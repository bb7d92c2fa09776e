import type { Store } from './action.ts';
import { auditEntry } from './audit.ts';
import type { Database, OrgId } from './db/database.ts';

/** The rows of one organisation: each change is one short transaction with its audit entry. */
export const storeOn = (database: Database, actor: string, now: () => Date, orgId: OrgId): Store => ({
  orgId,
  read: (work) => database.inOrganisation(orgId, work),
  change: (note, work) =>
    database.inOrganisation(orgId, async (db) => {
      const [result] = await Promise.all([work(db), auditEntry(db, { at: now(), actor, ...note }).execute()]);
      return result;
    }),
  attempt: (note, work) =>
    database.inOrganisation(orgId, async (db) => {
      const result = await work(db);
      if (result !== undefined) await auditEntry(db, { at: now(), actor, ...note }).execute();
      return result;
    }),
});
