/** What a crosswalk shows, as the server sends it and screens read it. */
import type { RatingState } from '../library-item/page.ts';
import type { Relation } from '../content/safeguard.ts';
import type { LicenceStance } from '../guidance/licence.ts';
import type { SetRelation } from '../guidance/mapping-set.ts';
import type { Outcome } from '../mapping/algebra.ts';
import type { Reach } from '../mapping/coverage-of-relation.ts';
import type { RelationSource } from '../mapping/mapping-graph.ts';
import type { Trust } from '../mapping/weakest-link.ts';
import type { ComparedKind } from './compared.ts';
import type { Matrix } from './matrix.ts';

/** Which rows of a crosswalk are wanted. */
export const onlys = ['stated', 'composed', 'candidates', 'nothing', 'disagreements'] as const;
export type Only = (typeof onlys)[number];

/** A framework on one side of a crosswalk. */
export type SideFacts = {
  readonly id: string;
  readonly kind: ComparedKind;
  readonly title: string;
  readonly shortTitle: string;
  readonly edition: string | null;
  readonly language: string | null;
  readonly editionId: string | null;
  /** How many requirements take part, and how many relations to requirements of others are stated of them. */
  readonly requirements: number;
  readonly relations: number;
  /** The framework of ours that it seems to be, by how many of its numbers, and whether the two are treated as one. */
  readonly likeOurs: {
    readonly id: string;
    readonly title: string;
    readonly placed: number;
    readonly of: number;
    readonly isUsed: boolean;
  } | null;
};

/** A requirement by the name that a framework gives it. */
export type Named = {
  readonly id: string;
  readonly code: string;
  readonly title: string | null;
  readonly language: string | null;
};
/** The same where the framework is not that of the page. */
export type Placed = Named & {
  readonly framework: string;
  readonly frameworkTitle: string;
  readonly kind: ComparedKind;
};

/** Who states a relation. Twins of one author are one voice. */
export type VoiceView = RelationSource & { readonly hasTwin: boolean };

/** A relation that somebody states. */
export type StatedView = {
  readonly relation: SetRelation;
  readonly reach: Reach | null;
  readonly voices: readonly VoiceView[];
};

/** A step of a path, from the requirement before it. */
export type StepView = {
  readonly to: Placed;
  readonly relation: SetRelation;
  readonly voices: readonly VoiceView[];
  readonly isWeakest: boolean;
};

/** A relation that follows from others. `overlap`: they share something, and more is not known. */
export type ComposedView = {
  readonly relation: SetRelation | 'overlap';
  readonly mayBe: readonly Outcome[];
  readonly reach: Reach | null;
  readonly path: readonly StepView[];
  readonly weakest: Trust;
  readonly mixesRationales: boolean;
  readonly chains: number;
};

/** All that is known of two requirements. */
export type PairView = {
  readonly target: Named;
  readonly basis: 'stated' | 'composed' | 'candidate';
  readonly stated: readonly StatedView[];
  readonly composed: readonly ComposedView[];
  readonly through: readonly Named[];
  readonly disagrees: boolean;
};

/** A requirement with its pairs; none at all is no conclusion. */
export type RowView = { readonly requirement: Named; readonly pairs: readonly PairView[] };

/** A publication behind a crosswalk, with the pairs that it states there. */
export type SourceSummary = {
  readonly of: string;
  readonly edition: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly hasTwin: boolean;
  readonly pairs: number;
};

/** Requirements by the strongest that is known of them, and pairs likewise. */
export type CrosswalkCounts = {
  readonly requirements: number;
  readonly stated: number;
  readonly composed: number;
  readonly candidates: number;
  readonly nothing: number;
  readonly pairs: {
    readonly stated: number;
    readonly composed: number;
    readonly candidates: number;
    readonly disagreements: number;
  };
};

/** A crosswalk, with a part of its rows. */
export type CrosswalkView = {
  readonly from: SideFacts;
  readonly to: SideFacts;
  readonly steps: 1 | 2 | 3;
  readonly counts: CrosswalkCounts;
  readonly sources: readonly SourceSummary[];
  readonly matrix: Matrix;
  readonly skipped: number;
  /** Rows that fit what was asked for; those shown are some of them. */
  readonly total: number;
  readonly rows: readonly RowView[];
};

/** One requirement with all that is known of it. */
export type RequirementView = {
  readonly framework: SideFacts;
  readonly requirement: Named;
  /** Null where there are none, or where their licence does not let them be passed on. */
  readonly words: { readonly text: string | null; readonly note: string | null } | null;
  /** What the licence of the framework lets be done; null for what is ours. */
  readonly stance: LicenceStance | null;
  readonly parent: Named | null;
  readonly previous: Named | null;
  readonly next: Named | null;
  readonly below: readonly Named[];
  /** Where it is another name of the same requirement. */
  readonly alsoNamed: readonly Placed[];
  readonly mappings: readonly {
    readonly other: Placed;
    readonly stated: readonly StatedView[];
    readonly disagrees: boolean;
  }[];
  readonly safeguards: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string | null;
    readonly relation: Relation;
    readonly because: string | null;
    readonly rating: RatingState | null;
  }[];
};
