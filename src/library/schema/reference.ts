import { z } from 'zod';
import type { AssetGroup, Role, Statistic, Threat, Topic } from '../../core/content/reference.ts';
import {
  assetGroupId,
  chapterId,
  documentId,
  roleId,
  statisticId,
  text,
  threatId,
  topicId,
  url,
  verification,
} from './parts.ts';

export const topicSchema = z.strictObject({
  id: topicId,
  title: text,
  definition: text,
  chapter: chapterId,
  verification,
}) satisfies z.ZodType<Topic>;

export const threatSchema = z.strictObject({
  id: threatId,
  title: text,
  group: z.enum(['malicious', 'human', 'system', 'supplier', 'natural']),
  description: text,
  weight: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('counted'),
      sharePercent: z.number().positive().max(100),
      statistic: statisticId,
    }),
    z.strictObject({ kind: z.literal('remainder'), part: z.number().positive().max(1) }),
  ]),
  scaledBy: z.array(
    z.strictObject({
      when: z.string().regex(/^(service|technology):[a-z_]+$/, { error: 'must be service:… or technology:…' }),
      factor: z.number().min(0.25).max(4),
      because: text,
    }),
  ),
  assetGroups: z.array(assetGroupId),
  verification,
}) satisfies z.ZodType<Threat>;

export const assetGroupSchema = z.strictObject({
  id: assetGroupId,
  title: text,
  examples: z.array(text).min(1),
  ifDown: text,
  verification,
}) satisfies z.ZodType<AssetGroup>;

export const roleSchema = z.strictObject({
  id: roleId,
  title: text,
  asks: text,
  fits: z.array(z.enum(['hospital', 'practice', 'national_body', 'eu_body', 'supplier'])).min(1),
  verification,
}) satisfies z.ZodType<Role>;

export const statisticSchema = z.strictObject({
  id: statisticId,
  figure: text,
  year: text,
  publisher: text,
  document: documentId.optional(),
  url,
  caution: text.optional(),
  verification,
}) satisfies z.ZodType<Statistic>;
