import type { Writer } from '../../platform/db/database.ts';
import { json } from '../../platform/db/tables.ts';

export type ProfileRow = { readonly facts: Readonly<Record<string, unknown>>; readonly version: number };

/** Row-level security shows one organisation's rows, so no query names it. */
export async function readProfileRow(db: Writer): Promise<ProfileRow | undefined> {
  const row = await db.selectFrom('profile').select(['facts', 'version']).executeTakeFirst();
  return row === undefined ? undefined : { facts: row.facts as ProfileRow['facts'], version: row.version };
}

/** Writes the whole profile if nobody changed it since `expected`; answers with the new version, or nothing. */
export async function writeProfileRow(
  db: Writer,
  facts: ProfileRow['facts'],
  expected: number,
  at: Date,
): Promise<number | undefined> {
  const row = await db
    .insertInto('profile')
    .values({ facts: json(facts), version: 1, updated_at: at })
    .onConflict((conflict) =>
      conflict
        .column('org_id')
        .doUpdateSet({ facts: json(facts), version: (stored) => stored('profile.version', '+', 1), updated_at: at })
        .where('profile.version', '=', expected),
    )
    .returning('version')
    .executeTakeFirst();
  if (row !== undefined) await nameOrganisation(db, facts);
  return row?.version;
}

/** What the organisation is called where several are listed; a name that says nothing stays as it was. */
async function nameOrganisation(db: Writer, { name, short_name: short }: ProfileRow['facts']): Promise<void> {
  const known = typeof short === 'string' ? short : name;
  if (typeof known === 'string' && known !== '')
    await db.updateTable('organisation').set({ name: known }).where('name', '!=', known).execute();
}
