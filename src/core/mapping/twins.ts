/**
 * Publishers give a mapping twice: from A to B, and the same from B to A. Owns which sets are such twins, and that they
 * are one voice; must not know what they say.
 */
import type { MappingSet } from '../guidance/mapping-set.ts';
import type { RelationSource } from './mapping-graph.ts';

/** By URN of a set, that of the set which gives the same in the other direction. */
export type Twins = ReadonlyMap<string, string>;

/** The sets of one author and one edition between the same two frameworks, in opposite directions. */
export function twinsIn(sets: readonly Pick<MappingSet, 'urn' | 'author' | 'edition' | 'source' | 'target'>[]): Twins {
  const ways = new Map(
    sets.flatMap((set) => (set.author === null ? [] : [[wayOf(set, set.source, set.target), set.urn] as const])),
  );
  return new Map(
    sets.flatMap((set) => {
      const twin = set.author === null ? undefined : ways.get(wayOf(set, set.target, set.source));
      return twin === undefined || twin === set.urn ? [] : [[set.urn, twin] as const];
    }),
  );
}

const wayOf = ({ author, edition }: Pick<MappingSet, 'author' | 'edition'>, source: string, target: string): string =>
  [author, edition, source, target].join('\n');

/** A source, and whether the same author gives it in the other direction as well. */
export type Voice = { readonly source: RelationSource; readonly hasTwin: boolean };

/** Each author once: of twins that say the same, the one that is read forwards speaks for both. */
export function voicesOf(sources: readonly RelationSource[], twins: Twins): readonly Voice[] {
  const forwards = new Set(sources.filter(({ isInverse }) => !isInverse).map(({ of }) => of));
  const backwards = new Set(sources.filter(({ isInverse }) => isInverse).map(({ of }) => of));
  const twinIn = (among: ReadonlySet<string>, { of }: RelationSource): boolean => among.has(twins.get(of) ?? '');
  return sources
    .filter((source) => !(source.isInverse && twinIn(forwards, source)))
    .map((source) => ({ source, hasTwin: twinIn(source.isInverse ? forwards : backwards, source) }));
}
