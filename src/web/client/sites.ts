import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Result } from '../../core/base.ts';
import type { RatingWord } from '../../core/profile/rating-state.ts';
import type { MatrixRow, WorstSite } from '../../core/snapshot/spread.ts';
import { ask, askOrThrow, type Failure, type Question } from './ask.ts';

export type Site = { readonly id: string; readonly name: string; readonly version: number };

/** The sites, how far each is, and where one differs from what the organisation says of itself. */
export type Sites = {
  readonly sites: readonly Site[];
  readonly mostSites: number;
  readonly mayRate: boolean;
  readonly mayRemove: boolean;
  readonly heads: readonly MatrixRow[];
  readonly worst: readonly WorstSite[];
};

/** Its key is under the profile, whose ratings stand beside those of the sites. */
export const sitesQuery = queryOptions({
  queryKey: ['profile', 'sites'],
  queryFn: ({ signal }) => askOrThrow<Sites>({ method: 'GET', path: '/api/sites', signal, isSpoken: true }),
});

/** One rating at a site; `version` 0 before anything was said. */
export type SiteRating = {
  readonly id: string;
  readonly rating: RatingWord;
  readonly reason: string | null;
  readonly version: number;
};
export type SiteRow = SiteRating & {
  readonly title: string;
  readonly language?: string;
  readonly organisation: RatingWord;
};

/** A site with the minimum set as it is there. */
export type SiteSheet = Site & {
  readonly mayRate: boolean;
  readonly domains: readonly { readonly id: string; readonly title: string; readonly rows: readonly SiteRow[] }[];
};

const sheetKey = (site: string) => ['profile', 'site', site] as const;

export const siteQuery = (site: string) =>
  queryOptions({
    queryKey: sheetKey(site),
    queryFn: ({ signal }) =>
      askOrThrow<SiteSheet>({ method: 'GET', path: `/api/sites/${encodeURIComponent(site)}`, signal, isSpoken: true }),
    retry: false,
  });

/** Asks for a change, and lets what was read of the sites be read again. */
async function change(client: QueryClient, question: Question): Promise<Result<unknown, Failure>> {
  const answer = await ask(question);
  await client.invalidateQueries({ queryKey: ['profile', 'sites'] });
  return answer;
}

export const addSite = (client: QueryClient, name: string) =>
  change(client, { method: 'POST', path: '/api/sites', body: { name } });

export const renameSite = (client: QueryClient, { id, version }: Site, name: string) =>
  change(client, { method: 'PATCH', path: `/api/sites/${id}`, body: { name, version } });

export const removeSite = (client: QueryClient, { id }: Site) =>
  change(client, { method: 'DELETE', path: `/api/sites/${id}` });

/** Why a rating was refused; with what stands there now, where someone else was first. */
export type SiteRatingFailure = Failure & { readonly stored?: SiteRating };

/** Stores a rating made on the version that its author saw, and shows it in the sheet at once. */
export async function rateAtSite(
  client: QueryClient,
  site: string,
  { id, ...said }: SiteRating,
): Promise<Result<SiteRating, SiteRatingFailure>> {
  const path = `/api/sites/${encodeURIComponent(site)}/ratings/${id}`;
  const answer = await ask<SiteRating>({ method: 'PUT', path, body: said });
  if (answer.ok) showInSheet(client, site, answer.value);
  void client.invalidateQueries({ queryKey: ['profile', 'sites'], refetchType: 'none' });
  return answer;
}

/** Puts what is stored into the sheet that was read before. */
export function showInSheet(client: QueryClient, site: string, { id, rating, reason, version }: SiteRating): void {
  client.setQueryData<SiteSheet>(sheetKey(site), (sheet) =>
    sheet === undefined
      ? sheet
      : {
          ...sheet,
          domains: sheet.domains.map((domain) => ({
            ...domain,
            rows: domain.rows.map((row) => (row.id === id ? { ...row, rating, reason, version } : row)),
          })),
        },
  );
}
