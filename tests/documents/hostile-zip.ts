/** Zip files that no program would write: they lie about sizes, grow without end, or break off. */
import { deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** A workbook with some of its parts replaced, added or, with null, taken out. */
export function workbookWith(
  bytes: Uint8Array,
  parts: Readonly<Record<string, string | Uint8Array | null>>,
): Uint8Array {
  const known: Zippable = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (part === null) delete known[name];
    else known[name] = typeof part === 'string' ? strToU8(part) : part;
  }
  return zipSync(known);
}

type Lie = { readonly name: string; readonly unpacked: number; readonly claimed: number; readonly flags?: number };

/** One part of zeros in a package by hand, whose stated size is what the liar says. */
export function lyingZip(...lies: readonly Lie[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, unpacked, claimed, flags = 0 } of lies) {
    const packed = deflateRawSync(Buffer.alloc(unpacked, 0x20));
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed, 22);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, title, packed);
    entries.push(entry, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(lies.length, 8);
  end.writeUInt16LE(lies.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}
