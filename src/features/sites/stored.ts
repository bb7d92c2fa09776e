/** Sites: where an organisation works, and how far each place is. What the organisation says of itself is not theirs to change. */
import { analyse } from '../../core/analysis.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { standingOf, type Standing, type StoodSite } from '../../core/snapshot/standing.ts';
import type { Library } from '../../library/library.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { weightsFor } from '../settings/stored.ts';
import { readSiteRatings, readSites, type SiteRow } from './queries.ts';

/** How the organisation and its sites stand now; `profile` is the stored one. */
export async function standingNow(
  context: ActionContext<Services>,
  profile: Profile,
  { content }: Pick<Library, 'content'> = context.services.library,
): Promise<{ readonly standing: Standing; readonly sites: readonly SiteRow[] }> {
  const [weights, { sites, stood }] = [await weightsFor(context), await storedSites(context)];
  const { ranking } = analyse(profile, content, context.today as IsoDate, weights);
  return { sites, standing: standingOf({ profile, ranking, content, sites: stood }) };
}

async function storedSites({ store }: ActionContext<Services>) {
  const [sites, rows] = await store.read(async (db) => [await readSites(db), await readSiteRatings(db)] as const);
  const stood = sites.map(({ id, name }): StoodSite => ({
    id,
    name,
    ratings: Object.fromEntries(
      rows
        .filter(({ site_id, rating }) => site_id === id && rating !== 'unknown')
        .map(({ safeguard_id, rating }) => [safeguard_id, rating]),
    ),
  }));
  return { sites, stood };
}
