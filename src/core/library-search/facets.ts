import type { Entry, Forces } from './entry.ts';

/** What answers are narrowed down by, in the order of the screen. */
export const facetNames = ['kind', 'framework', 'writtenIn', 'role', 'force', 'topic', 'status', 'country'] as const;
/** One of them. */
export type FacetName = (typeof facetNames)[number];

/** Chosen values by facet; within one any of them, across facets all. */
export type Filters = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** How many answers a value would leave, the other facets being as they are. */
export type FacetCount = { readonly value: string; readonly count: number };
/** A facet with its counts. */
export type Facet = { readonly name: FacetName; readonly values: readonly FacetCount[] };

/** What a facet keeps away although the words and the other facets fit. */
export type LeftOut = { readonly name: FacetName; readonly count: number };

/** Texts that are alike to every facet: how many there are, and which facets they fail. */
export type Group = { readonly entry: Entry; readonly count: number; readonly failed: readonly FacetName[] };

/** The values of an entry under a facet. */
export function valuesOf(entry: Entry, name: FacetName, forces: Forces | null): readonly string[] {
  switch (name) {
    case 'kind':
      return [entry.kind];
    case 'framework':
      return entry.framework === undefined ? [] : [entry.framework];
    case 'writtenIn':
      return entry.writtenIn;
    case 'role':
      return entry.roles;
    case 'topic':
      return entry.topics;
    case 'status':
      return [entry.state];
    case 'country':
      return entry.place === null ? [] : [entry.place];
    case 'force': {
      const found = forces?.get(entry.ref);
      return found === undefined ? [] : [found.force];
    }
  }
}

/** The word that asks for documents of any status. */
export const anyStatus = 'any';

/**
 * Whether an entry passes a facet. Unless a status was chosen, documents that are not in force or in use stay out; what
 * was mapped to them or says something of them stays.
 */
function passes(entry: Entry, name: FacetName, filters: Filters, forces: Forces | null): boolean {
  const chosen = filters[name] ?? [];
  if (name === 'status' && chosen.length === 0) return entry.kind !== 'document' || entry.state === 'current';
  if (chosen.length === 0 || chosen.includes(anyStatus)) return true;
  return valuesOf(entry, name, forces).some((value) => chosen.includes(value));
}

/** The facets that an entry fails: none, and it is an answer. */
export const failedBy = (entry: Entry, filters: Filters, forces: Forces | null): readonly FacetName[] =>
  facetNames.filter((name) => !passes(entry, name, filters, forces));

/** Counts of a facet, the most frequent value first; chosen values are listed even where they count none. */
export function countFacet(name: FacetName, groups: readonly Group[], filters: Filters, forces: Forces | null): Facet {
  const counts = new Map((filters[name] ?? []).filter((value) => value !== anyStatus).map((value) => [value, 0]));
  for (const { entry, count, failed } of groups) {
    if (failed.some((other) => other !== name)) continue;
    for (const value of valuesOf(entry, name, forces)) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return { name, values: [...counts].map(([value, count]) => ({ value, count })).toSorted(byCount) };
}

const byCount = (left: FacetCount, right: FacetCount): number =>
  right.count - left.count || (left.value < right.value ? -1 : 1);

/** Facets that alone keep answers away, with how many. */
export const leftOut = (groups: readonly Group[]): readonly LeftOut[] =>
  facetNames.flatMap((name) => {
    const alone = groups.filter(({ failed }) => failed.length === 1 && failed[0] === name);
    const count = alone.reduce((sum, group) => sum + group.count, 0);
    return count === 0 ? [] : [{ name, count }];
  });
