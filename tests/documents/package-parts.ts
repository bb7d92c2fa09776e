import { strFromU8, unzipSync } from 'fflate';

/** The text parts of an office file, by name. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels|svg)$/u.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  );

/** One part that has to be there. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = partsOf(bytes).get(name);
  if (part === undefined) throw new Error(`Cannot find "${name}" in the package`);
  return part;
}

/** Every value of an attribute, in order. */
export const valuesOf = (xml: string, pattern: RegExp): readonly string[] =>
  [...xml.matchAll(pattern)].map(([, value]) => value ?? '');

/** What a reader sees of a part. */
export const textOf = (xml: string): string =>
  xml
    .replaceAll(/<\/w:p>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
