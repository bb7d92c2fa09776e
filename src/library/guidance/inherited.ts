import type { Notes } from './notes.ts';

/** What everything in a file inherits from it. */
export type Library = {
  readonly notes: Notes;
  readonly edition: string;
  readonly language: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  /** Names of the threats and controls that the file brings along. */
  readonly catalogue: ReadonlySet<string>;
  /** Whether it says that it needs others, in which names may be found that are not here. */
  readonly hasNeeds: boolean;
};
