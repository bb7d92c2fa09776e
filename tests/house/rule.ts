import type { Finding, Fragment, Source } from './source.ts';

/** One rule of the house. A rule is data: the test runs each on every file it applies to, and on its own fragments. */
export type Rule = {
  readonly name: string;
  readonly why: string;
  readonly applies: (path: string) => boolean;
  readonly check: (source: Source) => readonly Finding[];
  /** Fragments in which nothing, and at least one thing, is found. */
  readonly good: readonly Fragment[];
  readonly bad: readonly Fragment[];
};

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const inSource = (path: string): boolean => path.startsWith('src/');
/** Code that is shipped: all of src but its tests. */
export const isShipped = (path: string): boolean => inSource(path) && !isTest(path);
export const inRooms =
  (...rooms: readonly string[]) =>
  (path: string): boolean =>
    isShipped(path) && rooms.some((room) => path.startsWith(`src/${room}/`));

export const fragment = (path: string, text: string): Fragment => ({ path, text });
