import type { Concern, Safeguard } from '../content/safeguard.ts';
import type { Facts } from '../profile/facts.ts';
import type { Profile } from '../profile/profile.ts';
import type { Ranking } from './rank.ts';
import { formOf } from './tier.ts';

/**
 * Whether the organisation could have the service or technology, or is of the form. What it has not told is not absent; only
 * its form is assumed, as the tier table assumes it.
 */
function mayHold(facts: Facts, concern: Concern): boolean {
  const [kind, name = ''] = concern.split(':');
  if (kind === 'form') return formOf(facts) === name;
  const stated: readonly string[] | undefined = kind === 'service' ? facts.services : facts.technology;
  return stated === undefined || stated.includes(name);
}

/**
 * Whether a safeguard concerns the organisation: radiotherapy concerns nobody who treats no cancer. A rating that the
 * organisation gave itself outweighs what we conclude from its profile.
 */
export const concernsUs = (
  { id, concerns }: Safeguard,
  { facts, ratings }: Pick<Profile, 'facts' | 'ratings'>,
): boolean => concerns === undefined || ratings.has(id) || concerns.some((concern) => mayHold(facts, concern));

/** Those of a library that concern the organisation of a ranking. */
export function concernedOf(
  safeguards: readonly Safeguard[],
  { outside }: Pick<Ranking, 'outside'>,
): readonly Safeguard[] {
  const left = new Set(outside.map(({ id }) => id));
  return safeguards.filter(({ id }) => !left.has(id));
}
