/** Relations between the requirements of two frameworks, as somebody published them. */

/**
 * How the set of what one requirement asks stands to that of another, read from source to target.
 * `equivalent` is `equal` in other words; `none` says that they have nothing in common, which is more than saying nothing.
 * @source NIST IR 8477, section 4.3 (set theory relationship mapping); OSCAL 1.2 mapping model, `relationship`
 */
export const setRelations = ['equal', 'equivalent', 'subset', 'superset', 'intersects', 'none'] as const;
export type SetRelation = (typeof setRelations)[number];

/**
 * From what a relation was concluded: words, meaning, or effect.
 * @source NIST IR 8477, section 4.3
 */
export const rationales = ['syntactic', 'semantic', 'functional'] as const;
export type Rationale = (typeof rationales)[number];

/** Where a relation stands between a guess and something others rely on. */
export const reviewStates = ['draft', 'not_complete', 'complete', 'deprecated', 'superseded'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** One relation, as published. */
export type PublishedRelation = {
  /** Id of a requirement, in lower case, as `EditionRequirement.id`. */
  readonly source: string;
  readonly target: string;
  readonly relation: SetRelation;
  /** Null where the publisher does not say. */
  readonly rationale: Rationale | null;
  /** As the publisher states it, 0 to 1; null where it does not say, or on no scale that we know. */
  readonly confidence: number | null;
  readonly note: string | null;
};

/** One direction of a published mapping. */
export type MappingSet = {
  readonly urn: string;
  readonly edition: string;
  readonly title: string;
  readonly text: string | null;
  readonly author: string | null;
  readonly publishedOn: string | null;
  readonly review: ReviewState | null;
  /** URN of the framework that relations start from, in lower case. */
  readonly source: string;
  readonly target: string;
  readonly relations: readonly PublishedRelation[];
};
