import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { ratingTexts, ratingWords } from '../../library/profile-schema.ts';
import { safeguardId, versionInput } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure, Given } from '../../platform/action.ts';
import { findSite, siteName } from './find-site.ts';
import { readRatingsAt, writeSiteRating, type SiteRatingRow, type SiteRow } from './queries.ts';
import type { SiteRatingView } from './views.ts';

type Context = ActionContext<Services>;

export const rateInput = z.strictObject({
  site: siteName,
  id: safeguardId,
  rating: z.enum(ratingWords),
  reason: ratingTexts.reason.nullish(),
  version: versionInput.optional(),
});
type RateInput = z.infer<typeof rateInput>;

export const rateArguments = ({ args: [site, id, rating], options }: Given) => ({
  site,
  id,
  rating,
  ...(options['reason'] === undefined ? {} : { reason: options['reason'] }),
  ...(options['ifVersion'] === undefined ? {} : { version: Number(options['ifVersion']) }),
});

/** Rates one safeguard at one site, unless someone changed it since the version that its author saw. */
export async function rateAt(context: Context, input: RateInput): Promise<Result<SiteRatingView, Failure>> {
  const problem = problemIn(context, input);
  if (problem !== null) return fail(problem);
  const site = await findSite(context, input.site);
  if (!site.ok) return site;
  const before = await ratingAt(context, site.value.id, input.id);
  return write(context, input, site.value, before);
}

async function write(
  context: Context,
  { id, rating, reason, version }: RateInput,
  site: SiteRow,
  before: SiteRatingView,
): Promise<Result<SiteRatingView, Failure>> {
  let problem: 'stale' | 'no_site' = 'stale';
  const said = {
    site_id: site.id,
    safeguard_id: id,
    rating,
    reason: rating === 'not_applicable' ? (reason ?? null) : null,
  };
  const note = {
    action: 'sites.rate',
    object: `site/${site.id}/safeguard/${id}`,
    detail: { before: before.rating, rating },
  };
  const written = await context.store.attempt(note, async (db) => {
    const row = await writeSiteRating(
      db,
      { ...said, at: context.now(), actor: context.actor },
      version ?? before.version,
    );
    if (typeof row !== 'string') return row;
    problem = row;
    return undefined;
  });
  if (written !== undefined) return ok(viewRow(written));
  return fail(problem === 'stale' ? conflict(site, rating, await ratingAt(context, site.id, id)) : siteGone(site));
}

const viewRow = ({ safeguard_id, rating, reason, version }: SiteRatingRow): SiteRatingView => ({
  id: safeguard_id,
  rating,
  reason,
  version,
});

async function ratingAt({ store }: Context, site: string, id: string): Promise<SiteRatingView> {
  const row = (await store.read((db) => readRatingsAt(db, site))).find(({ safeguard_id }) => safeguard_id === id);
  return row === undefined ? { id, rating: 'unknown', reason: null, version: 0 } : viewRow(row);
}

function problemIn({ services: { library } }: Context, { id, rating, reason }: RateInput): Failure | null {
  if (!library.safeguardIds.includes(id))
    return {
      kind: 'not_found',
      message: `Cannot rate "${id}": no such safeguard. "theriac library list safeguards" names the ids.`,
    };
  if (rating !== 'not_applicable' || (reason !== null && reason !== undefined)) return null;
  return {
    kind: 'invalid_ratings',
    message: `Cannot rate ${id}. Nothing was changed.`,
    details: [{ path: 'reason', message: 'Not applicable needs a reason: add "reason"' }],
  };
}

const siteGone = ({ name }: SiteRow): Failure => ({
  kind: 'not_found',
  message: `The site "${name}" was taken away in the meantime.`,
});

/** A refusal that carries what stands there now: nothing was overwritten. */
const conflict = (
  { name }: SiteRow,
  yours: string,
  stored: SiteRatingView,
): Failure & { readonly stored: SiteRatingView } => ({
  kind: 'conflict',
  message: `${stored.id} at "${name}" was changed in the meantime. Nothing was overwritten: look at both, then decide.`,
  details: [
    { path: 'rating', message: `yours: "${yours}"; stored: "${stored.rating}"` },
    { path: 'version', message: `stored: ${stored.version}` },
  ],
  stored,
});
