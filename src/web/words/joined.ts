import type { Words } from '../say.ts';

/** Files of a language's words by their path. */
export type WordFiles = Readonly<Record<string, Words>>;

/** One catalogue of many files: those of screens have a root of their own, so that the server can tell them apart. */
export const joined = (files: WordFiles): Words =>
  Object.assign(
    {},
    ...Object.values(files).map(({ web, ...others }) => (typeof web === 'object' ? web : others)),
  ) as Words;

/** The strings of a module of React Aria, whose types name its default and do not give it. */
export const widgetsOf = (module: object): unknown => (module as { readonly default?: unknown }).default;
