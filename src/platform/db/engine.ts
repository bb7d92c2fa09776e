import type { Pool } from 'pg';
import type { DatabaseError } from './database-error.ts';

/** What differs between an embedded engine and a server. */
export type Engine = {
  readonly kind: 'embedded' | 'postgresql';
  readonly pool: Pool;
  /** Told of each committed change. */
  readonly noteChange: (rows: number) => void;
  /** Names what is wrong when the first use fails. */
  readonly unusable: (error: unknown) => DatabaseError;
  readonly close: () => Promise<void>;
};
