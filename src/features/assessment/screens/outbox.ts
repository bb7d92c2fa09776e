import type { Result } from '../../../core/base.ts';
import { tidyPatch, type RatingPatch } from '../../../core/profile/rating-state.ts';
import { sendPatch, type Rating, type RatingFailure } from '../../../web/client/assessment.ts';
import { collided, confirmed, decided, edited, type Edit } from './edits.ts';
import { dropEdit, keepEdit, keptEdits, type Keeper } from './kept-edits.ts';

/** Why changes wait: no answer, nobody signed in, or nothing stands in the way. */
export type Line = 'open' | 'no_answer' | 'unauthenticated';

export type OutboxState = {
  readonly edits: ReadonlyMap<string, Edit>;
  /** What the server answered last, by safeguard: a change that is confirmed goes from the one to the other at once. */
  readonly answers: ReadonlyMap<string, Rating>;
  readonly line: Line;
  readonly savedAt: Date | null;
  /** False where the browser keeps nothing: then a reload loses what waits. */
  readonly isKept: boolean;
};

/** Changes on their way to the server: kept in the browser first, sent one after the other, asked about where people must choose. */
export type Outbox = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => OutboxState;
  readonly change: (base: Rating, patch: RatingPatch, settleMs?: number) => void;
  readonly decide: (id: string, whose: 'mine' | 'theirs') => void;
  readonly giveUp: (id: string) => void;
  readonly sendNow: () => void;
};

/** Told of every answer of the server. */
export type OnStored = (rating: Rating) => void;

const againMs = [2_000, 5_000, 10_000, 30_000] as const;
const outboxes = new Map<string, Outbox>();

/** One outbox for each person and organisation, for as long as the page lives: it goes on sending when the screen is left. */
export function outboxOf(keeper: Keeper, onStored: OnStored): Outbox {
  const name = `${keeper.organisation}/${keeper.actor}`;
  const known = outboxes.get(name) ?? openOutbox(keeper, onStored);
  outboxes.set(name, known);
  return known;
}

/** What an outbox remembers while it works. */
type Desk = {
  readonly keeper: Keeper;
  readonly onStored: OnStored;
  readonly listeners: Set<() => void>;
  /** When each change has settled, in ms of the browser's clock. */
  readonly readyAt: Map<string, number>;
  state: OutboxState;
  isSending: boolean;
  /** Attempts in a row without an answer. */
  failures: number;
  timer: ReturnType<typeof setTimeout> | undefined;
};

function openOutbox(keeper: Keeper, onStored: OnStored): Outbox {
  const kept = new Map(keptEdits(keeper).map((edit) => [edit.id, edit]));
  const desk: Desk = {
    keeper,
    onStored,
    listeners: new Set(),
    readyAt: new Map(),
    state: { edits: kept, answers: new Map(), line: 'open', savedAt: null, isKept: true },
    isSending: false,
    failures: 0,
    timer: undefined,
  };
  wakeWithTheBrowser(() => void send(desk));
  wake(desk, 0);
  return {
    subscribe: (listener) => {
      desk.listeners.add(listener);
      return () => desk.listeners.delete(listener);
    },
    state: () => desk.state,
    change: (base, patch, settleMs = 0) => {
      desk.readyAt.set(base.id, Date.now() + settleMs);
      put(desk, base.id, edited(desk.state.edits.get(base.id), base, patch));
      if (!desk.isSending && desk.state.line === 'open') wake(desk, settleMs);
    },
    decide: (id, whose) => {
      const edit = desk.state.edits.get(id);
      if (edit !== undefined) put(desk, id, decided(edit, whose));
      wake(desk, 0);
    },
    giveUp: (id) => put(desk, id, null),
    sendNow: () => wake(desk, 0),
  };
}

function set(desk: Desk, part: Partial<OutboxState>): void {
  desk.state = { ...desk.state, ...part };
  for (const listener of desk.listeners) listener();
}

/** Kept in the browser before anything else happens to it. */
function put(desk: Desk, id: string, edit: Edit | null): void {
  const edits = new Map(desk.state.edits);
  if (edit === null) {
    edits.delete(id);
    dropEdit(desk.keeper, id);
    return set(desk, { edits });
  }
  edits.set(id, edit);
  set(desk, { edits, isKept: keepEdit(desk.keeper, edit) });
}

const waiting = ({ state }: Desk): readonly Edit[] =>
  [...state.edits.values()].filter(({ problem }) => problem === null);

const next = (desk: Desk): Edit | undefined =>
  waiting(desk).find(({ id }) => (desk.readyAt.get(id) ?? 0) <= Date.now());

function wake(desk: Desk, waitMs: number): void {
  clearTimeout(desk.timer);
  desk.timer = setTimeout(() => void send(desk), waitMs);
}

/** Until the earliest change has settled, or until the next attempt. */
function sleep(desk: Desk): void {
  const open = waiting(desk);
  if (open.length === 0) return;
  if (desk.state.line !== 'open') return wake(desk, againMs[Math.min(desk.failures, againMs.length) - 1] ?? againMs[0]);
  wake(desk, Math.max(0, Math.min(...open.map(({ id }) => desk.readyAt.get(id) ?? 0)) - Date.now()));
}

/** One after the other, so that changes arrive in the order in which they were made. */
async function send(desk: Desk): Promise<void> {
  if (desk.isSending) return;
  desk.isSending = true;
  for (let edit = next(desk); edit !== undefined; edit = next(desk)) {
    const { id, patch, base } = edit;
    const isAnswered = settle(desk, id, await sendPatch(id, tidyPatch(patch), base.version));
    if (!isAnswered) break;
  }
  desk.isSending = false;
  sleep(desk);
}

function answered(desk: Desk, rating: Rating, part: Partial<OutboxState>): void {
  set(desk, { ...part, answers: new Map(desk.state.answers).set(rating.id, rating) });
  desk.onStored(rating);
}

/** Answers whether the server did. */
function settle(desk: Desk, id: string, result: Result<Rating, RatingFailure>): boolean {
  const edit = desk.state.edits.get(id);
  if (result.ok) {
    desk.failures = 0;
    answered(desk, result.value, { line: 'open', savedAt: new Date() });
    if (edit !== undefined) put(desk, id, confirmed(edit, result.value));
    return true;
  }
  const line = lineOf(result.error);
  if (line !== 'open') {
    desk.failures += 1;
    set(desk, { line });
    return false;
  }
  const { stored } = result.error;
  if (stored !== undefined) answered(desk, stored, {});
  if (edit === undefined) return true;
  const refused: Edit = { ...edit, problem: { kind: 'refused', failure: result.error } };
  put(desk, id, stored === undefined ? refused : collided(edit, stored));
  return true;
}

/** Failures that pass: the change is good, and goes later. */
function lineOf({ kind }: RatingFailure): Line {
  if (kind === 'unauthenticated') return 'unauthenticated';
  return ['no_answer', 'locked', 'unreachable', 'too_many'].includes(kind) ? 'no_answer' : 'open';
}

/** The network, or whoever looks at the page again, may have brought the server back. */
function wakeWithTheBrowser(wakeUp: () => void): void {
  window.addEventListener('online', wakeUp);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wakeUp());
}
