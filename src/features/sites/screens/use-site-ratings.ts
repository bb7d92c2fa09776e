import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { RatingWord } from '../../../core/profile/rating-state.ts';
import {
  rateAtSite,
  showInSheet,
  type SiteRating,
  type SiteRatingFailure,
  type SiteSheet,
} from '../../../web/client/sites.ts';
import { actOf } from '../../../web/kit/rating/keys.ts';
import { useRowEvents } from '../../../web/kit/rating/row-events.ts';
import { useShortcuts } from '../../../web/kit/rating/shortcuts.ts';

/** A rating that was not stored, and what stands there where someone else was first. */
export type Problem = {
  readonly wanted: SiteRating;
  readonly failure: SiteRatingFailure;
  readonly stored: SiteRating | undefined;
};

/** What is done to the ratings of a site. */
export type SiteWork = {
  readonly currentId: string | null;
  readonly reasonFor: string | null;
  readonly savedAt: Date | null;
  /** Chosen, and not yet answered. */
  readonly pending: ReadonlyMap<string, RatingWord>;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly rate: (id: string, rating: RatingWord) => void;
  readonly giveReason: (id: string, reason: string) => void;
  readonly cancelReason: (id: string) => void;
  readonly again: (id: string) => void;
  readonly giveUp: (id: string) => void;
};

/** Stores each rating as it is chosen, one after the other for each safeguard. */
export function useSiteRatings(sheet: SiteSheet, address: string, list: RefObject<HTMLDivElement | null>): SiteWork {
  const ids = sheet.domains.flatMap(({ rows }) => rows.map(({ id }) => id));
  const [current, setCurrent] = useState<string | null>(null);
  const [reasonFor, setReasonFor] = useState<string | null>(null);
  const { send, ...stored } = useSending(sheet, address);
  const rate = (id: string, rating: RatingWord): void => {
    if (!sheet.mayRate) return;
    setReasonFor(rating === 'not_applicable' ? id : null);
    if (rating !== 'not_applicable') send(id, rating, null);
  };
  const currentId = current ?? ids[0] ?? null;
  // Switched off in the assessment, single letters are off here too.
  const [hasLetters] = useShortcuts();
  useKeys(list, { ids, currentId, setCurrent, rate, hasLetters, onCancel: () => setReasonFor(null) });
  useEffect(() => {
    if (reasonFor !== null) document.getElementById(`reason-${reasonFor}`)?.focus();
  }, [reasonFor]);
  return {
    currentId,
    reasonFor,
    ...stored,
    rate,
    giveReason: (id, reason) => {
      setReasonFor(null);
      send(id, 'not_applicable', reason.trim());
      focusRow(id);
    },
    cancelReason: (id) => {
      setReasonFor(null);
      focusRow(id);
    },
  };
}

type Sending = Pick<SiteWork, 'pending' | 'problems' | 'savedAt' | 'again' | 'giveUp'> & {
  readonly send: (id: string, rating: RatingWord, reason: string | null) => void;
};

function useSending(sheet: SiteSheet, address: string): Sending {
  const client = useQueryClient();
  const [pending, setPending] = useState<ReadonlyMap<string, RatingWord>>(new Map());
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  // A second choice waits for the answer to the first, whose version it needs.
  const queues = useRef(new Map<string, { readonly done: Promise<number>; readonly turn: number }>());
  const versionOf = (id: string): number =>
    sheet.domains.flatMap(({ rows }) => rows).find((row) => row.id === id)?.version ?? 0;

  const sendOn = (wanted: Omit<SiteRating, 'version'>, version: number): void => {
    const { id, rating } = wanted;
    const before = queues.current.get(id);
    const turn = (before?.turn ?? 0) + 1;
    setPending((known) => new Map(known).set(id, rating));
    setProblems((known) => without(known, id));
    const work = async (): Promise<number> => {
      const on = Math.max(version, (await before?.done) ?? 0);
      const answer = await rateAtSite(client, address, { ...wanted, version: on });
      const isLast = queues.current.get(id)?.turn === turn;
      if (isLast) setPending((known) => without(known, id));
      if (answer.ok) setSavedAt(new Date());
      else if (isLast) {
        const problem = { wanted: { ...wanted, version: on }, failure: answer.error, stored: answer.error.stored };
        setProblems((known) => new Map(known).set(id, problem));
      }
      return answer.ok ? answer.value.version : on;
    };
    queues.current.set(id, { turn, done: work() });
  };
  return {
    pending,
    problems,
    savedAt,
    send: (id, rating, reason) => sendOn({ id, rating, reason }, versionOf(id)),
    again: (id) => {
      const problem = problems.get(id);
      if (problem === undefined) return;
      sendOn(problem.wanted, problem.stored?.version ?? problem.wanted.version);
      focusRow(id);
    },
    giveUp: (id) => {
      const stored = problems.get(id)?.stored;
      if (stored !== undefined) showInSheet(client, address, stored);
      setProblems((known) => without(known, id));
      focusRow(id);
    },
  };
}

function without<Value>(known: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  const rest = new Map(known);
  rest.delete(id);
  return rest;
}

/** The control of a row, or its title where there is none. */
function focusRow(id: string): void {
  const row = document.getElementById(`row-${id}`);
  const control = row?.querySelector<HTMLElement>('input[type=radio]:checked') ?? row?.querySelector<HTMLElement>('a');
  control?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

type Keys = {
  readonly ids: readonly string[];
  readonly currentId: string | null;
  readonly setCurrent: (id: string) => void;
  readonly rate: SiteWork['rate'];
  readonly onCancel: () => void;
  readonly hasLetters: boolean;
};

/** The keys of the assessment, for rows: arrows move, letters rate and move on. In a field people write. */
function useKeys(list: RefObject<HTMLElement | null>, keys: Keys): void {
  const move = (id: string, by: 1 | -1): void => focusRow(keys.ids[keys.ids.indexOf(id) + by] ?? id);
  useRowEvents(
    list,
    (event, { id, isLine }) => {
      const act = actOf(event, isLine && keys.hasLetters);
      if (id === null || act === null || event.isComposing) return;
      if (act.kind === 'close') {
        keys.onCancel();
        return focusRow(id);
      }
      if (!isLine || (act.kind !== 'move' && act.kind !== 'rate')) return;
      event.preventDefault();
      if (act.kind === 'move') return move(id, act.by);
      keys.rate(id, act.rating);
      if (act.rating !== 'not_applicable') move(id, 1);
    },
    keys.setCurrent,
  );
}
