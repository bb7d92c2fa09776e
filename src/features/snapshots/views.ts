import { z } from 'zod';
import { tiers } from '../../core/content/safeguard.ts';
import { changeKinds, type Comparison } from '../../core/snapshot/compare.ts';
import { levels } from '../../core/snapshot/spread.ts';
import type { Standing } from '../../core/snapshot/standing.ts';
import { ratingWords } from '../../library/profile-schema.ts';
import type { SnapshotFacts } from './queries.ts';

const rating = z.enum(ratingWords);
const counts = z.record(rating, z.number().int());
const named = z.object({ id: z.string(), title: z.string() });

/** What a snapshot holds, as it is stored and shown. */
export const standingSchema = z.object({
  tier: z.enum(tiers),
  domains: z.array(named),
  safeguards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      domain: z.string(),
      inMinimumSet: z.boolean(),
      rating,
      reason: z.string().nullable(),
    }),
  ),
  sites: z.array(z.object({ id: z.string(), name: z.string(), ratings: z.record(z.string(), rating) })),
  firstTen: z.array(named),
});
type StandingView = z.infer<typeof standingSchema>;

/** A copy that may be handed out: views are lists that anyone may change. */
export const viewStanding = ({ tier, domains, safeguards, sites, firstTen }: Standing): StandingView => ({
  tier,
  domains: [...domains],
  safeguards: [...safeguards],
  sites: sites.map((site) => ({ ...site, ratings: { ...site.ratings } })),
  firstTen: [...firstTen],
});

/** Counted once, when it was taken. */
export const countsSchema = z.object({ all: counts, minimumSet: counts });

const factsShape = {
  id: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  day: z.string(),
  takenAt: z.string(),
  /** SHA-256 of the content and of the profile that it was taken with. */
  contentDigest: z.string(),
  profileDigest: z.string(),
  counts: countsSchema,
};
export const factsView = z.object(factsShape);
export type FactsView = z.infer<typeof factsView>;

export const viewFacts = (row: SnapshotFacts): FactsView => ({
  id: row.id,
  name: row.name,
  note: row.note,
  day: row.day,
  takenAt: row.taken_at.toISOString(),
  contentDigest: row.content_digest,
  profileDigest: row.profile_digest,
  counts: countsSchema.parse(row.counts),
});

export const listView = z.object({
  snapshots: z.array(factsView),
  mostSnapshots: z.number().int(),
  /** Whether who asks may take one, and take one away. */
  mayTake: z.boolean(),
  mayRemove: z.boolean(),
});
export type ListView = z.infer<typeof listView>;

export const snapshotView = z.object({ ...factsShape, standing: standingSchema });
export type SnapshotView = z.infer<typeof snapshotView>;

const sideView = z.object({
  /** Null: now. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  day: z.string(),
  contentDigest: z.string(),
  profileDigest: z.string(),
});
const pairOf = (value: z.ZodType) => ({ before: value.nullable(), after: value.nullable() });
const change = z.object({
  id: z.string(),
  title: z.string(),
  language: z.string().optional(),
  ...pairOf(rating),
  reason: z.string().nullable(),
});
const spread = z.object({ counts, worst: z.enum(levels).nullable(), best: z.enum(levels).nullable() });

/** A comparison as core makes it, with its two sides. */
export const comparisonView = z.object({
  from: sideView,
  to: sideView,
  contentChanged: z.boolean(),
  tier: z.object({ before: z.enum(tiers), after: z.enum(tiers) }),
  all: z.object({ before: counts, after: counts }),
  heads: z.array(z.object({ id: z.string(), title: z.string().nullable(), ...pairOf(counts) })),
  changes: z.record(z.enum(changeKinds), z.array(change)),
  sites: z.array(z.object({ id: z.string(), name: z.string(), ...pairOf(spread) })),
  firstTen: z.array(change),
}) as unknown as z.ZodType<ComparisonView>;

export type SideView = z.infer<typeof sideView>;
export type ComparisonView = Comparison & { readonly from: SideView; readonly to: SideView };
