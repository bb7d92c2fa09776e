import { useEffect, useMemo, useRef, useState } from 'react';
import { unrated, type RatingState } from '../../../core/profile/rating-state.ts';
import type { Assessment, AssessmentDomain, AssessmentRow, Rating, Ratings } from '../../../web/client/assessment.ts';
import { shownState, type Edit } from './edits.ts';
import { passes, type Filter } from './filters.ts';
import type { Outbox, OutboxState } from './outbox.ts';
import type { Place } from './place.ts';
import { actsOn } from './row-acts.ts';
import { rowsOf } from './rows-of.ts';
import type { Part, RowActs } from './sheet-context.ts';

/** What stands on the page, and what is done to it. */
export type Sheet = {
  readonly domain: AssessmentDomain;
  /** The rows that the filter lets through, by domain. */
  readonly visible: ReadonlyMap<string, readonly AssessmentRow[]>;
  readonly stateOf: (id: string) => RatingState;
  readonly ratingOf: (id: string) => Rating;
  readonly currentId: string | null;
  readonly reasonFor: string | null;
  /** The last row was left downwards. */
  readonly isAtEnd: boolean;
  readonly setCurrent: (id: string) => void;
  /** The row that takes the focus as soon as it is drawn: keys that are pressed before mean it already. */
  readonly coming: () => string | null;
  readonly acts: RowActs;
};

export type SheetInput = {
  readonly assessment: Assessment;
  readonly ratings: Ratings;
  readonly outbox: Outbox;
  readonly outboxState: OutboxState;
  readonly filter: Filter;
  readonly place: Place;
  readonly goTo: (place: Place) => void;
};

export function useSheet({ assessment, ratings, outbox, outboxState, filter, place, goTo }: SheetInput): Sheet {
  const ratingOf = (id: string): Rating => newer(ratings.get(id), outboxState.answers.get(id)) ?? blank(id);
  const stateOf = (id: string): RatingState => shownOf(ratingOf(id).state, outboxState.edits.get(id));
  const visible = useVisible(assessment, { filter, openId: place.openId }, stateOf);
  const domain = assessment.domains.find(({ id }) => id === place.domainId) ?? assessment.domains[0];
  if (domain === undefined) throw new Error('Cannot assess: the library has no safeguard on the spine');
  const [current, setCurrent] = useState<string | null>(place.openId);
  const [reasonFor, setReasonFor] = useState<string | null>(null);
  const [isAtEnd, setAtEnd] = useState(false);
  const { want, coming } = useFocus(place.openId);
  const ids = (visible.get(domain.id) ?? []).map(({ id }) => id);
  const currentId = current !== null && ids.includes(current) ? current : (ids[0] ?? null);
  const focus = (id: string, part: Part): void => {
    setCurrent(id);
    want(id, part);
  };

  const acts = actsOn({ assessment, visible, outbox, place, goTo, ratingOf, reasonFor, focus, setReasonFor, setAtEnd });
  return {
    domain,
    visible,
    stateOf,
    ratingOf,
    currentId,
    reasonFor,
    isAtEnd,
    setCurrent,
    coming: () => visibleOr(coming(), visible),
    acts: useStable(acts),
  };
}

/** What was read may be older than what was answered since. */
const newer = (read: Rating | undefined, answered: Rating | undefined): Rating | undefined =>
  read === undefined || (answered !== undefined && answered.version > read.version) ? answered : read;

const blank = (id: string): Rating => ({
  id,
  state: unrated,
  version: 0,
  changedAt: null,
  changedBy: null,
  files: {},
});

/** The same change shows the same object, so that its row is drawn once. */
const shown = new WeakMap<Edit, { readonly stored: RatingState; readonly state: RatingState }>();

function shownOf(stored: RatingState, edit: Edit | undefined): RatingState {
  if (edit === undefined) return stored;
  const known = shown.get(edit);
  if (known?.stored === stored) return known.state;
  const state = shownState(stored, edit);
  shown.set(edit, { stored, state });
  return state;
}

/** The open row always shows. Decided when the filter is set, and not again at each rating: a row that is rated does not vanish under the hand. */
function useVisible(
  { domains, on }: Assessment,
  { filter, openId }: { readonly filter: Filter; readonly openId: string | null },
  stateOf: (id: string) => RatingState,
): Sheet['visible'] {
  const asked = JSON.stringify(filter);
  const ids = useMemo(
    () =>
      new Set(
        domains
          .flatMap(rowsOf)
          .filter((row) => row.id === openId || passes(row, stateOf(row.id), filter, on))
          .map(({ id }) => id),
      ),
    [asked],
  );
  return useMemo(
    () => new Map(domains.map((domain) => [domain.id, rowsOf(domain).filter(({ id }) => ids.has(id))])),
    [domains, ids],
  );
}

/** A row that will not be drawn does not come. */
const visibleOr = (id: string | null, visible: Sheet['visible']): string | null =>
  [...visible.values()].some((rows) => rows.some((row) => row.id === id)) ? id : null;

/** Focus on what may not be drawn yet: tried after each drawing until it is there. */
function useFocus(first: string | null): {
  readonly want: (id: string, part: Part) => void;
  readonly coming: () => string | null;
} {
  const wanted = useRef<{ readonly id: string; readonly part: Part } | null>(
    first === null ? null : { id: first, part: 'row' },
  );
  useEffect(() => {
    if (wanted.current === null) return;
    const { id, part } = wanted.current;
    const element = partOf(id, part);
    if (element === null) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    document.getElementById(rowId(id))?.scrollIntoView({ block: 'nearest' });
  });
  const [, draw] = useState(0);
  return {
    want: (id, part) => {
      wanted.current = { id, part };
      draw((count) => count + 1);
    },
    coming: () => (wanted.current?.part === 'row' ? wanted.current.id : null),
  };
}

export const rowId = (id: string): string => `row-${id}`;

/** Whoever may only read has no control in the row, and its title is the stop. */
function partOf(id: string, part: Part): HTMLElement | null {
  const row = document.getElementById(rowId(id));
  const find = (selector: string): HTMLElement | null => row?.querySelector<HTMLElement>(selector) ?? null;
  return part === 'row' ? (find('.as-line input:checked') ?? find('.as-line a')) : find(`[data-part="${part}"]`);
}

/** Functions that see the newest state, in an object that never changes. */
function useStable(acts: RowActs): RowActs {
  const newest = useRef(acts);
  newest.current = acts;
  const [stable] = useState(() => {
    const names = Object.keys(acts) as (keyof RowActs)[];
    const entries = names.map((name) => [
      name,
      (...given: unknown[]) => (newest.current[name] as (...values: unknown[]) => void)(...given),
    ]);
    return Object.fromEntries(entries) as RowActs;
  });
  return stable;
}
