import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { readDocument, type Document } from '../../oscal/read/read.ts';
import { usualLimits } from '../../oscal/read/refusal.ts';
import type { Failure } from '../../platform/action.ts';
import { bytesOfBase64 } from '../../platform/files/accept-file.ts';

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

/** Reads a document of a request. */
export function documentOf({ name, content }: DocumentInput): Result<Document, Failure> {
  const bytes = bytesOfBase64(content);
  if (bytes === null)
    return fail({ kind: 'invalid_input', message: `Cannot read "${name}": its content is no base64` });
  const read = readDocument(bytes);
  if (read.ok) return ok(read.value);
  const { code, at, message } = read.error;
  return fail({
    kind: code === 'too_large' ? 'too_large' : 'unreadable_file',
    message: `Cannot read "${name}" as OSCAL`,
    details: [{ path: at, message }],
  });
}
