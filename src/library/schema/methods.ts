import { z } from 'zod';
import type { Method } from '../../core/content/method.ts';
import { contentKinds } from '../../core/content/content.ts';
import { sizeClasses, tiers } from '../../core/content/safeguard.ts';
import { isoDate, text, verification } from './parts.ts';

const share = z.number().min(0).max(1);

const ranking = z.strictObject({
  id: text,
  kind: z.literal('ranking'),
  title: text,
  weights: z
    .strictObject({ risk: share, duty: share, agreed: share })
    .refine((weights) => Math.abs(weights.risk + weights.duty + weights.agreed - 1) < 1e-9, { error: 'must sum to 1' }),
  force: z.strictObject({
    bindingNow: share,
    within12Months: share,
    later: share,
    sectorScheme: share,
    needsAnswer: share,
    recommended: share,
    benchmark: share,
  }),
  unnamedDutyFactor: share,
  agreedWithoutList: share,
  leastDays: z.number().positive(),
  dayRateEur: z.number().positive(),
  remainderShare: share,
  weightSwing: share,
  sourceYear: text,
  verification,
});

const tierRow = z.strictObject({
  form: z.enum(['practice', 'provider', 'laboratory', 'contact_point', 'national_body', 'eu_body', 'supplier']),
  size: z.enum([...sizeClasses, 'any']),
  tier: z.enum(tiers),
  because: text,
});

const tierMethod = z.strictObject({
  id: text,
  kind: z.literal('tiers'),
  title: text,
  status: z.enum(['proposed', 'adopted']),
  by: text,
  date: isoDate,
  rows: z.array(tierRow).min(1),
  verification,
});

const reviewMethod = z.strictObject({
  id: text,
  kind: z.literal('review'),
  title: text,
  rows: z.array(z.strictObject({ kind: z.enum(contentKinds), months: z.number().int().min(1), because: text })).min(1),
  verification,
});

export const methodSchema = z.discriminatedUnion('kind', [
  ranking,
  tierMethod,
  reviewMethod,
]) satisfies z.ZodType<Method>;
