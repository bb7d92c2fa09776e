import type { StoredProfile } from '../../../web/client/profile.ts';
import { kindOf, ratingOf } from './draft.ts';
import type { Step } from './steps.ts';

/** Whether a question has an answer other than "not known". */
export function isKnown(step: Step, profile: StoredProfile | null): boolean {
  if (profile === null) return false;
  switch (step.asks) {
    case 'country':
      return profile.country !== undefined;
    case 'kind':
      return kindOf(profile) !== undefined;
    case 'amount':
      return profile[step.fact] !== undefined;
    case 'group':
      return profile.in_group !== undefined;
    case 'services':
      return profile.services !== undefined;
    case 'rating':
      return ratingOf(step.safeguard, profile) !== undefined;
  }
}
