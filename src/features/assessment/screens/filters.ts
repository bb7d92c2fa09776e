import type { AssessmentRow } from '../../../web/client/assessment.ts';
import type { RatingState } from '../../../core/profile/rating-state.ts';

/** Which rows the list shows; the address says the same. */
export type Filter = {
  readonly show: Show;
  /** A name, or `-` for rows that nobody owns; null for all. */
  readonly owner: string | null;
  readonly isMinimumSet: boolean;
  readonly find: string;
};
/** `first`: the ten that decide most. `due`: overdue, or due within thirty days. `expired`: with evidence past its day. */
export const shows = ['all', 'unknown', 'first', 'due', 'expired'] as const;
export type Show = (typeof shows)[number];
export const nobody = '-';

export const everything: Filter = { show: 'all', owner: null, isMinimumSet: false, find: '' };

const fewFirst = 10;
const soonDays = 30;

/** Whether a row passes. */
export function passes(row: AssessmentRow, state: RatingState, filter: Filter, today: string): boolean {
  return (
    (!filter.isMinimumSet || row.inMinimumSet) &&
    isShown(row, state, filter.show, today) &&
    isOwned(state, filter.owner) &&
    isFound(row, state, filter.find)
  );
}

function isShown({ rank }: AssessmentRow, state: RatingState, show: Show, today: string): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'unknown':
      return state.rating === 'unknown';
    case 'first':
      return rank !== null && rank <= fewFirst;
    case 'due':
      return state.due !== null && state.due <= daysAfter(today, soonDays);
    case 'expired':
      return hasExpired(state, today);
  }
}

/** Whether some evidence proves nothing any more. */
export const hasExpired = ({ evidence }: RatingState, today: string): boolean =>
  evidence.some(({ expires }) => expires !== undefined && expires < today);

const isOwned = ({ owner }: RatingState, wanted: string | null): boolean =>
  wanted === null || (wanted === nobody ? owner === null : folded(owner ?? '') === folded(wanted));

/** Every word, in title, id, owner, note or evidence; accents and capitals do not matter. */
function isFound({ id, title }: AssessmentRow, { owner, note, evidence }: RatingState, find: string): boolean {
  if (find.trim() === '') return true;
  const text = folded([id, title, owner ?? '', note ?? '', ...evidence.map(({ what }) => what)].join(' '));
  return folded(find)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** The day so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
