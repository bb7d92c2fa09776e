import { sql } from 'kysely';
import { isSameName } from '../../core/snapshot/named.ts';
import type { Writer } from '../../platform/db/database.ts';
import type { JsonText } from '../../platform/db/tables.ts';

const facts = ['id', 'name', 'note', 'day', 'taken_at', 'content_digest', 'profile_digest', 'counts'] as const;

/** Latest first, without what they hold of each safeguard. */
export const readSnapshots = (db: Writer) =>
  db.selectFrom('snapshot').select(facts).orderBy('taken_at', 'desc').orderBy('day', 'desc').orderBy('name').execute();
export type SnapshotFacts = Awaited<ReturnType<typeof readSnapshots>>[number];

/** One whole snapshot. */
export const readSnapshot = (db: Writer, id: string) =>
  db
    .selectFrom('snapshot')
    .select([...facts, 'standing'])
    .where('id', '=', id)
    .executeTakeFirst();

export type NewSnapshot = {
  readonly name: string;
  readonly note: string | null;
  readonly day: string;
  readonly taken_at: Date;
  readonly actor: string;
  readonly content_digest: string;
  readonly profile_digest: string;
  readonly counts: JsonText;
  readonly standing: JsonText;
};

/** Keeps one, or says why it cannot. Nobody else takes one of this organisation meanwhile. */
export async function insertSnapshot(
  db: Writer,
  snapshot: NewSnapshot,
  most: number,
): Promise<SnapshotFacts | 'name_taken' | 'too_many'> {
  await db.selectFrom('organisation').select('id').forNoKeyUpdate().execute();
  const named = await db
    .selectFrom('snapshot')
    .select('id')
    .where(sql`lower(name)`, '=', sql`lower(${snapshot.name})`)
    .executeTakeFirst();
  const names = await db.selectFrom('snapshot').select('name').execute();
  if (named !== undefined || names.some(({ name }) => isSameName(name, snapshot.name))) return 'name_taken';
  if (names.length >= most) return 'too_many';
  return db.insertInto('snapshot').values(snapshot).returning(facts).executeTakeFirstOrThrow();
}

export async function deleteSnapshot(db: Writer, id: string): Promise<true | undefined> {
  const { numDeletedRows } = await db.deleteFrom('snapshot').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n ? true : undefined;
}
