import type { Writer } from '../../platform/db/database.ts';
import { json, type StoredRating } from '../../platform/db/tables.ts';

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
  return row?.version;
}

export type RatingRow = {
  readonly safeguard_id: string;
  readonly rating: StoredRating;
  readonly reason: string | null;
  readonly owner: string | null;
  readonly note: string | null;
  readonly evidence: unknown;
  readonly rated_on: string | null;
  readonly version: number;
};

export const readRatingRows = (db: Writer): Promise<readonly RatingRow[]> =>
  db
    .selectFrom('rating')
    .select(['safeguard_id', 'rating', 'reason', 'owner', 'note', 'evidence', 'rated_on', 'version'])
    .orderBy('safeguard_id')
    .execute();

export type NewRating = Omit<RatingRow, 'version' | 'evidence'> & { readonly evidence: object };

/** Writes all ratings in one statement; each new one raises its version. */
export async function writeRatingRows(db: Writer, ratings: readonly NewRating[], at: Date): Promise<void> {
  if (ratings.length === 0) return;
  await db
    .insertInto('rating')
    .values(
      ratings.map(({ evidence, ...rating }) => ({ ...rating, evidence: json(evidence), version: 1, updated_at: at })),
    )
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'safeguard_id']).doUpdateSet((row) => ({
        rating: row.ref('excluded.rating'),
        reason: row.ref('excluded.reason'),
        owner: row.ref('excluded.owner'),
        note: row.ref('excluded.note'),
        evidence: row.ref('excluded.evidence'),
        rated_on: row.ref('excluded.rated_on'),
        version: row('rating.version', '+', 1),
        updated_at: at,
      })),
    )
    .execute();
}

/** "Unknown" again: the rating goes, its history stays in the audit trail. */
export async function deleteRatingRows(db: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('rating').where('safeguard_id', 'in', ids).execute();
}

/** The ratings of a whole profile: what it does not name is no longer rated. */
export async function replaceRatingRows(db: Writer, ratings: readonly NewRating[], at: Date): Promise<void> {
  const kept = ratings.map(({ safeguard_id }) => safeguard_id);
  const others = db.deleteFrom('rating').$if(kept.length > 0, (rest) => rest.where('safeguard_id', 'not in', kept));
  await Promise.all([others.execute(), writeRatingRows(db, ratings, at)]);
}
