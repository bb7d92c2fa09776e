import type { Forces } from './entry.ts';
import type { Filters } from './facets.ts';

/** How answers may be ordered. */
export const orders = ['match', 'force', 'newest'] as const;
/** One of them. */
export type Order = (typeof orders)[number];

/** A question to the library. Without words it asks for everything that the filters leave. */
export type Question = {
  readonly words: string;
  readonly filters: Filters;
  readonly order: Order;
  /** How many answers are shown. */
  readonly show: number;
  /** Null where no organisation is asked for. */
  readonly forces: Forces | null;
};
