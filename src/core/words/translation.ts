/** How far a language is: texts of screens, documents and content together. */
export type TranslationCounts = {
  readonly language: string;
  readonly texts: number;
  readonly translated: number;
  readonly machine: number;
  readonly confirmed: number;
  /** Older than their English. */
  readonly stale: number;
  readonly missing: number;
};
