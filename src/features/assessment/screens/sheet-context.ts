import { createContext, useContext } from 'react';
import type { RatingPatch, RatingWord } from '../../../core/profile/rating-state.ts';

/** A part of a row that takes the focus. */
export type Part = 'row' | 'evidence' | 'owner' | 'reason';

/** What can be done to a row. The object stays the same for as long as the page lives, so that rows are drawn only when they change. */
export type RowActs = {
  readonly rate: (id: string, rating: RatingWord, settleMs?: number) => void;
  readonly change: (id: string, patch: RatingPatch, settleMs?: number) => void;
  readonly toggle: (id: string) => void;
  readonly openTo: (id: string, part: Part) => void;
  readonly close: (id: string) => void;
  readonly askReason: (id: string | null) => void;
  readonly giveReason: (id: string, reason: string) => void;
  readonly move: (id: string, by: 1 | -1) => void;
  readonly focus: (id: string, part: Part) => void;
  readonly decide: (id: string, whose: 'mine' | 'theirs') => void;
  readonly giveUp: (id: string) => void;
  readonly again: (id: string) => void;
};

export type SheetInfo = {
  readonly acts: RowActs;
  readonly today: string;
  readonly mayRate: boolean;
  /** Takes a row among those that a colleague is asked about, or out of them. */
  readonly choose: (id: string) => void;
};

const Context = createContext<SheetInfo | null>(null);
export const SheetProvider = Context.Provider;

export function useSheetInfo(): SheetInfo {
  const info = useContext(Context);
  if (info === null) throw new Error('Cannot show a row outside of the list');
  return info;
}
