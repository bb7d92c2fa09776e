import type { DocumentId } from '../content/ids.ts';

/** Where a document comes from: a country by its code, the Union and its bodies, or the world. */
export type Place = string;

/** First syllables of document ids that are no country code. */
const publishers: Readonly<Record<string, Place>> = {
  eu: 'EU',
  enisa: 'EU',
  niscg: 'EU',
  ehaction: 'EU',
  ehdsi: 'EU',
  ehn: 'EU',
  proj: 'EU',
  uk: 'GB',
  nist: 'US',
  fda: 'US',
  hhs: 'US',
  cisa: 'US',
};

/** Two letters that are a country in document ids. */
const countries: ReadonlySet<string> = new Set(['be', 'ch', 'de', 'ee', 'es', 'fi', 'fr', 'it', 'nl', 'no']);

/** The place of a document by the first syllable of its id, which is permanent; whoever is not listed writes for all. */
export function placeOf(document: DocumentId | string): Place {
  const first = document.split('-')[0] ?? '';
  return publishers[first] ?? (countries.has(first) ? first.toUpperCase() : 'INT');
}
