import { z } from 'zod';
import type { Chapter } from '../../core/content/chapter.ts';
import { roleIds } from '../../core/content/ids.ts';
import { chapterId, complete, documentId, roleId, text, topicId, verification } from './parts.ts';

const forRole = z.strictObject({
  why: text,
  decide: z.array(text).min(1).max(4),
  actions: z.array(text).min(3).max(7),
  questions: z.array(text).min(1),
  mistakes: z.array(text).min(1),
});

export const chapterSchema = z.strictObject({
  id: chapterId,
  number: z.number().int().min(1).max(17),
  title: text,
  topics: z.array(topicId).min(1),
  origin: z.enum(['original', 'added']),
  purpose: text,
  facts: z.array(text).min(1),
  good: text,
  roles: complete(roleIds, forRole),
  read: z.array(z.strictObject({ document: documentId, why: text, roles: z.array(roleId).min(1) })).min(1),
  evidence: z
    .array(z.strictObject({ what: text, proves: text, keptBy: roleId, renewMonths: z.number().int().min(1).max(120) }))
    .min(1),
  verification,
}) satisfies z.ZodType<Chapter>;
