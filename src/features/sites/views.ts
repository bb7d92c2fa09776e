import { z } from 'zod';
import { levels } from '../../core/snapshot/spread.ts';
import { ratingWords } from '../../library/profile-schema.ts';

export const siteView = z.object({
  id: z.string(),
  name: z.string(),
  /** What a change of the name must name, so that it does not overwrite another. */
  version: z.number().int(),
});
export type SiteView = z.infer<typeof siteView>;

const rating = z.enum(ratingWords);
const spreadView = z.object({
  counts: z.record(rating, z.number().int()),
  /** Lowest and highest known rating; null where none is known. */
  worst: z.enum(levels).nullable(),
  best: z.enum(levels).nullable(),
});
export type SpreadView = z.infer<typeof spreadView>;

export const sitesView = z.object({
  sites: z.array(siteView),
  mostSites: z.number().int(),
  /** Whether who asks may add, name and rate; and whether take away. */
  mayRate: z.boolean(),
  mayRemove: z.boolean(),
  /** The minimum set, then its parts by domain; `sites` in the order of the sites. */
  heads: z.array(
    z.object({
      id: z.string(),
      /** Null: the minimum set. */
      title: z.string().nullable(),
      organisation: spreadView,
      sites: z.array(spreadView),
    }),
  ),
  /** Each safeguard that some site rates. */
  worst: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      language: z.string().optional(),
      organisation: rating,
      worst: z.enum(levels),
      sites: z.array(z.string()),
      isDifferent: z.boolean(),
    }),
  ),
});
export type SitesView = z.infer<typeof sitesView>;

const siteRating = { rating, reason: z.string().nullable(), version: z.number().int() };

export const siteRatingView = z.object({ id: z.string(), ...siteRating });
export type SiteRatingView = z.infer<typeof siteRatingView>;

export const siteSheetView = siteView.extend({
  mayRate: z.boolean(),
  domains: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      rows: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          language: z.string().optional(),
          /** What the organisation says of itself. */
          organisation: rating,
          ...siteRating,
        }),
      ),
    }),
  ),
});
export type SiteSheetView = z.infer<typeof siteSheetView>;
