import { z } from 'zod';
import { usualLimits } from '../../oscal/read/refusal.ts';

const largestContent = Math.ceil(usualLimits.bytes / 3) * 4;

/** A document in a request. The name says where others look for it, and in an answer which one is meant. */
export const documentInput = z.strictObject({
  name: z.string().min(1).max(400).describe('Its path, by which other documents of the request name it'),
  content: z.string().min(1).max(largestContent).describe('JSON, YAML or XML in base64, at most 64 MB of it'),
});
/** A document in a request. */
export type DocumentInput = z.infer<typeof documentInput>;

/** The largest request: one document of the largest size, with room for the words around it. */
export const largestRequestBytes = largestContent + 100_000;
