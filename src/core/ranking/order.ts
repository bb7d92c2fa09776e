import type { SafeguardId } from '../content/ids.ts';

/** What ordering needs to know of a safeguard. */
export type Candidate = {
  readonly id: SafeguardId;
  /** 0 named duty binding now, 1 missing in the minimum set, 2 largely there, 3 beyond the set. */
  readonly group: 0 | 1 | 2 | 3;
  readonly benefit: number;
  readonly effort: number;
  readonly needs: readonly SafeguardId[];
};

/** A place in the list, with what led to it. */
export type Placed = {
  readonly id: SafeguardId;
  /** 1-based; equal values in one group share a rank. */
  readonly rank: number;
  readonly value: number;
  readonly ownValue: number;
  /** The safeguard whose benefit it was counted with, because that one needs it. */
  readonly valuedWith: SafeguardId | null;
  /** The safeguard that it had to be moved before, because that one needs it. */
  readonly movedBefore: SafeguardId | null;
  readonly isTied: boolean;
};

const equalValues = (left: number, right: number): boolean => Math.abs(left - right) < 1e-9;

/**
 * Orders by group, then value; a prerequisite counts with what it unlocks and never stands after what needs it.
 * @source ranking method, sections "value", "prerequisite" and "order"
 */
export function order(candidates: readonly Candidate[]): readonly Placed[] {
  const waiting = waitingFor(candidates);
  const valued = candidates.map((candidate) => ({ candidate, ...valueOf(candidate, waiting.get(candidate.id) ?? []) }));
  const sorted = valued.toSorted(
    (left, right) =>
      left.candidate.group - right.candidate.group ||
      compareValues(right.value, left.value) ||
      (left.candidate.id < right.candidate.id ? -1 : 1),
  );
  return ranked(pullUpNeeds(sorted));
}

const compareValues = (left: number, right: number): number => (equalValues(left, right) ? 0 : left - right);

type Valued = {
  readonly candidate: Candidate;
  readonly value: number;
  readonly ownValue: number;
  readonly valuedWith: SafeguardId | null;
};

/** For each candidate those that need it, in the order given. */
function waitingFor(candidates: readonly Candidate[]): ReadonlyMap<SafeguardId, readonly Candidate[]> {
  const waiting = new Map<SafeguardId, Candidate[]>();
  for (const candidate of candidates)
    for (const need of candidate.needs) {
      const known = waiting.get(need);
      if (known === undefined) waiting.set(need, [candidate]);
      else known.push(candidate);
    }
  return waiting;
}

function valueOf(candidate: Candidate, needing: readonly Candidate[]): Omit<Valued, 'candidate'> {
  const ownValue = candidate.benefit / candidate.effort;
  let best = { value: ownValue, valuedWith: null as SafeguardId | null };
  for (const other of needing) {
    const together = (candidate.benefit + other.benefit) / (candidate.effort + other.effort);
    if (together > best.value) best = { value: together, valuedWith: other.id };
  }
  return { ...best, ownValue };
}

/** Places each in turn, but before it whatever it needs and is not placed yet. */
function pullUpNeeds(sorted: readonly Valued[]): readonly (Valued & { movedBefore: SafeguardId | null })[] {
  const waiting = new Map(sorted.map((entry) => [entry.candidate.id, entry]));
  const placed: (Valued & { movedBefore: SafeguardId | null })[] = [];
  const place = (entry: Valued, movedBefore: SafeguardId | null): void => {
    waiting.delete(entry.candidate.id);
    const { id, needs } = entry.candidate;
    if (needs.some((need) => waiting.has(need)))
      for (const need of sorted)
        if (needs.includes(need.candidate.id) && waiting.has(need.candidate.id)) place(need, id);
    placed.push({ ...entry, movedBefore });
  };
  for (const entry of sorted) if (waiting.has(entry.candidate.id)) place(entry, null);
  return placed;
}

/** Neighbours of one group with equal value share the rank of the first, unless a prerequisite decides between them. */
function ranked(placed: readonly (Valued & { movedBefore: SafeguardId | null })[]): readonly Placed[] {
  const result: Placed[] = [];
  placed.forEach((entry, index) => {
    const before = placed[index - 1];
    const ties =
      before !== undefined &&
      before.candidate.group === entry.candidate.group &&
      equalValues(before.value, entry.value) &&
      before.movedBefore === null &&
      entry.movedBefore === null;
    const rank = ties ? (result[index - 1]?.rank ?? index + 1) : index + 1;
    const { candidate, ...rest } = entry;
    result.push({ id: candidate.id, rank, isTied: ties, ...rest });
  });
  return result.map((entry, index) => (result[index + 1]?.rank === entry.rank ? { ...entry, isTied: true } : entry));
}
