import type { AcceptedFile } from '../../platform/files/accept-file.ts';
import type { Writer } from '../../platform/db/database.ts';

export type FileFacts = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedAt: Date;
};

/** What is known of stored files without their bytes, by id: all, or those of one safeguard. */
export async function readFileFacts(db: Writer, safeguard?: string): Promise<ReadonlyMap<string, FileFacts>> {
  const rows = await db
    .selectFrom('evidence_file')
    .select(['id', 'name', 'media_type', 'size', 'added_at'])
    .$if(safeguard !== undefined, (all) => all.where('safeguard_id', '=', safeguard ?? ''))
    .execute();
  return new Map(
    rows.map(({ id, name, media_type, size, added_at }) => [
      id,
      { id, name, mediaType: media_type, size, addedAt: added_at },
    ]),
  );
}

export async function readFile(
  db: Writer,
  id: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
  const row = await db
    .selectFrom('evidence_file')
    .select(['name', 'media_type', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { name: row.name, mediaType: row.media_type, bytes: row.bytes };
}

/** Keeps a file, and answers with its id. The same bytes for the same safeguard are kept once, under their first name. */
export async function keepFile(
  db: Writer,
  safeguard: string,
  file: AcceptedFile,
  by: { readonly at: Date; readonly actor: string },
): Promise<string> {
  const known = await db
    .selectFrom('evidence_file')
    .select('id')
    .where('safeguard_id', '=', safeguard)
    .where('digest', '=', file.digest)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const { id } = await db
    .insertInto('evidence_file')
    .values({
      safeguard_id: safeguard,
      name: file.name,
      media_type: file.mediaType,
      size: file.size,
      digest: file.digest,
      bytes: file.bytes,
      added_at: by.at,
      actor: by.actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteFiles(db: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('evidence_file').where('id', 'in', ids).execute();
}
