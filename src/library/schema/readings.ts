import { z } from 'zod';
import { supports, type SecondReading } from '../../core/content/second-reading.ts';
import { chapterId, isoDate, text, verification } from './parts.ts';

const readSentence = z.strictObject({
  sentence: text,
  verdict: z.enum(supports),
  textRead: text,
  note: text,
  on: isoDate,
});

export const secondReadingSchema = z.strictObject({
  id: chapterId,
  readings: z.array(readSentence).min(1),
  verification,
}) satisfies z.ZodType<SecondReading>;
