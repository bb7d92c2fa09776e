/** What others shared, what is on its way to become law, and words explained once. */
import type {
  ChapterId,
  CountryCode,
  DocumentId,
  PracticeId,
  PipelineId,
  RequirementRef,
  SafeguardId,
  TermId,
} from './ids.ts';
import type { IsoDate, Verification } from './verification.ts';

/** A practice that a body made public: what it did, in our words, and what it keeps as proof. */
export type Practice = {
  readonly id: PracticeId;
  readonly title: string;
  readonly country: CountryCode;
  /** Who shared it, as published. */
  readonly by: string;
  /** Day of the version that was read. */
  readonly sharedOn: IsoDate;
  /** The requirement that it answers, where it was published as an answer. */
  readonly answers?: RequirementRef | undefined;
  readonly gist: string;
  /** What the body names as proof; the pattern, not the papers themselves. */
  readonly evidence: readonly string[];
  /** What another hospital or contact point can take from it, and where it would not fit. */
  readonly use: string;
  readonly safeguards: readonly SafeguardId[];
  readonly chapters: readonly ChapterId[];
  readonly verification: Verification;
};

/** How far law has come that does not bind yet, or has only just begun to. */
export const stages = ['announced', 'consultation', 'proposed', 'negotiated', 'adopted', 'before_court'] as const;
export type Stage = (typeof stages)[number];

/** Law in the pipeline, and what it would change for hospitals. */
export type PipelineLaw = {
  readonly id: PipelineId;
  readonly title: string;
  readonly stage: Stage;
  /** Where it stood when it was last seen. */
  readonly stageNote: string;
  readonly seenOn: string;
  readonly effect: string;
  /** Where it is law of one or some countries only. */
  readonly countries?: readonly CountryCode[] | undefined;
  readonly documents: readonly DocumentId[];
  readonly chapters: readonly ChapterId[];
  readonly url: string | null;
  readonly verification: Verification;
};

/** A word or abbreviation of the field, explained once in plain words. */
export type Term = {
  readonly id: TermId;
  readonly title: string;
  /** Other forms in which texts use it, abbreviations first. */
  readonly also: readonly string[];
  readonly meaning: string;
  readonly verification: Verification;
};
