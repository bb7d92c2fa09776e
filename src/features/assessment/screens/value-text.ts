import type { RatingField, RatingPatch } from '../../../core/profile/rating-state.ts';
import type { Who } from '../../../web/client/assessment.ts';
import { say } from '../../../web/say.ts';
import { longDay } from './shown-days.ts';

/** One part of a rating in words. */
export function valueText(state: RatingPatch, field: RatingField): string {
  if (field === 'rating') return say(`rating.${state.rating ?? 'unknown'}`);
  if (field === 'evidence') {
    const { evidence = [] } = state;
    return evidence.length > 0 && evidence.length <= 3
      ? evidence.map(({ what }) => what).join('; ')
      : say('assessment.pieces', { count: evidence.length });
  }
  const value = state[field];
  if (value === null || value === undefined || value === '') return say('assessment.nothing');
  return field === 'due' ? longDay(value) : value;
}

export const whoText = (who: Who | null): string => who?.name ?? say(`assessment.who.${who?.kind ?? 'other'}`);
