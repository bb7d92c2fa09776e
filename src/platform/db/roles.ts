/**
 * The roles that transactions run as. They belong to the whole server, not to one database, so they stand in no migration:
 * they are seen to at each start, which a second database on the server or a restored copy needs as well.
 */
import { DatabaseError } from 'pg';
import type { Pool } from 'pg';
import { withSession } from './session.ts';

const ROLES = ['theriac_app', 'theriac_installation'] as const;
/** Another process may do the same at this moment, in this or in another database of the server. */
const ATTEMPTS = 5;

const USE = `begin; ${ROLES.map((role) => `set local role ${role}`).join('; ')}; rollback`;
const MAKE = ROLES.map(
  (role) => `do $$ begin
    create role ${role} nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
  grant ${role} to current_user;`,
).join('\n');

/** Makes the roles where they are missing. Throws where this user may neither use nor make them. */
export async function ensureRoles(pool: Pool): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if ((await refusalOf(pool, USE)) === undefined) return;
    await refusalOf(pool, MAKE);
  }
  const refusal = await refusalOf(pool, USE);
  if (refusal !== undefined)
    throw new Error(`Cannot use the roles ${ROLES.join(' and ')}: ${refusal}, wanted them granted to this user`);
}

/** What the database has against a script. That it is not there at all is no answer. */
async function refusalOf(pool: Pool, script: string): Promise<string | undefined> {
  try {
    await withSession(pool, (session) => session.query(script));
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseError) return error.message;
    throw error;
  }
}
