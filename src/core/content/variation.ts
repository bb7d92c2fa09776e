import type { CountryCode, DocumentId, SafeguardId } from './ids.ts';
import type { Verification } from './verification.ts';

/** How a country asks for something, the strongest first. */
export const askings = ['law', 'framework', 'recommended'] as const;
export type Asking = (typeof askings)[number];

/** One national clause with the safeguards that it asks for, in whole or in part. */
export type NationalClause = {
  /** As a citation prints it: `op.acc.6`. */
  readonly cite: string;
  /** What it asks, in a few words of ours. */
  readonly asks: string;
  readonly safeguards: readonly SafeguardId[];
  /** Where the clause asks otherwise than its text as a whole. */
  readonly asking?: Asking | undefined;
};

/** What one national text asks of hospitals, clause by clause. */
export type NationalText = {
  readonly document: DocumentId;
  readonly asking: Asking;
  /** Whom it binds or is meant for, and since when. */
  readonly whom: string;
  readonly clauses: readonly NationalClause[];
  readonly verification: Verification;
};

/**
 * How a country asks for the safeguards of the minimum set. Where `isWhole`, every safeguard was looked for in these texts, so
 * that one without a clause was not found; else it was not checked.
 */
export type Variation = {
  /** The country. */
  readonly id: CountryCode;
  readonly isWhole: boolean;
  readonly texts: readonly NationalText[];
  readonly verification: Verification;
};
