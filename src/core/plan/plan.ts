/** Plan: what fits into which quarter. Fills in rank order; an exact optimiser may later take the place of `plan`. */
import { fail, ok, type Result } from '../base.ts';
import type { SafeguardId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Capacity } from '../profile/profile.ts';
import type { Ranked, Ranking } from '../ranking/rank.ts';
import {
  beginsAt,
  emptyBoard,
  endsAt,
  hold,
  settle,
  type Board,
  type NotPlanned,
  type Share,
  type Task,
} from './fill.ts';
import type { Pin, PinRefusal, QuarterPin, RefusedPin } from './pins.ts';
import { nextQuarter, quartersFrom, type Quarter } from './quarters.ts';

/** One quarter with its work and what stays free. */
export type PlannedQuarter = {
  readonly quarter: Quarter;
  readonly shares: readonly Share[];
  readonly usedDays: number;
  readonly usedEur: number;
  readonly freeDays: number;
  readonly freeEur: number;
};

/** What is done when, and what is not. */
export type Plan = {
  readonly capacity: Capacity;
  readonly quarters: readonly PlannedQuarter[];
  readonly notPlanned: readonly NotPlanned[];
  /** The quarter in which each planned safeguard ends. */
  readonly endsIn: ReadonlyMap<SafeguardId, Quarter>;
  /** Where people moved something, and it could be kept. */
  readonly moved: ReadonlyMap<SafeguardId, Quarter>;
  /** What people left out of this plan, in rank order. */
  readonly setAside: readonly { readonly id: SafeguardId; readonly reason: string }[];
  readonly refused: readonly RefusedPin[];
};

/** Two years: beyond that, estimates of people and money say little. */
export const planQuarters = 8;

/**
 * Fills the quarters in rank order. Each takes what is still free, from the first quarter in which all it needs is done,
 * so a lower rank may fill a gap but never delays a higher one. Only what people moved goes ahead of higher ranks: it takes
 * the people and money of its quarter first, while what it needs stays where it stood.
 */
export function plan(ranking: Ranking, capacity: Capacity, on: IsoDate, pins: readonly Pin[] = []): Plan {
  const quarters = quartersFrom(capacity.firstQuarter ?? nextQuarter(on), planQuarters);
  const aside = new Map(pins.flatMap((pin) => (pin.kind === 'aside' ? [[pin.id, pin.reason] as const] : [])));
  const all = ranking.items.map(taskOf);
  const scene: Scene = {
    quarters,
    capacity,
    tasks: all.filter(({ id }) => !aside.has(id)),
    open: new Set(all.map(({ id }) => id)),
  };
  const { board, kept, refused } = filledWith(scene, pins.filter(isMove));
  return {
    capacity,
    quarters: quarters.map((quarter, index) => quarterOf(quarter, board.quarters[index], capacity)),
    notPlanned: scene.tasks.flatMap(({ id }) => board.notPlanned.filter((item) => item.id === id)),
    endsIn: new Map([...board.parts.keys()].map((id) => [id, quarters[endsAt(board, id) ?? -1] ?? ''])),
    moved: new Map(kept.map(({ id, quarter }) => [id, quarter])),
    setAside: all.flatMap(({ id }) => (aside.has(id) ? [{ id, reason: aside.get(id) ?? '' }] : [])),
    refused,
  };
}

/** The plan with one more place chosen; or why that place cannot be kept, or which other could not stay. */
export function planWithPin(
  input: {
    readonly ranking: Ranking;
    readonly capacity: Capacity;
    readonly on: IsoDate;
    readonly pins: readonly Pin[];
  },
  wanted: Pin,
): Result<Plan, PinRefusal> {
  const { ranking, capacity, on, pins } = input;
  if (!ranking.items.some(({ safeguard }) => safeguard.id === wanted.id)) return fail({ kind: 'not_open' });
  const others = pins.filter(({ id }) => id !== wanted.id);
  const tried = plan(ranking, capacity, on, [...others, wanted]);
  const own = tried.refused.find(({ pin }) => pin.id === wanted.id);
  if (own !== undefined) return fail(own.reason);
  const before = new Set(plan(ranking, capacity, on, others).refused.map(({ pin }) => pin.id));
  const broken = tried.refused.find(({ pin }) => !before.has(pin.id));
  return broken === undefined ? ok(tried) : fail({ kind: 'breaks', id: broken.pin.id, quarter: broken.pin.quarter });
}

/** What is left to do, in days and money, at the middle of the estimate. */
export function workLeft({ gap, effort }: Pick<Ranked, 'gap' | 'effort'>): {
  readonly days: number;
  readonly eur: number;
} {
  return { days: round(gap.value * middle(effort.days)), eur: Math.round(gap.value * middle(effort.costEur)) };
}
const middle = ([low, high]: readonly [number, number]): number => (low + high) / 2;
const round = (days: number): number => Math.round(days * 10) / 10;
const taskOf = (item: Ranked): Task => ({ id: item.safeguard.id, needs: item.safeguard.needs, ...workLeft(item) });
const isMove = (pin: Pin): pin is QuarterPin => pin.kind === 'quarter';

type Scene = {
  readonly quarters: readonly Quarter[];
  readonly capacity: Capacity;
  /** In rank order: what a task needs stands before it. */
  readonly tasks: readonly Task[];
  readonly open: ReadonlySet<SafeguardId>;
};
type Filled = {
  readonly board: Board;
  readonly kept: readonly QuarterPin[];
  readonly refused: readonly RefusedPin[];
};

/**
 * Tries the moves in rank order. Each that can be kept beside those of higher rank is; what it needs keeps the place that it
 * had without this move.
 */
function filledWith(scene: Scene, moves: readonly QuarterPin[]): Filled {
  const rankOf = new Map(scene.tasks.map(({ id }, index) => [id, index]));
  const ranked = moves
    .filter(({ id }) => rankOf.has(id))
    .toSorted((left, right) => (rankOf.get(left.id) ?? 0) - (rankOf.get(right.id) ?? 0));
  const refused: RefusedPin[] = [];
  let kept: readonly QuarterPin[] = [];
  let board = boardOf(scene);
  for (const task of scene.tasks) settle(board, task, 0);
  for (const pin of ranked) {
    const tried = movedBoard(scene, [...kept, pin], board);
    const reason = refusalOf(scene, pin, tried);
    if (reason !== null) refused.push({ pin, reason });
    else [kept, board] = [[...kept, pin], tried];
  }
  return { board, kept, refused };
}

const boardOf = ({ quarters, capacity, open }: Scene): Board =>
  emptyBoard(quarters.length, capacity.personDays, capacity.moneyEur, open);

/** First what was moved, each after what it needs, which stays where it was before; then everything else in rank order. */
function movedBoard(scene: Scene, moves: readonly QuarterPin[], before: Board): Board {
  const board = boardOf(scene);
  const byId = new Map(scene.tasks.map((task) => [task.id, task]));
  const movedTo = new Map(moves.map(({ id, quarter }) => [id, scene.quarters.indexOf(quarter)]));
  const seen = new Set<SafeguardId>();
  const visit = (id: SafeguardId): void => {
    const task = byId.get(id);
    if (task === undefined || seen.has(id)) return;
    seen.add(id);
    for (const need of task.needs) visit(need);
    const index = movedTo.get(id);
    if (index !== undefined) settle(board, task, Math.max(0, index));
    else hold(board, task, before.parts.get(id) ?? []);
  };
  for (const { id } of moves) visit(id);
  for (const task of scene.tasks) if (!seen.has(task.id)) settle(board, task, 0);
  return board;
}

function refusalOf({ quarters, tasks }: Scene, { id, quarter }: QuarterPin, board: Board): PinRefusal | null {
  const wanted = quarters.indexOf(quarter);
  if (wanted === -1) return { kind: 'outside', first: quarters[0] ?? '', last: quarters.at(-1) ?? '' };
  const unplanned = board.notPlanned.find((other) => other.id === id);
  if (unplanned === undefined && beginsAt(board, id) === wanted) return null;
  const needs = tasks.find((task) => task.id === id)?.needs ?? [];
  const late = needs.find((need) => (endsAt(board, need) ?? -1) > wanted);
  if (late !== undefined) return { kind: 'needs', id: late, endsIn: quarters[endsAt(board, late) ?? -1] ?? null };
  if (unplanned === undefined) return { kind: 'full', quarter };
  const { reason, missingDays, missingEur } = unplanned;
  return reason.kind === 'needs'
    ? { kind: 'needs', id: reason.id, endsIn: null }
    : { kind: 'too_large', limit: reason.kind, missingDays, missingEur };
}

function quarterOf(quarter: Quarter, free: Board['quarters'][number] | undefined, capacity: Capacity): PlannedQuarter {
  const shares = (free?.shares ?? []).map((share) => ({
    ...share,
    personDays: round(share.personDays),
    moneyEur: Math.round(share.moneyEur),
  }));
  const freeDays = round(Math.max(0, free?.days ?? 0));
  const freeEur = Math.round(Math.max(0, free?.eur ?? 0));
  return {
    quarter,
    shares,
    freeDays,
    freeEur,
    usedDays: round(capacity.personDays - freeDays),
    usedEur: capacity.moneyEur - freeEur,
  };
}
