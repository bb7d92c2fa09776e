import type { Content } from '../content/content.ts';
import type { Framework, Requirement } from '../content/framework.ts';
import type { Force } from '../content/obligation-rule.ts';
import { forces } from '../content/obligation-rule.ts';
import type { Threat } from '../content/reference.ts';
import type { Safeguard } from '../content/safeguard.ts';
import type { Obligation } from '../obligations/assess.ts';
import type { RatingWord } from '../profile/rating-state.ts';
import { concernedOf } from '../ranking/concern.ts';
import type { DutyTerm } from '../ranking/duty.ts';
import type { OrganisationInput } from './guide-input.ts';
import { isConfirmed } from './legal.ts';

/** What can be said of whether a control applies. Nothing here decides: people confirm. */
export const applicabilities = ['applicable', 'proposed_not_applicable', 'not_decided'] as const;
export type Applicability = (typeof applicabilities)[number];

/** A safeguard that touches a control, as the organisation rated it. */
export type TouchingSafeguard = {
  readonly safeguard: Safeguard;
  readonly rating: RatingWord;
  /** Why it does not apply; null with every other rating. */
  readonly reason: string | null;
  readonly evidence: readonly string[];
};

/** A control with all that its line of a statement of applicability is made from. */
export type ApplicabilityRow = {
  readonly requirement: Requirement;
  readonly theme: string;
  readonly applicability: Applicability;
  readonly touching: readonly TouchingSafeguard[];
  /** What does not apply is in neither number. */
  readonly of: number;
  readonly inPlace: number;
  readonly unknown: number;
  /** Law and schemes that the same safeguards serve, the strongest first. */
  readonly law: readonly Obligation[];
  readonly schemes: readonly Obligation[];
  /** Threats that the same safeguards act on, the one with most of them first. */
  readonly threats: readonly Threat[];
};

/** Annex A of ISO/IEC 27001. */
export const annexA = 'iso27001-2022';

const asking: readonly Force[] = ['binding_now', 'binding_from'];
/** Strength from which a safeguard acts on a threat rather than touches it. */
const actsOn = 2;

/** Every control of a framework, in its order. */
export function applicabilityRows(
  { frameworks, safeguards, threats }: Pick<Content, 'frameworks' | 'safeguards' | 'threats'>,
  organisation: OrganisationInput,
  id: string = annexA,
): readonly ApplicabilityRow[] {
  const framework = frameworks.find((one) => one.id === id);
  if (framework === undefined) return [];
  const concerned = concernedOf(safeguards, organisation.ranking);
  const duties = new Map(
    [...organisation.ranking.items, ...organisation.ranking.done].map(({ safeguard, duty }) => [safeguard.id, duty]),
  );
  return controlsOf(framework).map((requirement) => {
    const touching = concerned
      .filter(({ mappings }) => mappings.some(({ to }) => to === `${id}:${requirement.id}`))
      .map((safeguard) => touchOf(safeguard, organisation));
    const counted = touching.filter(({ rating }) => rating !== 'not_applicable');
    const served = obligationsOf(counted.flatMap(({ safeguard }) => duties.get(safeguard.id) ?? []));
    const law = served.filter(({ force }) => asking.includes(force));
    const schemes = served.filter(({ force }) => force === 'sector_scheme');
    const acted = threatsOf(counted, threats);
    return {
      requirement,
      theme: framework.requirements.find((one) => one.id === requirement.parent)?.title ?? '',
      applicability: applicabilityOf(touching, law.length + schemes.length + acted.length > 0),
      touching,
      of: counted.length,
      inPlace: counted.filter(({ rating }) => rating === 'fully' || rating === 'largely').length,
      unknown: counted.filter(({ rating }) => rating === 'unknown').length,
      law,
      schemes,
      threats: acted,
    };
  });
}

/** Themes are headings; what has no parts is a control. */
function controlsOf({ requirements }: Framework): readonly Requirement[] {
  const parents = new Set(requirements.map(({ parent }) => parent));
  return requirements.filter(({ id }) => !parents.has(id));
}

function touchOf(safeguard: Safeguard, { profile }: OrganisationInput): TouchingSafeguard {
  const entry = profile.ratings.get(safeguard.id);
  const rating = entry?.rating;
  return {
    safeguard,
    rating: rating?.kind ?? 'unknown',
    reason: rating?.kind === 'not_applicable' ? rating.reason : null,
    evidence: (entry?.evidence ?? []).map(({ what }) => what),
  };
}

/** A control is proposed as not applicable only where everything that touches it is, each with its reason. */
function applicabilityOf(touching: readonly TouchingSafeguard[], isJustified: boolean): Applicability {
  if (touching.length === 0) return 'not_decided';
  if (touching.every(({ reason }) => reason !== null && reason.trim() !== '')) return 'proposed_not_applicable';
  return isJustified ? 'applicable' : 'not_decided';
}

/** Each once; what was not confirmed is never stated. */
function obligationsOf(duties: readonly DutyTerm[]): readonly Obligation[] {
  const served = duties.flatMap(({ touches }) => touches.map(({ obligation }) => obligation)).filter(isConfirmed);
  return [...new Map(served.map((obligation) => [obligation.id, obligation])).values()].toSorted(
    (left, right) => forces.indexOf(left.force) - forces.indexOf(right.force) || left.order - right.order,
  );
}

function threatsOf(touching: readonly TouchingSafeguard[], threats: readonly Threat[]): readonly Threat[] {
  const counts = new Map<string, number>();
  for (const { safeguard } of touching)
    for (const { id, strength } of safeguard.threats) if (strength >= actsOn) counts.set(id, (counts.get(id) ?? 0) + 1);
  const countOf = ({ id }: Threat): number => counts.get(id) ?? 0;
  return threats.filter((threat) => countOf(threat) > 0).toSorted((left, right) => countOf(right) - countOf(left));
}
