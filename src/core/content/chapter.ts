import type { ChapterId, DocumentId, RoleId, TopicId } from './ids.ts';
import type { Verification } from './verification.ts';

/**
 * Prose may carry citation marks in square brackets: `[eu-nis2]`, `[nis2:20(1)]`, `[ST-10]`, `[S-043]`,
 * with an optional locator after a comma: `[eu-mdr, Art. 5(5)]`. See core/report/prose.ts.
 */
export type Prose = string;

/** What one role reads in one chapter besides law, sources and safeguards. No sentence stands in two roles. */
export type ChapterForRole = {
  /** One or two sentences: why this chapter concerns this reader. */
  readonly why: Prose;
  /** Sentences with a verb that this role can decide on. */
  readonly decide: readonly Prose[];
  /** Three to seven; each names an object (a console, a ward, a contract). */
  readonly actions: readonly Prose[];
  /** To put to one's people and suppliers. */
  readonly questions: readonly Prose[];
  readonly mistakes: readonly Prose[];
};

/** A document to read in a chapter, with the reason and the readers it suits. */
export type Reading = { readonly document: DocumentId; readonly why: string; readonly roles: readonly RoleId[] };

/** `keptBy` names the role that holds the artefact. */
export type EvidenceItem = {
  readonly what: string;
  readonly proves: string;
  readonly keptBy: RoleId;
  readonly renewMonths: number;
};

/** One of the seventeen chapters of the guide. */
export type Chapter = {
  readonly id: ChapterId;
  /** 1–17, the order of the common guide. */
  readonly number: number;
  readonly title: string;
  readonly topics: readonly TopicId[];
  /** Whether the original guide of 2021 had this chapter. */
  readonly origin: 'original' | 'added';
  /** What the chapter is for, one or two sentences, for every role. */
  readonly purpose: Prose;
  /** Facts with citations: law, statistics, published practice. The same for every role. */
  readonly facts: readonly Prose[];
  /** What good looks like in a hospital. */
  readonly good: Prose;
  readonly roles: Readonly<Record<RoleId, ChapterForRole>>;
  /** In order of use. */
  readonly read: readonly Reading[];
  readonly evidence: readonly EvidenceItem[];
  readonly verification: Verification;
};
