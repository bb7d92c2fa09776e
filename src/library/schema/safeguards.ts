import { z } from 'zod';
import { roleIds } from '../../core/content/ids.ts';
import type { Concern, Safeguard } from '../../core/content/safeguard.ts';
import { tiers } from '../../core/content/safeguard.ts';
import {
  bySize,
  chapterId,
  complete,
  isoDate,
  obligationId,
  requirementRef,
  roleId,
  safeguardId,
  text,
  threatId,
  topicId,
  verification,
} from './parts.ts';

const mapping = z.strictObject({
  to: requirementRef,
  relation: z.enum(['equal', 'subset-of', 'superset-of', 'intersects-with']),
  because: text,
});
/** Names are those of facts; the rule `concerns-are-known` holds them to the table. */
const concern = z.string().regex(/^(?:service|technology|form):[a-z_]+$/, {
  error: 'must be such as service:dialysis, technology:cloud_services or form:contact_point',
}) as unknown as z.ZodType<Concern>;
const threatLink = z.strictObject({
  id: threatId,
  strength: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  because: text,
});

export const safeguardSchema = z.strictObject({
  id: safeguardId,
  title: text,
  spine: z.string().regex(/^\d\.\d\.\d$/, { error: 'must be a measure of the spine such as "2.4.2"' }),
  tier: z.enum(tiers),
  tierBecause: text,
  concerns: z.array(concern).min(1).optional(),
  dimension: z.array(z.enum(['people', 'process', 'technology'])).min(1),
  topic: topicId,
  chapters: z.array(chapterId).min(1),
  phase: z.enum(['plan', 'acquire', 'operate', 'respond', 'retire']),
  namedDuties: z.array(obligationId),
  what: text,
  whyItMatters: z.strictObject({ patients: text, also: text.optional() }),
  how: z.array(text).min(3),
  doneWhen: z.strictObject({ partially: text, largely: text, fully: text }),
  evidence: z.array(text).min(1),
  measure: text,
  pitfalls: z.array(text).min(1),
  roles: z.strictObject({
    accountable: roleId,
    responsible: z.array(roleId).min(1),
    consulted: z.array(roleId),
    informed: z.array(roleId),
  }),
  forRoles: complete(roleIds, text),
  decision: z.strictObject({ ifNothing: text, effect: text }),
  effortDays: bySize,
  costEur: bySize,
  costNote: text,
  needs: z.array(safeguardId),
  threats: z.array(threatLink).min(1),
  mappings: z.array(mapping).min(3),
  verification,
  review: z.strictObject({ on: isoDate, note: text }).optional(),
}) satisfies z.ZodType<Safeguard>;
