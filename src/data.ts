/** The stored rows: opened only where an action needs them, because a database takes its time to load. */
import { fail, type Result } from './core/base.ts';
import { dataFolder, localOrganisation, migrationsFolder } from './places.ts';
import type { Failure, Store } from './platform/action.ts';
import { auditEntry } from './platform/audit.ts';
import { openDatabase, type Database, type OrgId } from './platform/db/database.ts';

/** Makes the row of the local organisation where it is missing. Its name for people is in the profile. */
export const ensureLocalOrganisation = (database: Database, at: Date): Promise<unknown> =>
  database.inInstallation((db) =>
    db
      .insertInto('organisation')
      .values({ id: localOrganisation, name: 'local', country: null, kind: null, created_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );

/** Opens the database that the environment names, with its local organisation. */
export async function openData(): Promise<Result<Database, Failure>> {
  const url = process.env['DATABASE_URL'];
  const opened = await openDatabase(url === undefined ? { dataFolder: dataFolder() } : { url }, migrationsFolder);
  if (!opened.ok) return fail({ kind: opened.error.kind, message: opened.error.message });
  await ensureLocalOrganisation(opened.value, new Date());
  return opened;
}

/** The rows of one organisation: each change is one short transaction with its audit entry. */
export const storeOf = (
  database: Database,
  actor: string,
  now: () => Date,
  orgId: OrgId = localOrganisation,
): Store => ({
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
