import { z } from 'zod';
import type { Condition, ObligationRule } from '../../core/content/obligation-rule.ts';
import { countryCode, documentId, isoDate, obligationId, requirementRef, text, verification } from './parts.ts';

const recordTest = z.union([
  z.strictObject({ field: text, is: text }),
  z.strictObject({ field: text, notBefore: isoDate }),
]);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.string().regex(/^[a-z0-9_]+$/, { error: 'must name a predicate' }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({ fact: text, is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ fact: text, in: z.array(z.string()).min(1) }),
    z.strictObject({ fact: text, atLeast: z.number() }),
    z.strictObject({ fact: text, has: z.union([z.literal('any'), z.strictObject({ field: text, is: text })]) }),
    z.strictObject({ fact: text, record: z.array(recordTest).min(1) }),
  ]),
);

const force = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('national_act') }),
  z.strictObject({
    kind: z.literal('fixed'),
    force: z.enum(['binding_now', 'sector_scheme', 'recommended', 'benchmark', 'does_not_apply']),
  }),
  z.strictObject({ kind: z.literal('dated'), from: isoDate }),
  z.strictObject({ kind: z.literal('after_fact'), fact: text, months: z.number().int().positive().max(120) }),
]);

const ruleCase = z.strictObject({
  when: condition,
  force,
  reason: text,
  cite: text,
  contested: z.boolean().optional(),
  verification: verification.optional(),
});

export const obligationSchema = z.strictObject({
  id: obligationId,
  title: text,
  sentence: text,
  document: documentId,
  cite: text,
  country: countryCode.optional(),
  requirements: z.array(requirementRef),
  validFrom: isoDate.optional(),
  validTo: isoDate.optional(),
  order: z.number().int(),
  onEvent: z.boolean(),
  ifUnknown: text.optional(),
  cases: z.array(ruleCase).min(1),
  verification,
}) satisfies z.ZodType<ObligationRule>;
