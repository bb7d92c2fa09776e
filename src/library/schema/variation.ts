import { z } from 'zod';
import { askings, type Variation } from '../../core/content/variation.ts';
import { countryCode, documentId, safeguardId, text, verification } from './parts.ts';

const asking = z.enum(askings);

const clause = z.strictObject({
  cite: text,
  asks: text,
  safeguards: z.array(safeguardId).min(1),
  asking: asking.optional(),
});

export const variationSchema = z.strictObject({
  id: countryCode,
  isWhole: z.boolean(),
  texts: z
    .array(z.strictObject({ document: documentId, asking, whom: text, clauses: z.array(clause).min(1), verification }))
    .min(1),
  verification,
}) satisfies z.ZodType<Variation>;
