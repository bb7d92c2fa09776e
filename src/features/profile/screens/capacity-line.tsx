import { Link } from '@tanstack/react-router';
import type { StoredProfile } from '../../../web/client/profile.ts';
import { formatEuros, formatNumber } from '../../../web/format.ts';
import { say } from '../../../web/say.ts';
import { fieldName } from './field-words.ts';

/** People and money are changed where their effect is seen: in the plan. */
export function CapacityLine({ profile }: { readonly profile: StoredProfile | null }) {
  const capacity = profile?.capacity ?? null;
  return (
    <>
      <p className="label">{fieldName('capacity')}</p>
      <p>
        {capacity === null
          ? say('profile.notKnown')
          : say('profile.capacity', {
              days: formatNumber(capacity.person_days_per_quarter),
              money: formatEuros(capacity.money_eur_per_quarter),
            })}
      </p>
      <p>
        <Link to="/plan">{say(capacity === null ? 'profile.capacitySay' : 'profile.capacityChange')}</Link>
      </p>
    </>
  );
}
