import { createHash } from 'node:crypto';

/** The space in which this package names what it makes. */
const namespace = Buffer.from('b6d2ab0e5c2f4f1e8a0b6f0d9c1e7a35', 'hex');

/** A UUID that follows from a name: the same name gives the same one. @source RFC 9562, section 5.5 (version 5) */
export function uuid5(name: string): string {
  const digest = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
