/** Plan: what fits into which quarter. Fills in rank order; an exact optimiser may later take the place of `plan`. */
import type { SafeguardId } from '../content/ids.ts';
import type { IsoDate } from '../content/verification.ts';
import type { Capacity } from '../profile/profile.ts';
import type { Ranked, Ranking } from '../ranking/rank.ts';

/** `2026-Q4`. */
export type Quarter = string;

/** The part of a safeguard that is done in one quarter. */
export type Share = {
  readonly id: SafeguardId;
  readonly personDays: number;
  readonly moneyEur: number;
  readonly begins: boolean;
  readonly ends: boolean;
};

/** One quarter with its work and what stays free. */
export type PlannedQuarter = {
  readonly quarter: Quarter;
  readonly shares: readonly Share[];
  readonly usedDays: number;
  readonly usedEur: number;
  readonly freeDays: number;
  readonly freeEur: number;
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

/** What is done when, and what is not. */
export type Plan = {
  readonly capacity: Capacity;
  readonly quarters: readonly PlannedQuarter[];
  readonly notPlanned: readonly NotPlanned[];
  /** The quarter in which each planned safeguard ends. */
  readonly endsIn: ReadonlyMap<SafeguardId, Quarter>;
};

/** Two years: beyond that, estimates of people and money say little. */
export const planQuarters = 8;

/** Below this share of a safeguard's work a quarter is not worth opening. */
const sliver = 1e-6;

type Free = { days: number; eur: number; shares: Share[] };

/**
 * Fills the quarters in rank order. Each takes what is still free, from the first quarter in which all it needs is done,
 * so a lower rank may fill a gap but never delays a higher one.
 */
export function plan(ranking: Ranking, capacity: Capacity, on: IsoDate): Plan {
  const quarters = quartersFrom(capacity.firstQuarter ?? nextQuarter(on), planQuarters);
  const free: Free[] = quarters.map(() => ({ days: capacity.personDays, eur: capacity.moneyEur, shares: [] }));
  const ends = new Map<SafeguardId, number>();
  const notPlanned: NotPlanned[] = [];
  const open = new Set(ranking.items.map(({ safeguard }) => safeguard.id));
  for (const item of ranking.items) {
    const outcome = place(item, free, ends, open);
    if ('endsAt' in outcome) ends.set(item.safeguard.id, outcome.endsAt);
    else notPlanned.push(outcome);
  }
  return {
    capacity,
    quarters: quarters.map((quarter, index) => quarterOf(quarter, free[index], capacity)),
    notPlanned,
    endsIn: new Map([...ends].map(([id, index]) => [id, quarters[index] ?? ''])),
  };
}

/** What is left to do, in days and money, at the middle of the estimate. */
export function workLeft({ gap, effort }: Ranked): { readonly days: number; readonly eur: number } {
  return { days: round(gap.value * middle(effort.days)), eur: Math.round(gap.value * middle(effort.costEur)) };
}
const middle = ([low, high]: readonly [number, number]): number => (low + high) / 2;
const round = (days: number): number => Math.round(days * 10) / 10;

function place(
  item: Ranked,
  free: readonly Free[],
  ends: ReadonlyMap<SafeguardId, number>,
  open: ReadonlySet<SafeguardId>,
): { endsAt: number } | NotPlanned {
  const { days, eur } = workLeft(item);
  const blocked = item.safeguard.needs.find((need) => open.has(need) && !ends.has(need));
  const whole = { id: item.safeguard.id, needsDays: days, needsEur: eur };
  if (blocked !== undefined)
    return { ...whole, reason: { kind: 'needs', id: blocked }, missingDays: days, missingEur: eur };
  const from = Math.max(0, ...item.safeguard.needs.map((need) => ends.get(need) ?? 0));
  const parts: { index: number; part: number }[] = [];
  let left = 1;
  for (let index = from; index < free.length && left > sliver; index += 1) {
    const part = Math.min(left, fits(free[index], days, eur));
    if (part > sliver) parts.push({ index, part });
    left -= Math.max(0, part);
  }
  if (left > sliver)
    return {
      ...whole,
      reason: { kind: limitOf(free.slice(from), days, eur) },
      missingDays: shortOf(free.slice(from), 'days', days),
      missingEur: shortOf(free.slice(from), 'eur', eur),
    };
  parts.forEach(({ index, part }, at) =>
    take(free[index], {
      id: item.safeguard.id,
      personDays: days * part,
      moneyEur: eur * part,
      begins: at === 0,
      ends: at === parts.length - 1,
    }),
  );
  return { endsAt: parts.at(-1)?.index ?? from };
}

/** The share of the work that fits into what a quarter has free. */
const fits = (free: Free | undefined, days: number, eur: number): number =>
  free === undefined ? 0 : Math.min(days > 0 ? free.days / days : 1, eur > 0 ? free.eur / eur : 1);

function take(free: Free | undefined, share: Share): void {
  if (free === undefined) return;
  free.days -= share.personDays;
  free.eur -= share.moneyEur;
  free.shares.push(share);
}

const sum = (free: readonly Free[], name: 'days' | 'eur'): number =>
  free.reduce((total, quarter) => total + Math.max(0, quarter[name]), 0);
const shortOf = (free: readonly Free[], name: 'days' | 'eur', wanted: number): number =>
  Math.max(0, Math.round((wanted - sum(free, name)) * 10) / 10);
const limitOf = (free: readonly Free[], days: number, eur: number): 'days' | 'money' =>
  eur > 0 && sum(free, 'eur') / eur < (days > 0 ? sum(free, 'days') / days : Infinity) ? 'money' : 'days';

function quarterOf(quarter: Quarter, free: Free | undefined, capacity: Capacity): PlannedQuarter {
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

/** The quarter after the one that holds the day: plans begin with people and money that are not yet spent. */
export function nextQuarter(on: IsoDate): Quarter {
  const quarter = Math.floor((Number(on.slice(5, 7)) - 1) / 3) + 1;
  return quarter === 4 ? `${Number(on.slice(0, 4)) + 1}-Q1` : `${on.slice(0, 4)}-Q${quarter + 1}`;
}

function quartersFrom(first: Quarter, count: number): readonly Quarter[] {
  const start = Number(first.slice(0, 4)) * 4 + Number(first.slice(6)) - 1;
  return Array.from(
    { length: count },
    (_, index) => `${Math.floor((start + index) / 4)}-Q${((start + index) % 4) + 1}`,
  );
}
