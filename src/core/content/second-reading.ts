import type { ChapterId } from './ids.ts';
import type { Prose } from './chapter.ts';
import type { IsoDate, Verification } from './verification.ts';

/** Whether the clause that a sentence cites says what the sentence says; `not-found`: the clause itself could not be read. */
export const supports = ['supports', 'partly', 'no', 'not-found'] as const;
export type Support = (typeof supports)[number];

/** What somebody who did not write a sentence of law found when reading it beside its source. */
export type ReadSentence = {
  /** As it stands in the chapter, marks included; another wording counts as unread. */
  readonly sentence: Prose;
  readonly verdict: Support;
  /** Where the clause was read. */
  readonly textRead: string;
  /** What the clause says, and what was mended. */
  readonly note: string;
  readonly on: IsoDate;
};

/** The second reading of the legal sentences of one chapter, by its id. */
export type SecondReading = {
  readonly id: ChapterId;
  readonly readings: readonly ReadSentence[];
  readonly verification: Verification;
};
