import type { IsoDate } from '../content/verification.ts';

/** `2026-Q4`. */
export type Quarter = string;

/** The quarter after the one that holds the day: plans begin with people and money that are not yet spent. */
export function nextQuarter(on: IsoDate): Quarter {
  const quarter = Math.floor((Number(on.slice(5, 7)) - 1) / 3) + 1;
  return quarter === 4 ? `${Number(on.slice(0, 4)) + 1}-Q1` : `${on.slice(0, 4)}-Q${quarter + 1}`;
}

/** So many quarters, one after the other. */
export function quartersFrom(first: Quarter, count: number): readonly Quarter[] {
  const start = Number(first.slice(0, 4)) * 4 + Number(first.slice(6)) - 1;
  return Array.from(
    { length: count },
    (_, index) => `${Math.floor((start + index) / 4)}-Q${((start + index) % 4) + 1}`,
  );
}
