import type { DocumentId, FrameworkId } from './ids.ts';
import type { Verification } from './verification.ts';

/** A citable unit. `parent` makes the tree; groups (a domain, an article) have children and are cited too. */
export type Requirement = {
  /** Unique inside its framework: `21(2)(d)`, `A.5.23`, `PR.AA-03`. */
  readonly id: string;
  readonly parent?: string | undefined;
  /** As a citation prints it after the framework's short name: `Art. 21(2)(d)`. */
  readonly cite: string;
  /** Official title where titles are free to quote, else our own short label. */
  readonly title: string;
  /** What people ask who look for it, by which it is found; no words of the publisher. */
  readonly also?: string | undefined;
  /** Why no safeguard touches it, where none does on purpose. */
  readonly untouchedBecause?: string | undefined;
  /** Only where it differs from that of the framework. */
  readonly verification?: Verification | undefined;
};

/** A tree of requirements with the publication it comes from. */
export type Framework = {
  readonly id: FrameworkId;
  readonly title: string;
  readonly shortTitle: string;
  readonly document: DocumentId;
  readonly edition: string;
  /** Whether titles are the publisher's or ours, and why. */
  readonly titles: 'official' | 'own-labels';
  readonly note?: string | undefined;
  readonly requirements: readonly Requirement[];
  readonly verification: Verification;
};
