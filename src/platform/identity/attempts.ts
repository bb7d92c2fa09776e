/** Slows down whoever guesses: so many failures in a time, then a wait. Kept in memory, one count a process. */
export type Attempts = {
  /** How long to wait before the next try; 0 where one may try. */
  readonly waitMs: (key: string) => number;
  /** Counts a try before its outcome is known, so that tries at the same moment count as well. */
  readonly begin: (key: string) => void;
  /** It was no guess: the try does not count. */
  readonly takeBack: (key: string) => void;
  /** It succeeded: nothing that came before counts. */
  readonly clear: (key: string) => void;
};

/** A caller who names ever new keys must not fill the memory. */
const mostKeys = 10_000;

/** @param most failures that are free within `perMs` */
export function countAttempts({
  most,
  perMs,
  now,
}: {
  readonly most: number;
  readonly perMs: number;
  readonly now: () => number;
}): Attempts {
  const failures = new Map<string, readonly number[]>();
  const recent = (key: string): readonly number[] => (failures.get(key) ?? []).filter((at) => at > now() - perMs);
  return {
    waitMs: (key) => {
      const found = recent(key);
      return found.length < most ? 0 : (found[0] ?? 0) + perMs - now();
    },
    begin: (key) => {
      const found = [...recent(key), now()].slice(-most);
      failures.delete(key);
      failures.set(key, found);
      const oldest = failures.keys().next().value;
      if (failures.size > mostKeys && oldest !== undefined) failures.delete(oldest);
    },
    takeBack: (key) => void failures.set(key, recent(key).slice(0, -1)),
    clear: (key) => void failures.delete(key),
  };
}
