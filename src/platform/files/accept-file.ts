/**
 * Files that people hand in: what may be kept is decided by their content, never by what a browser says of them. Nothing
 * here opens, unpacks or runs a file.
 */
import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../core/base.ts';
import type { Failure } from '../action.ts';
import { officeType } from './office-type.ts';
import { foreignSignature, startsWith } from './signatures.ts';
import { textProblem } from './text-problem.ts';

/** The largest file that is kept. */
export const largestFileBytes = 10_000_000;
/** Such a file as base64 in JSON, with room for what is said beside it. */
export const largestUploadBytes = 13_400_000;

/** A file as it may be kept. */
export type AcceptedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  readonly bytes: Uint8Array;
};

/** Why a file is refused; a key for words, beside the sentence. */
export type Refusal =
  | 'empty'
  | 'program'
  | 'markup'
  | 'script'
  | 'archive'
  | 'macros'
  | 'old_office'
  | 'other_image'
  | 'damaged'
  | 'not_utf8'
  | 'name'
  | 'unknown';

const allowed = 'PDF, PNG, JPEG, DOCX, XLSX, ODT, and plain text or CSV in UTF-8';

/** What a name may end in, by what the content is. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'text/plain': ['txt', 'csv', 'tsv', 'log', 'md'],
};

/** Checks size, content and name of a file, in this order. */
export function acceptFile(givenName: string, bytes: Uint8Array): Result<AcceptedFile, Failure> {
  const name = plainName(givenName);
  if (bytes.length > largestFileBytes)
    return fail({
      kind: 'too_large',
      message: `Cannot keep "${name}": it has ${bytes.length} bytes, at most ${largestFileBytes} are kept`,
    });
  const type = contentType(bytes);
  if (!type.ok) return fail(refused(name, type.error));
  const ending = /\.([^.]+)$/u.exec(name.toLowerCase())?.[1] ?? '';
  if (endings[type.value]?.includes(ending) !== true) return fail(refused(name, 'name', type.value));
  const digest = sha256Of(bytes);
  const mediaType = type.value === 'text/plain' && ending === 'csv' ? 'text/csv' : type.value;
  return ok({ name, mediaType, size: bytes.length, digest, bytes });
}

function contentType(bytes: Uint8Array): Result<string, Refusal> {
  if (bytes.length === 0) return fail('empty');
  const foreign = foreignSignature(bytes);
  if (foreign !== null) return fail(foreign);
  if (startsWith(bytes, '%PDF-')) return endsWithin(bytes, '%%EOF', 2048) ? ok('application/pdf') : fail('damaged');
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return endsWithin(bytes, 'IEND', 64) ? ok('image/png') : fail('damaged');
  if (startsWith(bytes, '\xff\xd8\xff'))
    return endsWithin(bytes, '\xff\xd9', 2048) ? ok('image/jpeg') : fail('damaged');
  if (startsWith(bytes, 'PK\x03\x04')) return officeType(bytes);
  const problem = textProblem(bytes);
  return problem === null ? ok('text/plain') : fail(problem);
}

const endsWithin = (bytes: Uint8Array, mark: string, span: number): boolean =>
  Buffer.from(bytes.subarray(-span)).includes(Buffer.from(mark, 'latin1'));

const sentences: Readonly<Record<Refusal, string>> = {
  empty: 'it is empty',
  program: 'it is a program',
  markup: 'it is a web page or a drawing that can run scripts; print it to PDF',
  script: 'it is a script',
  archive: 'it is an archive; add what is in it',
  macros: 'it holds macros; save it without them, or as PDF',
  old_office: 'it has the old format of Office; save it as DOCX, XLSX or PDF',
  other_image: 'it is a picture of another kind; save it as PNG or JPEG',
  damaged: 'it breaks off before its end',
  not_utf8: 'it is no text in UTF-8; save it as UTF-8',
  name: 'its name does not end as its content wants',
  unknown: 'its content is of no kind that is known',
};

const refused = (name: string, why: Refusal, type?: string): Failure => ({
  kind: 'refused_file',
  message: `Cannot keep "${name}": ${sentences[why]}${type === undefined ? '' : ` (.${(endings[type] ?? []).join(', .')})`}; allowed are ${allowed}`,
  details: [{ path: why, message: sentences[why] }],
});

const longestName = 150;

/** A name without folders, control characters and marks that turn the direction of writing, which can hide an ending. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replaceAll(/[<>:"|?*]/gu, '-')
    .trim();
  const ending = /\.[^.]{1,8}$/u.exec(plain)?.[0] ?? '';
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, longestName)
    .join('');
  return stem === '' ? `file${ending}` : `${stem}${ending}`;
}

/** Bytes out of base64; nothing where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** SHA-256 in hexadecimal. */
export const sha256Of = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** A short key that is equal for equal texts. */
export const keyOf = (text: string): string => sha256Of(text).slice(0, 12);
