import type { TierMethod, TierRow } from '../content/method.ts';
import type { Safeguard, SizeClass, Tier } from '../content/safeguard.ts';
import { tiers } from '../content/safeguard.ts';
import type { Facts } from '../profile/facts.ts';

/** The tier that fits, the row that says so, and whether something had to be assumed. */
export type MinimumSet = {
  readonly tier: Tier;
  readonly row: TierRow | null;
  /** Size or kind is not known: the tier was chosen for what is known. */
  readonly isAssumed: boolean;
  readonly method: TierMethod;
};

/** What kind of organisation the tier table sees. */
export function formOf(facts: Facts): TierRow['form'] {
  if (facts.entity_types?.includes('ncpeh_operator') || facts.myhealtheu_role === 'ncpeh_operator')
    return 'contact_point';
  if (facts.org_kind === 'national_body' || facts.org_kind === 'eu_body' || facts.org_kind === 'supplier')
    return facts.org_kind;
  if (facts.provider_form === 'group_practice' || facts.provider_form === 'individual_practitioner') return 'practice';
  return facts.provider_form === 'laboratory' ? 'laboratory' : 'provider';
}

/**
 * The tier that fits, by one dated table of kind and size.
 * @source content/methods, the tier table in force; proposed by the editors until a body adopts one
 */
export function minimumSetOf(facts: Facts, size: SizeClass | 'unknown', method: TierMethod): MinimumSet {
  const form = formOf(facts);
  const row =
    method.rows.find((candidate) => candidate.form === form && (candidate.size === 'any' || candidate.size === size)) ??
    null;
  const fallback = method.rows.find((candidate) => candidate.form === form)?.tier ?? 'essential';
  const isKnown = facts.org_kind !== undefined || facts.provider_form !== undefined || facts.entity_types !== undefined;
  return { tier: row?.tier ?? fallback, row, isAssumed: row === null || !isKnown, method };
}

/** Tiers are cumulative: everything up to the tier belongs to the set. */
export const isInSet = (safeguard: Safeguard, tier: Tier): boolean =>
  tiers.indexOf(safeguard.tier) <= tiers.indexOf(tier);
