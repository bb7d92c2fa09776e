/** The stored rows: opened only where an action needs them, because a database takes its time to load. */
import { fail, ok, type Result } from './core/base.ts';
import { fillWords } from './features/imports/fill-words.ts';
import { dataFolder, localOrganisation, migrationsFolder } from './places.ts';
import type { Failure, Store } from './platform/action.ts';
import { openDatabase, type Database, type OrgId } from './platform/db/database.ts';
import type { Door } from './platform/identity/door.ts';
import { storeOn } from './platform/store.ts';

/** Makes the first organisation where there is none. Its name for people follows from its profile. */
export const ensureLocalOrganisation = (database: Database, at: Date): Promise<unknown> =>
  database.inInstallation(async (db) => {
    const some = await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst();
    if (some !== undefined) return;
    await db
      .insertInto('organisation')
      .values({ id: localOrganisation, name: 'local', country: null, kind: null, created_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });

/** The organisation that a command means: the one it names, or the only one. */
export async function organisationFor(door: Door, wanted: string | null): Promise<Result<OrgId, Failure>> {
  const organisations = await door.organisations();
  const found = organisations.filter(({ id, name }) => wanted === null || id === wanted || name === wanted);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return ok(only.id);
  const known = organisations.map(({ id, name }) => `"${name}" (${id})`).join(', ');
  return fail({
    kind: 'invalid_input',
    message: `Cannot tell which organisation is meant${wanted === null ? '' : ` by "${wanted}"`}: name one with --organisation. There are ${known}`,
  });
}

/** Opens the database that the environment names, with its local organisation. */
export async function openData(): Promise<Result<Database, Failure>> {
  const url = process.env['DATABASE_URL'];
  const opened = await openDatabase(url === undefined ? { dataFolder: dataFolder() } : { url }, migrationsFolder);
  if (!opened.ok) return fail({ kind: opened.error.kind, message: opened.error.message });
  await ensureLocalOrganisation(opened.value, new Date());
  await fillWords(opened.value);
  return opened;
}

/** The rows of one organisation, the local one unless another is named. */
export const storeOf = (database: Database, actor: string, now: () => Date, orgId: OrgId = localOrganisation): Store =>
  storeOn(database, actor, now, orgId);
