import type { CatalogueEntry } from '../../core/guidance/bundle.ts';
import { translationsOf, usualKeys, wordsOf } from './edition-words.ts';
import { spotsOf, textOf, type Spot } from './fields.ts';
import { quoted } from './finding-kinds.ts';
import type { Notes } from './notes.ts';
import { loseRest } from './uncarried.ts';
import { urnOf } from './urns.ts';

const kinds = [
  ['threat', 'threats'],
  ['control', 'reference_controls'],
  ['metric', 'metric_definitions'],
] as const;

/** Threats, example controls and metrics that a file brings along. */
export function readCatalogue(notes: Notes, objects: Spot): readonly CatalogueEntry[] {
  const seen = new Set<string>();
  return kinds.flatMap(([kind, key]) =>
    spotsOf(notes, objects, key).flatMap((spot) => {
      const entry = readEntry(notes, spot, kind);
      if (entry === null) return [];
      if (!seen.has(entry.urn)) {
        seen.add(entry.urn);
        return [entry];
      }
      notes.find('duplicate_urn', spot.at, quoted(entry.urn));
      notes.lose('catalogue_entry', spot.at, entry.title);
      return [];
    }),
  );
}

function readEntry(
  notes: Notes,
  spot: Spot,
  kind: Exclude<CatalogueEntry['kind'], 'component'>,
): CatalogueEntry | null {
  const urn = urnOf(notes, spot, 'urn');
  if (urn === null) {
    notes.find('missing_key', spot.at, '"urn"', `the ${kind}`);
    notes.lose('catalogue_entry', spot.at, textOf(notes, spot, 'name') ?? spot.at);
    return null;
  }
  const { title, text } = wordsOf(notes, spot, usualKeys);
  const number = textOf(notes, spot, 'ref_id');
  if (title === null) notes.find('missing_title', spot.at, quoted(number ?? urn));
  loseRest(notes, spot, kind);
  return {
    urn,
    kind,
    number,
    title: title ?? number ?? urn,
    text,
    translations: translationsOf(notes, spot, usualKeys),
  };
}
