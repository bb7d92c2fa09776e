/** Filling quarters: one piece of work after the other, each from the first quarter in which all it needs is done. */
import type { SafeguardId } from '../content/ids.ts';

/** What is left to do of one safeguard. */
export type Task = {
  readonly id: SafeguardId;
  readonly needs: readonly SafeguardId[];
  readonly days: number;
  readonly eur: number;
};

/** The part of a safeguard that is done in one quarter. */
export type Share = {
  readonly id: SafeguardId;
  readonly personDays: number;
  readonly moneyEur: number;
  readonly begins: boolean;
  readonly ends: boolean;
};

/** Why something is not in the plan: what stops it, and what more it would take within the same quarters. */
export type NotPlanned = {
  readonly id: SafeguardId;
  readonly reason: { readonly kind: 'days' | 'money' } | { readonly kind: 'needs'; readonly id: SafeguardId };
  readonly needsDays: number;
  readonly needsEur: number;
  readonly missingDays: number;
  readonly missingEur: number;
};

/** The share of a piece of work that one quarter takes, of 1. */
export type Part = { readonly index: number; readonly part: number };

type Free = { days: number; eur: number; readonly shares: Share[] };

/** The quarters while they are being filled. */
export type Board = {
  readonly quarters: readonly Free[];
  readonly parts: Map<SafeguardId, readonly Part[]>;
  readonly notPlanned: NotPlanned[];
  /** What has a gap: a need outside of it is done, or nobody asks for it. */
  readonly open: ReadonlySet<SafeguardId>;
};

/** Below this share of a safeguard's work a quarter is not worth opening. */
const sliver = 1e-6;

/** Quarters in which nothing is planned yet. */
export const emptyBoard = (count: number, days: number, eur: number, open: ReadonlySet<SafeguardId>): Board => ({
  quarters: Array.from({ length: count }, () => ({ days, eur, shares: [] })),
  parts: new Map(),
  notPlanned: [],
  open,
});

/** Where a planned safeguard begins, and where it ends. */
export const beginsAt = ({ parts }: Board, id: SafeguardId): number | undefined => parts.get(id)?.[0]?.index;
export const endsAt = ({ parts }: Board, id: SafeguardId): number | undefined => parts.get(id)?.at(-1)?.index;

/** The first quarter in which all that a task needs is done. */
const readyAt = (board: Board, { needs }: Task): number =>
  Math.max(0, ...needs.map((need) => endsAt(board, need) ?? 0));

/** Takes what is still free, never before `earliest`; or says what stops it. */
export function settle(board: Board, task: Task, earliest: number): void {
  const whole = { id: task.id, needsDays: task.days, needsEur: task.eur };
  const blocked = task.needs.find((need) => board.open.has(need) && !board.parts.has(need));
  if (blocked !== undefined) {
    const reason = { kind: 'needs', id: blocked } as const;
    board.notPlanned.push({ ...whole, reason, missingDays: task.days, missingEur: task.eur });
    return;
  }
  const from = Math.max(earliest, readyAt(board, task));
  const { parts, left } = freeParts(board, task, from);
  if (left <= sliver) take(board, task, parts);
  else board.notPlanned.push({ ...whole, ...shortage(board.quarters.slice(from), task) });
}

/** Takes exactly these parts, where they are still free and nothing it needs ends later; else settles as early as they began. */
export function hold(board: Board, task: Task, parts: readonly Part[]): void {
  const first = parts[0]?.index;
  if (first === undefined) return settle(board, task, 0);
  const stillFits = parts.every(({ index, part }) => fits(board.quarters[index], task) >= part - sliver);
  const isReady = task.needs.every((need) => !board.open.has(need) || board.parts.has(need));
  return isReady && stillFits && readyAt(board, task) <= first ? take(board, task, parts) : settle(board, task, first);
}

function freeParts(board: Board, task: Task, from: number): { readonly parts: readonly Part[]; readonly left: number } {
  const parts: Part[] = [];
  let left = 1;
  for (let index = from; index < board.quarters.length && left > sliver; index += 1) {
    const part = Math.min(left, fits(board.quarters[index], task));
    if (part > sliver) parts.push({ index, part });
    left -= Math.max(0, part);
  }
  return { parts, left };
}

/** The share of the work that fits into what a quarter has free. */
const fits = (free: Free | undefined, { days, eur }: Task): number =>
  free === undefined ? 0 : Math.min(days > 0 ? free.days / days : 1, eur > 0 ? free.eur / eur : 1);

function take(board: Board, { id, days, eur }: Task, parts: readonly Part[]): void {
  board.parts.set(id, parts);
  for (const [at, { index, part }] of parts.entries()) {
    const free = board.quarters[index];
    if (free === undefined) continue;
    const share = { id, personDays: days * part, moneyEur: eur * part };
    free.days -= share.personDays;
    free.eur -= share.moneyEur;
    free.shares.push({ ...share, begins: at === 0, ends: at === parts.length - 1 });
  }
}

const sum = (quarters: readonly Free[], name: 'days' | 'eur'): number =>
  quarters.reduce((total, quarter) => total + Math.max(0, quarter[name]), 0);
const shortOf = (free: number, wanted: number): number => Math.max(0, Math.round((wanted - free) * 10) / 10);

/** What runs out first, and how much of it is missing. */
function shortage(
  quarters: readonly Free[],
  { days, eur }: Task,
): Pick<NotPlanned, 'reason' | 'missingDays' | 'missingEur'> {
  const [freeDays, freeEur] = [sum(quarters, 'days'), sum(quarters, 'eur')];
  const isMoney = eur > 0 && freeEur / eur < (days > 0 ? freeDays / days : Infinity);
  return {
    reason: { kind: isMoney ? 'money' : 'days' },
    missingDays: shortOf(freeDays, days),
    missingEur: shortOf(freeEur, eur),
  };
}
