import { inflateRawSync } from 'node:zlib';
import { fail, ok, type Result } from '../../core/base.ts';

/** Limits are set before anything is unpacked; a file that lies about its sizes meets them while it is. */
export type UnpackLimits = { readonly entries: number; readonly bytes: number };

type Entry = {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
const stored = 0;
const deflated = 8;

/**
 * The wanted parts of a zip file, unpacked up to a sum of bytes. Sizes that the file states are not believed: unpacking
 * stops at what is left of the limit. Encrypted parts, names that stand twice and the 64-bit form are refused.
 */
export function unpack(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: UnpackLimits,
): Result<ReadonlyMap<string, Uint8Array>, 'damaged' | 'too_large'> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = entriesOf(data, limits.entries);
    if (entries === 'too_large') return fail('too_large');
    return unpackEntries(
      data,
      entries.filter(({ name }) => isWanted(name)),
      limits.bytes,
    );
  } catch {
    // Reading past the end, and deflated data that is none.
    return fail('damaged');
  }
}

function entriesOf(data: Buffer, most: number): readonly Entry[] | 'too_large' {
  const end = endOf(data);
  const count = data.readUInt16LE(end + 10);
  if (count > most) return 'too_large';
  const entries: Entry[] = [];
  let at = data.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (data.readUInt32LE(at) !== entrySignature) throw new Error('no entry where one is announced');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => data.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      isEncrypted: (data.readUInt16LE(at + 8) & 1) === 1,
      method: data.readUInt16LE(at + 10),
      packedSize: data.readUInt32LE(at + 20),
      offset: data.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function endOf(data: Buffer): number {
  const first = Math.max(0, data.length - endLength - longestComment);
  for (let at = data.length - endLength; at >= first; at -= 1) if (data.readUInt32LE(at) === endSignature) return at;
  throw new Error('no end of a zip file');
}

function unpackEntries(
  data: Buffer,
  entries: readonly Entry[],
  mostBytes: number,
): Result<ReadonlyMap<string, Uint8Array>, 'damaged' | 'too_large'> {
  const parts = new Map<string, Uint8Array>();
  let left = mostBytes;
  for (const entry of entries) {
    if (entry.isEncrypted || parts.has(entry.name)) return fail('damaged');
    const part = partOf(data, entry, left);
    if (part === 'too_large') return fail('too_large');
    left -= part.length;
    parts.set(entry.name, part);
  }
  return ok(parts);
}

function partOf(data: Buffer, { offset, method, packedSize }: Entry, most: number): Uint8Array | 'too_large' {
  if (data.readUInt32LE(offset) !== localSignature) throw new Error('no part where one is announced');
  const from = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
  if (from + packedSize > data.length) throw new Error('the part ends after the file');
  const packed = data.subarray(from, from + packedSize);
  if (method === stored) return packed.length > most ? 'too_large' : packed;
  if (method !== deflated) throw new Error('packed in a way that is not read');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too_large';
    throw error;
  }
}
