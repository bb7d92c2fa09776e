import { countRatings, type RatingCounts } from '../assessment/overview.ts';
import type { RatingWord } from '../profile/rating-state.ts';
import { heightOf, spreadAt, type Spread } from './spread.ts';
import { headsOf, type Standing, type StoodSafeguard, type Titled } from './standing.ts';

/** What may have become of a safeguard, in the order in which it is told. */
export const changeKinds = [
  'improved',
  'fell_back',
  'newly_known',
  'newly_unknown',
  'not_applicable',
  'applies_again',
  'came',
  'went',
] as const;
/** One of them. `came` and `went`: with content, and by nobody's work. */
export type ChangeKind = (typeof changeKinds)[number];

/** One safeguard that stands otherwise; null on the side where content did not have it. */
export type Change = Titled & {
  readonly before: RatingWord | null;
  readonly after: RatingWord | null;
  /** Why it does not apply, on the side where it does not. */
  readonly reason: string | null;
};

/** Something that is counted on both days; null on the side where it was not there. */
export type Pair<Value> = { readonly before: Value | null; readonly after: Value | null };

/** A standing with the content that it was made from. */
export type Side = { readonly standing: Standing; readonly contentDigest: string };

/** What changed from one day to another. */
export type Comparison = {
  readonly contentChanged: boolean;
  readonly tier: { readonly before: Standing['tier']; readonly after: Standing['tier'] };
  readonly all: { readonly before: RatingCounts; readonly after: RatingCounts };
  readonly heads: readonly (Pair<RatingCounts> & { readonly id: string; readonly title: string | null })[];
  readonly changes: Readonly<Record<ChangeKind, readonly Change[]>>;
  /** Over the minimum set of each day. */
  readonly sites: readonly (Pair<Spread> & { readonly id: string; readonly name: string })[];
  /** What came first on the earlier day, and how it stands since. */
  readonly firstTen: readonly Change[];
};

/** Compares two days. Unknown is never zero: what became known did not improve. */
export function compare(before: Side, after: Side): Comparison {
  const [then, now] = [before.standing, after.standing];
  return {
    contentChanged: before.contentDigest !== after.contentDigest,
    tier: { before: then.tier, after: now.tier },
    all: { before: countAll(then.safeguards), after: countAll(now.safeguards) },
    heads: pairs(headsOf(then), headsOf(now)).map(([id, old, young]) => ({
      id,
      title: young?.title ?? old?.title ?? null,
      before: old === undefined ? null : countAll(old.members),
      after: young === undefined ? null : countAll(young.members),
    })),
    changes: changesBetween(then, now),
    sites: sitesBetween(then, now),
    firstTen: firstTenSince(then, now),
  };
}

const countAll = (safeguards: readonly StoodSafeguard[]): RatingCounts =>
  countRatings(safeguards.map(({ rating }) => rating));

type Paired<Value> = readonly [id: string, before: Value | undefined, after: Value | undefined];

/** What both sides hold by id: what the later one has, in its order, then what only the earlier one had. */
function pairs<Value extends { readonly id: string }>(
  before: readonly Value[],
  after: readonly Value[],
): readonly Paired<Value>[] {
  const [old, young] = [byId(before), byId(after)];
  return [
    ...after.map(({ id }) => [id, old.get(id), young.get(id)] as const),
    ...before.filter(({ id }) => !young.has(id)).map((value) => [value.id, value, undefined] as const),
  ];
}

const byId = <Value extends { readonly id: string }>(values: readonly Value[]): ReadonlyMap<string, Value> =>
  new Map(values.map((value) => [value.id, value]));

function changesBetween(then: Standing, now: Standing): Comparison['changes'] {
  const found = pairs(then.safeguards, now.safeguards).flatMap(([, before, after]) => {
    const kind = kindOf(before?.rating ?? null, after?.rating ?? null);
    const latest = after ?? before;
    return kind === null || latest === undefined ? [] : [{ kind, change: changeOf(latest, before, after) }];
  });
  const of = (wanted: ChangeKind): readonly Change[] =>
    found.flatMap(({ kind, change }) => (kind === wanted ? [change] : []));
  return Object.fromEntries(changeKinds.map((kind) => [kind, of(kind)])) as Comparison['changes'];
}

const changeOf = (
  { id, title, language }: Titled,
  before: StoodSafeguard | undefined,
  after: StoodSafeguard | undefined,
): Change => ({
  id,
  title,
  ...(language === undefined ? {} : { language }),
  before: before?.rating ?? null,
  after: after?.rating ?? null,
  reason: after?.reason ?? before?.reason ?? null,
});

/** Null: it stands as before. */
function kindOf(before: RatingWord | null, after: RatingWord | null): ChangeKind | null {
  if (before === after) return null;
  if (before === null) return 'came';
  if (after === null) return 'went';
  if (after === 'not_applicable') return 'not_applicable';
  if (before === 'not_applicable') return 'applies_again';
  const [from, to] = [heightOf(before), heightOf(after)];
  if (from === null) return 'newly_known';
  if (to === null) return 'newly_unknown';
  return to > from ? 'improved' : 'fell_back';
}

function sitesBetween(then: Standing, now: Standing): Comparison['sites'] {
  const setOf = ({ safeguards }: Standing) => safeguards.filter(({ inMinimumSet }) => inMinimumSet);
  const [oldSet, newSet] = [setOf(then), setOf(now)];
  return pairs(then.sites, now.sites).map(([id, before, after]) => ({
    id,
    name: after?.name ?? before?.name ?? id,
    before: before === undefined ? null : spreadAt(before, oldSet),
    after: after === undefined ? null : spreadAt(after, newSet),
  }));
}

function firstTenSince({ firstTen, safeguards }: Standing, now: Standing): readonly Change[] {
  const [old, young] = [byId(safeguards), byId(now.safeguards)];
  return firstTen.map((first) => changeOf(first, old.get(first.id), young.get(first.id)));
}

/** How many of all are rated, not applicable ones included. */
export const knownIn = (counts: RatingCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.unknown;
