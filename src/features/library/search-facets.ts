import { fail, ok, type Result } from '../../core/base.ts';
import { forces } from '../../core/content/obligation-rule.ts';
import { roleIds } from '../../core/content/ids.ts';
import { itemKinds } from '../../core/library-item/item.ts';
import { entryStates } from '../../core/library-search/entry.ts';
import { anyStatus, facetNames, type FacetName, type Filters } from '../../core/library-search/facets.ts';
import type { Searchable } from '../../library/library-search.ts';
import { nearestOf } from '../../library/spelling.ts';
import type { Failure } from '../../platform/action.ts';
import type { ImportedShelf } from '../imports/imported-words.ts';

/** Facets as they were asked for: values with commas between them. */
export type GivenFacets = { readonly [Name in FacetName]?: string | undefined };

/** Facets as lists. A value that nothing could have is refused: an empty answer would say that there is nothing. */
export function filtersOf(
  given: GivenFacets,
  { lookup: { content }, index }: Searchable,
  imported: ImportedShelf | null,
): Result<Filters, Failure> {
  const found = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();
  const allowed: Readonly<Record<FacetName, readonly string[]>> = {
    kind: itemKinds,
    framework: [...content.frameworks.map(({ id }) => id), ...(imported?.editions.keys() ?? [])],
    writtenIn: found([...index.entries.flatMap(({ writtenIn }) => writtenIn), ...(imported?.languages ?? [])]),
    role: roleIds,
    force: forces,
    topic: content.topics.map(({ id }) => id),
    status: [...entryStates, anyStatus],
    country: found(index.entries.flatMap(({ place }) => place ?? [])),
  };
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const chosen = (given[name] ?? '').split(',').flatMap((value) => (value.trim() === '' ? [] : [value.trim()]));
    const strange = chosen.find((value) => !allowed[name].includes(value));
    if (strange !== undefined) return fail(strangeValue(name, strange, allowed[name]));
    if (chosen.length > 0) filters[name] = chosen;
  }
  return ok(filters);
}

const strangeValue = (name: FacetName, value: string, allowed: readonly string[]): Failure => ({
  kind: 'invalid_input',
  message: `Cannot narrow down by ${name} "${value}": allowed are ${allowed.join(', ')}; the nearest is "${nearestOf(value, allowed)}"`,
});
