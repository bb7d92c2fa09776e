import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** What the library takes from the clock, and what it cannot say. */
export type PackageFacts = { readonly date: string; readonly language: string };

/**
 * The package with one form: parts sorted by name, one date, ids by order of appearance. The library stamps the clock,
 * random ids and counters of the process into what it writes.
 */
export function canonicalPackage(packed: Uint8Array, facts: PackageFacts): Uint8Array {
  const parts = unzipSync(packed);
  const rename = renamer();
  const settled: Zippable = {};
  // Relationships name the ids that other parts use, so parts are read in one order and share one table of names.
  for (const name of Object.keys(parts).toSorted()) {
    const part = parts[name] ?? new Uint8Array();
    settled[name] = /\.(?:xml|rels)$/u.test(name) ? strToU8(settledText(name, strFromU8(part), rename, facts)) : part;
  }
  return zipSync(settled, { level: 9, mtime: zipTime(facts.date), os: 0 });
}

function settledText(name: string, text: string, rename: (text: string) => string, facts: PackageFacts): string {
  if (name === 'docProps/core.xml') return coreProperties(text, facts);
  return name === 'word/styles.xml' ? text : renumbered(rename(text));
}

const coreProperties = (text: string, { date, language }: PackageFacts): string =>
  text
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, (_, start: string) => `${start}${date}T00:00:00Z`)
    .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`);

/** Random names of 21 letters become `n1`, `n2`, …; the prefix of a relationship stays. */
function renamer(): (text: string) => string {
  const names = new Map<string, string>();
  const nameOf = (random: string): string => {
    const known = names.get(random) ?? `n${names.size + 1}`;
    names.set(random, known);
    return known;
  };
  return (text) =>
    text.replaceAll(
      /(?<=\s(?:Id|r:id|r:embed|r:link|w:anchor|w:name)=")(rId)?([\w-]{21})(?=")/gu,
      (_, prefix: string | undefined, random: string) => (prefix ?? '') + nameOf(random),
    );
}

/** Counters that go on from one document of a process to the next begin at one in each part. */
function renumbered(text: string): string {
  let pictures = 0;
  const bookmarks = new Map<string, string>();
  const bookmark = (id: string): string => {
    const known = bookmarks.get(id) ?? String(bookmarks.size + 1);
    bookmarks.set(id, known);
    return known;
  };
  return text
    .replaceAll(/(<(?:wp:docPr|pic:cNvPr) )id="\d+"/gu, (_, start: string) => `${start}id="${(pictures += 1)}"`)
    .replaceAll(/(<w:bookmark(?:Start|End) (?:[^>]*? )?w:id=)"(-?\w+)"/gu, (_, start: string, id: string) => {
      return `${start}"${bookmark(id)}"`;
    });
}

/** Zip files carry local times; the parts of a day are read back as they were written, whatever the zone. */
const zipTime = (date: string): Date =>
  new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
