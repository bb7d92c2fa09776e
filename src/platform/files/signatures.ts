import type { Refusal } from './accept-file.ts';

/** Whether bytes begin with a mark, given as Latin-1 text. */
export const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  bytes.length >= mark.length && [...mark].every((character, at) => bytes[at] === character.charCodeAt(0));

/** How files begin that are never kept, and what they are. */
const foreign: readonly (readonly [mark: string, what: Refusal])[] = [
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  ['\xfe\xed\xfa\xce', 'program'],
  ['\xfe\xed\xfa\xcf', 'program'],
  ['\xce\xfa\xed\xfe', 'program'],
  ['\xcf\xfa\xed\xfe', 'program'],
  ['\xca\xfe\xba\xbe', 'program'],
  ['\x00asm', 'program'],
  ['L\x00\x00\x00\x01\x14\x02', 'program'],
  ['#!', 'script'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old_office'],
  ['{\\rtf', 'old_office'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ', 'archive'],
  ['PK\x05\x06', 'archive'],
  ['GIF8', 'other_image'],
  ['BM', 'other_image'],
  ['II*\x00', 'other_image'],
  ['MM\x00*', 'other_image'],
];

/** What a file is by its first bytes, where that is something which is never kept. */
export function foreignSignature(bytes: Uint8Array): Refusal | null {
  const found = foreign.find(([mark]) => startsWith(bytes, mark));
  // Two letters may begin a text as well: "MZ" and "BM" count only before bytes that no text has.
  if (found !== undefined && (found[0].length > 2 || found[0] === '#!' || hasControl(bytes))) return found[1];
  if (startsWith(bytes, 'RIFF') || startsWith(bytes.subarray(4), 'ftyp'))
    return hasControl(bytes) ? 'other_image' : null;
  return null;
}

const hasControl = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 512).some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
