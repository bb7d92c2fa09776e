import { sql } from 'kysely';
import type { RatingWord } from '../../core/profile/rating-state.ts';
import { isSameName } from '../../core/snapshot/named.ts';
import type { Writer } from '../../platform/db/database.ts';

export type SiteRow = { readonly id: string; readonly name: string; readonly version: number };

/** In the order in which they were added: the main house comes first. */
export const readSites = (db: Writer): Promise<readonly SiteRow[]> =>
  db.selectFrom('site').select(['id', 'name', 'version']).orderBy('created_at').orderBy('name').execute();

/** Until the transaction ends nobody else adds or names a site of this organisation. */
async function lockSites(db: Writer): Promise<void> {
  await db.selectFrom('organisation').select('id').forNoKeyUpdate().execute();
}

/** By the rule of the index, and by ours, which knows final forms of letters. */
const isNameTaken = async (db: Writer, name: string, besides: string | null): Promise<boolean> =>
  (await db
    .selectFrom('site')
    .select('id')
    .where(sql`lower(name)`, '=', sql`lower(${name})`)
    .$if(besides !== null, (query) => query.where('id', '!=', besides ?? ''))
    .executeTakeFirst()) !== undefined ||
  (await readSites(db)).some((site) => site.id !== besides && isSameName(site.name, name));

export type NotAdded = 'name_taken' | 'too_many';

/** Adds a site, or says why it cannot. */
export async function insertSite(
  db: Writer,
  { name, at, most }: { readonly name: string; readonly at: Date; readonly most: number },
): Promise<SiteRow | NotAdded> {
  await lockSites(db);
  if (await isNameTaken(db, name, null)) return 'name_taken';
  if ((await readSites(db)).length >= most) return 'too_many';
  return db
    .insertInto('site')
    .values({ name, version: 1, created_at: at, updated_at: at })
    .returning(['id', 'name', 'version'])
    .executeTakeFirstOrThrow();
}

/** Gives a site another name, if nobody changed it since `expected`. */
export async function renameSite(
  db: Writer,
  { id, version }: Pick<SiteRow, 'id' | 'version'>,
  name: string,
  at: Date,
): Promise<SiteRow | 'name_taken' | 'stale'> {
  await lockSites(db);
  if (await isNameTaken(db, name, id)) return 'name_taken';
  const row = await db
    .updateTable('site')
    .set({ name, version: version + 1, updated_at: at })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning(['id', 'name', 'version'])
    .executeTakeFirst();
  return row ?? 'stale';
}

/** Its ratings go with it; answers whether there was one. */
export async function deleteSite(db: Writer, id: string): Promise<true | undefined> {
  const { numDeletedRows } = await db.deleteFrom('site').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n ? true : undefined;
}

export type SiteRatingRow = {
  readonly site_id: string;
  readonly safeguard_id: string;
  readonly rating: RatingWord;
  readonly reason: string | null;
  readonly version: number;
  readonly updated_at: Date;
};

const ratings = (db: Writer) =>
  db
    .selectFrom('site_rating')
    .select(['site_id', 'safeguard_id', 'rating', 'reason', 'version', 'updated_at'])
    .orderBy('safeguard_id');

/** Of all sites. */
export const readSiteRatings = (db: Writer): Promise<readonly SiteRatingRow[]> => ratings(db).execute();

export const readRatingsAt = (db: Writer, site: string): Promise<readonly SiteRatingRow[]> =>
  ratings(db).where('site_id', '=', site).execute();

export type NewSiteRating = Pick<SiteRatingRow, 'site_id' | 'safeguard_id' | 'rating' | 'reason'> & {
  readonly at: Date;
  readonly actor: string;
};

/** Writes one rating if nobody changed it since `expected`, or says why it did not. */
export async function writeSiteRating(
  db: Writer,
  { at, actor, ...said }: NewSiteRating,
  expected: number,
): Promise<SiteRatingRow | 'stale' | 'no_site'> {
  // A site that is taken away meanwhile waits for this.
  const site = await db.selectFrom('site').select('id').where('id', '=', said.site_id).forKeyShare().executeTakeFirst();
  if (site === undefined) return 'no_site';
  const row = await db
    .insertInto('site_rating')
    .values({ ...said, version: 1, updated_at: at, changed_by: actor })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'site_id', 'safeguard_id'])
        .doUpdateSet({
          rating: said.rating,
          reason: said.reason,
          version: (stored) => stored('site_rating.version', '+', 1),
          updated_at: at,
          changed_by: actor,
        })
        .where('site_rating.version', '=', expected),
    )
    .returning(['site_id', 'safeguard_id', 'rating', 'reason', 'version', 'updated_at'])
    .executeTakeFirst();
  return row ?? 'stale';
}
