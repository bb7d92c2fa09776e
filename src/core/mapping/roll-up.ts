/** What the requirements under a heading have in a crosswalk, as counts. A heading gets no relation of its own from them. */
import type { Requirement } from '../content/framework.ts';
import type { Reach } from './coverage-of-relation.ts';
import type { CrosswalkRow } from './crosswalk.ts';

/** How many of the ends under a heading have what, each counted once for each word that fits. */
export type RolledUp = {
  readonly heading: string;
  /** Requirements under it that have no parts themselves. */
  readonly ends: number;
  /** By what is stated to the other framework. */
  readonly stated: Readonly<Record<Reach, number>>;
  /** Those with nothing stated, by what follows for them. */
  readonly composed: Readonly<Record<Reach, number>>;
  /** Those with candidates and no more. */
  readonly onlyCandidates: number;
  /** Those of which nothing can be said. */
  readonly without: number;
};

type Place = Pick<Requirement, 'id' | 'parent'>;

/** The counts of each heading, in the order of the framework. */
export function rollUp(places: readonly Place[], rows: readonly CrosswalkRow[]): readonly RolledUp[] {
  const childrenOf = Map.groupBy(places, ({ parent }) => parent);
  const rowOf = new Map(rows.map((row) => [row.requirement, row]));
  const endsUnder = (id: string): readonly string[] =>
    (childrenOf.get(id) ?? []).flatMap((child) => (childrenOf.has(child.id) ? endsUnder(child.id) : [child.id]));
  return places
    .filter(({ id }) => childrenOf.has(id))
    .map(({ id }) =>
      counted(
        id,
        endsUnder(id).map((end) => rowOf.get(end) ?? { requirement: end, pairs: [] }),
      ),
    );
}

function counted(heading: string, rows: readonly CrosswalkRow[]): RolledUp {
  const isUnstated = ({ pairs }: CrosswalkRow): boolean => pairs.every(({ stated }) => stated.length === 0);
  const isUncomposed = ({ pairs }: CrosswalkRow): boolean => pairs.every(({ composed }) => composed.length === 0);
  const unstated = rows.filter(isUnstated);
  const bare = unstated.filter(isUncomposed);
  return {
    heading,
    ends: rows.length,
    stated: perReach(rows, 'stated'),
    composed: perReach(unstated, 'composed'),
    onlyCandidates: bare.filter(({ pairs }) => pairs.length > 0).length,
    without: bare.filter(({ pairs }) => pairs.length === 0).length,
  };
}

function perReach(rows: readonly CrosswalkRow[], basis: 'stated' | 'composed'): Readonly<Record<Reach, number>> {
  const count = (reach: Reach): number =>
    rows.filter(({ pairs }) => pairs.some((pair) => pair[basis].some((one) => one.reach === reach))).length;
  return {
    does_all: count('does_all'),
    does_part: count('does_part'),
    touches: count('touches'),
    nothing_in_common: count('nothing_in_common'),
  };
}
