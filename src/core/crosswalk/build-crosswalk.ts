/** A crosswalk as people read it: rows with names, sources that speak once each, counts, and the picture of it all. */
import type { ComposedRelation, CrosswalkPair, CrosswalkRow, StatedRelation } from '../mapping/crosswalk.ts';
import type { RelationSource } from '../mapping/mapping-graph.ts';
import { voicesOf, type Twins } from '../mapping/twins.ts';
import { byTrust, isWithdrawn, noDoubt, type Trust } from '../mapping/weakest-link.ts';
import type { Compared } from './compared.ts';
import { groupingOf, type Grouping } from './groups.ts';
import { matrixOf } from './matrix.ts';
import { sideOf, viewVoices, type Naming } from './names.ts';
import type {
  ComposedView,
  CrosswalkCounts,
  CrosswalkView,
  Only,
  PairView,
  RowView,
  SourceSummary,
  StatedView,
} from './view.ts';

/** Which part of a crosswalk is wanted. */
export type CrosswalkPart = {
  readonly only: Only | null;
  /** Ids of groups, on either side. */
  readonly fromGroup: string | null;
  readonly toGroup: string | null;
  readonly skip: number;
  readonly count: number;
};

/** Two frameworks, and how far was looked. */
export type Sides = { readonly from: Compared; readonly to: Compared; readonly steps: 1 | 2 | 3 };

/** The view of a crosswalk, with the rows that were asked for. */
export function buildCrosswalk(
  naming: Naming,
  { from, to, steps }: Sides,
  rows: readonly CrosswalkRow[],
  part: CrosswalkPart,
): CrosswalkView {
  const { graph, compared } = naming;
  const read = rows.map(({ requirement }) => requirement);
  const groupings = [groupingOf(from, read), groupingOf(to, readInto(to, rows, graph))] as const;
  const wanted = partOf(rows, groupings, part);
  return {
    from: sideOf(from, graph, compared),
    to: sideOf(to, graph, compared),
    steps,
    counts: countsOf(rows),
    sources: sourcesOf(rows, naming.twins),
    matrix: matrixOf(rows, ...groupings),
    skipped: part.skip,
    total: wanted.length,
    rows: wanted.slice(part.skip, part.skip + part.count).map((row) => viewRow(naming, { from, to, steps }, row)),
  };
}

/** A heading that nothing leads to is no column of its own: what stands below it is. */
function readInto({ id, tree }: Compared, rows: readonly CrosswalkRow[], graph: Naming['graph']): readonly string[] {
  const targets = new Set(rows.flatMap(({ pairs }) => pairs.map(({ target }) => target)));
  const headings = new Set(tree.map(({ parent }) => parent));
  return (graph.members.get(id) ?? []).flatMap(({ requirement }) =>
    targets.has(requirement) || !headings.has(requirement) ? [requirement] : [],
  );
}

/** The rows that fit, each with the pairs that do. */
export function partOf(
  rows: readonly CrosswalkRow[],
  [fromGroups, toGroups]: readonly [Grouping, Grouping],
  { only, fromGroup, toGroup }: Pick<CrosswalkPart, 'only' | 'fromGroup' | 'toGroup'>,
): readonly CrosswalkRow[] {
  const inRow = rows.filter(({ requirement }) => fromGroup === null || fromGroups.groupOf(requirement) === fromGroup);
  if (only === 'nothing') return inRow.filter(({ pairs }) => pairs.length === 0);
  if (only === null && toGroup === null) return inRow;
  const fits = ({ target, basis, disagrees }: CrosswalkPair): boolean =>
    (toGroup === null || toGroups.groupOf(target) === toGroup) &&
    (only === null ||
      (only === 'disagreements' ? disagrees : only === 'candidates' ? basis === 'candidate' : basis === only));
  return inRow
    .map(({ requirement, pairs }) => ({ requirement, pairs: pairs.filter(fits) }))
    .filter(({ pairs }) => pairs.length > 0);
}

/** Requirements and pairs by the strongest that is known of them. */
export function countsOf(rows: readonly CrosswalkRow[]): CrosswalkCounts {
  const all = rows.flatMap(({ pairs }) => pairs);
  const withBasis = (basis: CrosswalkPair['basis']): number => all.filter((pair) => pair.basis === basis).length;
  const best = rows.map(({ pairs }) => strongest(pairs));
  const withBest = (basis: CrosswalkPair['basis'] | null): number => best.filter((one) => one === basis).length;
  return {
    requirements: rows.length,
    stated: withBest('stated'),
    composed: withBest('composed'),
    candidates: withBest('candidate'),
    nothing: withBest(null),
    pairs: {
      stated: withBasis('stated'),
      composed: withBasis('composed'),
      candidates: withBasis('candidate'),
      disagreements: all.filter(({ disagrees }) => disagrees).length,
    },
  };
}

const strongest = (pairs: readonly CrosswalkPair[]): CrosswalkPair['basis'] | null =>
  (['stated', 'composed', 'candidate'] as const).find((basis) => pairs.some((pair) => pair.basis === basis)) ?? null;

/** Mappings behind the stated pairs, the one with the most pairs first; twins are one. */
export function sourcesOf(rows: readonly CrosswalkRow[], twins: Twins): readonly SourceSummary[] {
  const found = new Map<string, { readonly source: RelationSource; hasTwin: boolean; pairs: number }>();
  for (const { pairs } of rows)
    for (const { stated } of pairs) {
      const voices = stated.flatMap(({ sources }) => voicesOf(sources, twins));
      const each = new Map(voices.map((voice) => [voiceId(voice.source, twins), voice]));
      for (const [id, { source, hasTwin }] of each) {
        if (source.kind !== 'mapping_set') continue;
        const known = found.get(id) ?? { source, hasTwin, pairs: 0 };
        known.pairs += 1;
        known.hasTwin ||= hasTwin;
        found.set(id, known);
      }
    }
  return [...found.values()]
    .toSorted((left, right) => right.pairs - left.pairs || (left.source.of < right.source.of ? -1 : 1))
    .map(({ source: { of, edition, title, author }, hasTwin, pairs }) => ({
      of,
      edition,
      title,
      author,
      hasTwin,
      pairs,
    }));
}

/** One of two twins may state what the other leaves out, and is still the same voice. */
const voiceId = ({ of }: RelationSource, twins: Twins): string => {
  const twin = twins.get(of);
  return twin === undefined || of < twin ? of : twin;
};

/** A row with names. */
export const viewRow = (naming: Naming, { from, to }: Sides, { requirement, pairs }: CrosswalkRow): RowView => ({
  requirement: naming.named(from.id, requirement),
  pairs: pairs.map((pair) => viewPair(naming, to.id, pair)),
});

const viewPair = (
  naming: Naming,
  to: string,
  { target, basis, stated, composed, throughSafeguards, disagrees }: CrosswalkPair,
): PairView => ({
  target: naming.named(to, target),
  basis,
  stated: stated.map((one) => viewStated(naming, one)),
  composed: composed.map((one) => viewComposed(naming, one)),
  through: throughSafeguards.map((id) => naming.named('safeguards', id)),
  disagrees,
});

/** A stated relation with those who state it, twins once. */
export const viewStated = (
  { twins }: Pick<Naming, 'twins'>,
  { relation, reach, sources }: StatedRelation,
): StatedView => ({
  relation,
  reach,
  voices: viewVoices(sources, twins),
});

function viewComposed(naming: Naming, { conclusion, ...composed }: ComposedRelation): ComposedView {
  const { path, reach, weakest, mixesRationales, chains } = composed;
  const weak = weakestStep(path.map(({ sources }) => trustIn(sources)));
  return {
    relation: conclusion.kind === 'relation' ? conclusion.relation : 'overlap',
    mayBe: conclusion.kind === 'overlap' ? conclusion.mayBe : [],
    reach,
    path: path.map(({ to, relation, sources }, index) => ({
      to: naming.placed(to),
      relation,
      voices: viewVoices(sources, naming.twins),
      isWeakest: index === weak,
    })),
    weakest,
    mixesRationales,
    chains,
  };
}

/** The least trusted step; the first of several that are trusted alike. */
function weakestStep(trusts: readonly Trust[]): number {
  const weakest = trusts.toSorted((left, right) => byTrust(right, left))[0];
  return weakest === undefined ? -1 : trusts.findIndex((one) => byTrust(one, weakest) === 0);
}

/** A step is worth what its most trusted source is. That a number is a part of another is read off it. */
const trustIn = (sources: readonly RelationSource[]): Trust =>
  sources.some(({ kind }) => kind === 'part')
    ? noDoubt
    : (sources.filter((one) => !isWithdrawn(one)).toSorted(byTrust)[0] ?? noDoubt);
