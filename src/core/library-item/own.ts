import type { Analysis } from '../analysis.ts';
import { states, type StateCounts } from '../chart/state-bars.ts';
import type { Force } from '../content/obligation-rule.ts';
import { concernedOf } from '../ranking/concern.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Assessment, Obligation } from '../obligations/assess.ts';
import { refOf, type ItemLink, type ItemRef } from './item.ts';
import type { Lookup } from './lookup.ts';
import type { ItemForce, RatingState, Touch } from './page.ts';

/** What pages are made for: a day, and perhaps an organisation. */
export type PageInput = {
  readonly lookup: Lookup;
  readonly on: IsoDate;
  readonly organisation: Analysis | null;
};

/**
 * Forces, the one that weighs most first; an open question stands before a recommendation, because it may turn out to bind.
 * @source ranking method, section "duty"
 */
export const forceOrder: readonly Force[] = [
  'binding_now',
  'binding_from',
  'sector_scheme',
  'needs_answer',
  'recommended',
  'benchmark',
  'does_not_apply',
];

/** Duties that say something: an unconfirmed one is not shown as force. */
const spoken = ({ verification }: Obligation): boolean => verification.status !== 'recall';

/** The strongest of several duties. */
export const strongest = (duties: readonly Obligation[]): Obligation | undefined =>
  duties.filter(spoken).toSorted((left, right) => forceOrder.indexOf(left.force) - forceOrder.indexOf(right.force))[0];

/** Force of every item that a duty rests on or that touches one. */
export function forcesOf(
  lookup: Lookup,
  { obligations }: Pick<Assessment, 'obligations'>,
): ReadonlyMap<ItemRef, Obligation> {
  const spokenFor = obligations.filter(spoken);
  return new Map(
    [...lookup.links.values()].flatMap((link): readonly (readonly [ItemRef, Obligation])[] => {
      const best = strongest(dutiesOn(lookup, spokenFor, link));
      return best === undefined ? [] : [[link.ref, best]];
    }),
  );
}

/** Duties of an item: itself, those of its document, those that rest on a clause or its groups, those a safeguard touches. */
function dutiesOn(lookup: Lookup, duties: readonly Obligation[], { ref, kind }: ItemLink): readonly Obligation[] {
  switch (kind) {
    case 'obligation':
      return duties.filter(({ id }) => refOf('obligation', id) === ref);
    case 'document':
      return duties.filter((duty) => documentOf(lookup, duty) === ref);
    case 'framework': {
      const framework = lookup.content.frameworks.find(({ id }) => refOf('framework', id) === ref);
      return duties.filter((duty) => documentOf(lookup, duty) === framework?.document);
    }
    case 'requirement':
      return restingOn(duties, new Set(lookup.tree.chainOf(ref as never)));
    case 'safeguard': {
      const safeguard = lookup.content.safeguards.find(({ id }) => id === ref);
      const chains = new Set(safeguard?.mappings.flatMap(({ to }) => lookup.tree.chainOf(to)));
      const named = duties.filter(({ id }) => safeguard?.namedDuties.includes(id));
      return [...named, ...restingOn(duties, chains)];
    }
    default:
      return [];
  }
}

const restingOn = (duties: readonly Obligation[], refs: ReadonlySet<string>): readonly Obligation[] =>
  duties.filter(({ requirements }) => requirements.some((ref) => refs.has(ref)));

/** The document of the rule; a duty may cite another one for the case that holds. */
const documentOf = ({ rules }: Lookup, { id }: Obligation): string | undefined => rules.get(id)?.document;

/** The force of an item with the duty that gives it; null where none rests on it. */
export function forceOf({ lookup, organisation }: PageInput, item: ItemLink): ItemForce | null {
  if (organisation === null) return null;
  const duty = strongest(dutiesOn(lookup, organisation.assessment.obligations, item));
  const link = duty === undefined ? undefined : lookup.links.get(refOf('obligation', duty.id));
  if (duty === undefined || link === undefined) return null;
  return { force: duty.force, from: duty.from, through: duty.nationalAct?.title, duty: link, reason: duty.reason };
}

/** How far a safeguard is in place, where an organisation is asked for. */
export const ratingOf = (
  organisation: Pick<Analysis, 'profile'> | null,
  { id }: Pick<Safeguard, 'id'>,
): RatingState | undefined =>
  organisation === null ? undefined : (organisation.profile.ratings.get(id)?.rating.kind ?? 'unknown');

/** Safeguards by state; those that do not apply are counted apart. */
export function countStates(
  organisation: Analysis,
  safeguards: readonly Safeguard[],
): { readonly counts: StateCounts; readonly notApplicable: number } {
  const of = safeguards.map((safeguard) => ratingOf(organisation, safeguard));
  const count = (state: RatingState): number => of.filter((other) => other === state).length;
  return {
    counts: Object.fromEntries(states.map((state) => [state, count(state)])) as StateCounts,
    notApplicable: count('not_applicable'),
  };
}

/** The same as one sentence needs it; null where nothing touches the item or no organisation is asked for. */
export function touchBy(organisation: Analysis | null, safeguards: readonly Safeguard[]): Touch | null {
  if (organisation === null) return null;
  const mine = concernedOf(safeguards, organisation.ranking);
  if (mine.length === 0) return null;
  const { counts, notApplicable } = countStates(organisation, mine);
  return {
    total: mine.length - notApplicable,
    inPlace: counts.fully + counts.largely,
    unknown: counts.unknown,
    notApplicable,
  };
}
