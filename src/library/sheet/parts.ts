import type { CellValue } from 'hucre/xlsx';

/** A document type, or text that is not UTF-8 and could hide one. */
export function declaresTypes(part: Uint8Array): boolean {
  const data = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  return data.includes(0) || /<!(?:DOCTYPE|ENTITY)/iu.test(data.toString('latin1'));
}

/** Days as `2026-11-25`; a sheet knows no time zones, and the library reads its days as those of UTC. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
