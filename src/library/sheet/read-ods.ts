import { zipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { fail, ok, type Result } from '../../core/base.ts';
import type { NamedSheet, SheetLimits, SheetRefusal } from './limits.ts';
import { cellText, declaresTypes } from './parts.ts';
import { unpack } from './unpack.ts';

const mostParts = 1000;
const kind = 'application/vnd.oasis.opendocument.spreadsheet';

/** Whether a package is an OpenDocument spreadsheet: a small part of it says so in plain text. */
export function isOpenDocument(bytes: Uint8Array): boolean {
  const read = unpack(bytes, (name) => name === 'mimetype', { entries: mostParts, bytes: 200 });
  return read.ok && new TextDecoder().decode(read.value.get('mimetype')).trim() === kind;
}

/**
 * The visible sheets of an OpenDocument spreadsheet. The library that reads it is handed a package of two parts, without
 * document types; what it would misread is taken out before.
 */
export async function readOdsSheets(
  bytes: Uint8Array,
  limits: SheetLimits,
): Promise<Result<readonly NamedSheet[], SheetRefusal>> {
  const unpacked = unpack(bytes, (name) => name === 'content.xml', {
    entries: mostParts,
    bytes: limits.unpackedBytes,
  });
  if (!unpacked.ok) return unpacked;
  const content = unpacked.value.get('content.xml');
  if (content === undefined) return fail('damaged');
  if (declaresTypes(content)) return fail('declares_types');
  try {
    const xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
    const encoder = new TextEncoder();
    const parts = { mimetype: encoder.encode(kind), 'content.xml': encoder.encode(flatRows(xml)) };
    const hidden = hiddenSheets(xml);
    const { sheets } = await readOds(zipSync(parts, { level: 0 }));
    return ok(
      sheets
        .filter((_, index) => !hidden.has(index))
        .map(({ name, rows }) => ({ name, rows: rows.slice(0, limits.rows + 1).map(filledCells) })),
    );
  } catch {
    // Whatever the library finds wrong: the file was made by someone else.
    return fail('damaged');
  }
}

/** Rows in groups and repeated heads are passed over by the library, and looks make empty cells count as filled. */
const flatRows = (xml: string): string =>
  xml
    .replaceAll(/<\/?table:table-(?:header-rows|row-group|rows)\b[^>]*>/gu, '')
    .replaceAll(/<office:annotation\b[^>]*\/>|<office:annotation\b[^>]*>.*?<\/office:annotation>/gsu, '')
    .replaceAll(/(<table:(?:covered-)?table-cell\b[^>]*?) table:style-name="[^"]*"/gu, '$1');

/** Places of sheets whose style says that they are not shown. */
function hiddenSheets(xml: string): ReadonlySet<number> {
  const styles = [
    ...xml.matchAll(/<style:style\b[^>]*style:name="([^"]*)"[^>]*style:family="table"[^>]*>(.*?)<\/style:style>/gsu),
  ];
  const hiding = new Set(
    styles.filter(([, , body = '']) => body.includes('table:display="false"')).map(([, name]) => name),
  );
  const tables = [...xml.matchAll(/<table:table\s[^>]*>/gu)].map(
    ([tag]) => /table:style-name="([^"]*)"/u.exec(tag)?.[1],
  );
  return new Set(tables.flatMap((style, index) => (style !== undefined && hiding.has(style) ? [index] : [])));
}

/** Without the empty cells at the end, of which such files count as many as a sheet is wide. */
const filledCells = (row: readonly Parameters<typeof cellText>[0][]): readonly string[] => {
  const cells = row.map(cellText);
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
};
