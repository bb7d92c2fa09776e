import { z } from 'zod';
import { documentKinds, documentRelations, type Document } from '../../core/content/document.ts';
import { chapterId, documentId, isoDate, roleId, text, topicId, url, verification } from './parts.ts';

export const documentSchema = z.strictObject({
  id: documentId,
  title: text,
  shortTitle: text,
  publisher: text,
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'must be a year, a month or a day' })
    .nullable(),
  kind: z.enum(documentKinds),
  url,
  audience: z.array(roleId).min(1),
  topics: z.array(topicId).min(1),
  chapters: z.array(chapterId).min(1),
  status: z.enum(['in-force', 'in-steps', 'in-use', 'proposed', 'superseded', 'repealed', 'historical', 'closed']),
  statusNote: text.optional(),
  identifiers: z.record(z.string(), z.string()),
  supersededBy: documentId.optional(),
  relations: z
    .array(z.strictObject({ as: z.enum(documentRelations), to: documentId }))
    .min(1)
    .optional(),
  lifecycle: z.array(z.strictObject({ date: isoDate, event: text })),
  purpose: text,
  note: text.optional(),
  verification,
}) satisfies z.ZodType<Document>;
