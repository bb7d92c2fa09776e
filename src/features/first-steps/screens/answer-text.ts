import { unreachable } from '../../../core/base.ts';
import type { Country } from '../../../core/content/country.ts';
import type { StoredProfile } from '../../../web/client/profile.ts';
import { formatEuros, formatList, formatMillions, formatNumber } from '../../../web/format.ts';
import { isWordKey, say } from '../../../web/say.ts';
import { kindOf } from './draft.ts';
import type { Step } from './steps.ts';

type FactStep = Exclude<Step, { asks: 'rating' }>;

/** A stored fact as the list of answers says it; null: not known. */
export function answerText(
  step: FactStep,
  profile: StoredProfile | null,
  countries: readonly Country[],
): string | null {
  if (profile === null) return null;
  switch (step.asks) {
    case 'country':
      return profile.country === undefined
        ? null
        : (countries.find(({ code }) => code === profile.country)?.name ?? profile.country);
    case 'kind':
      return kindText(profile);
    case 'amount':
      return amountText(profile[step.fact] as number | undefined, step.unit);
    case 'group':
      return profile.in_group === undefined ? null : say(profile.in_group ? 'steps.group.yes' : 'steps.group.no');
    case 'services':
      return servicesText(profile.services);
    default:
      return unreachable(step);
  }
}

function kindText(profile: StoredProfile): string | null {
  const kind = kindOf(profile);
  const key = `kinds.${kind ?? ''}`;
  return kind === undefined ? null : isWordKey(key) ? say(key) : kind;
}

function amountText(value: number | undefined, unit: 'people' | 'millions'): string | null {
  if (value === undefined) return null;
  if (unit === 'people') return `${formatNumber(value)} ${say('steps.staff.unit')}`;
  return value < 1_000_000 ? formatEuros(value) : say('money.millions', { amount: formatMillions(value) });
}

function servicesText(services: StoredProfile['services']): string | null {
  if (services === undefined) return null;
  return services.length === 0
    ? say('steps.services.none')
    : formatList(services.map((service) => say(`service.${service}`)));
}
