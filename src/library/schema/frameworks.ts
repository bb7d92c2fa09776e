import { z } from 'zod';
import type { Framework } from '../../core/content/framework.ts';
import { documentId, frameworkId, text, verification } from './parts.ts';

const requirement = z.strictObject({
  id: z.string().min(1).max(40),
  parent: z.string().min(1).max(40).optional(),
  cite: text,
  title: text,
  untouchedBecause: text.optional(),
  also: text.optional(),
  verification: verification.optional(),
});

export const frameworkSchema = z.strictObject({
  id: frameworkId,
  title: text,
  shortTitle: text,
  document: documentId,
  edition: text,
  titles: z.enum(['official', 'own-labels']),
  note: text.optional(),
  requirements: z.array(requirement).min(1),
  verification,
}) satisfies z.ZodType<Framework>;
