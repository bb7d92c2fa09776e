import { z } from 'zod';
import { stages } from '../../core/content/shared.ts';
import type { Practice, PipelineLaw, Term } from '../../core/content/shared.ts';
import {
  chapterId,
  countryCode,
  documentId,
  isoDate,
  practiceId,
  pipelineId,
  requirementRef,
  safeguardId,
  termId,
  text,
  url,
  verification,
} from './parts.ts';

export const practiceSchema = z.strictObject({
  id: practiceId,
  title: text,
  country: countryCode,
  by: text,
  sharedOn: isoDate,
  answers: requirementRef.optional(),
  gist: text,
  evidence: z.array(text).min(1),
  use: text,
  safeguards: z.array(safeguardId).min(1),
  chapters: z.array(chapterId).min(1),
  verification,
}) satisfies z.ZodType<Practice>;

export const pipelineSchema = z.strictObject({
  id: pipelineId,
  title: text,
  stage: z.enum(stages),
  stageNote: text,
  seenOn: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/, { error: 'must be a month or a day such as 2026-10' }),
  effect: text,
  countries: z.array(countryCode).min(1).optional(),
  documents: z.array(documentId),
  chapters: z.array(chapterId).min(1),
  url,
  verification,
}) satisfies z.ZodType<PipelineLaw>;

export const termSchema = z.strictObject({
  id: termId,
  title: text,
  also: z.array(text),
  meaning: text,
  verification,
}) satisfies z.ZodType<Term>;
