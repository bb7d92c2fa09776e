import type {
  ChapterId,
  DocumentId,
  ObligationId,
  RequirementRef,
  RoleId,
  SafeguardId,
  ThreatId,
  TopicId,
} from './ids.ts';
import type { IsoDate, Verification } from './verification.ts';

/** Tiers from the fewest safeguards to all of them. */
export const tiers = ['individual', 'essential', 'enhanced', 'advanced'] as const;
/** Cumulative: essential includes individual, and so on. */
export type Tier = (typeof tiers)[number];

/** Size classes of Recommendation 2003/361/EC, and large. */
export const sizeClasses = ['micro', 'small', 'medium', 'large'] as const;
/** One of the size classes. */
export type SizeClass = (typeof sizeClasses)[number];

/** NIST IR 8477: the relation of the safeguard to the requirement. Intersects is never shown as coverage. */
export type Relation = 'equal' | 'subset-of' | 'superset-of' | 'intersects-with';

/** How a safeguard relates to a requirement, and why. */
export type Mapping = {
  readonly to: RequirementRef;
  readonly relation: Relation;
  readonly because: string;
};

/** Strength 1 (touches) to 3 (acts directly); a threat not listed has strength 0. */
export type ThreatLink = { readonly id: ThreatId; readonly strength: 1 | 2 | 3; readonly because: string };

/** Low and high estimate. */
export type Span = readonly [low: number, high: number];

/** A service, a technology or a form of organisation that a profile names. */
export type Concern = `${'service' | 'technology' | 'form'}:${string}`;

/** A second reading: its day, and what it challenged and changed. */
export type Review = { readonly on: IsoDate; readonly note: string };

/** Something an organisation does: ours, in our words; the unit of assessment, plan and guide. */
export type Safeguard = {
  readonly id: SafeguardId;
  readonly title: string;
  /** Measure of the spine, framework `nis-cg-2018`: `2.4.2`. */
  readonly spine: string;
  readonly tier: Tier;
  /** Why it stands in this tier and no other, beside what published minimum sets ask. */
  readonly tierBecause: string;
  /** Only for organisations with one of these, as `service:dialysis`; left out, it concerns all. */
  readonly concerns?: readonly Concern[] | undefined;
  readonly dimension: readonly ('people' | 'process' | 'technology')[];
  readonly topic: TopicId;
  /** Chapters of the guide that show it, the main one first. */
  readonly chapters: readonly ChapterId[];
  readonly phase: 'plan' | 'acquire' | 'operate' | 'respond' | 'retire';
  /** Obligations that this safeguard discharges by itself (board approval, registration, …). */
  readonly namedDuties: readonly ObligationId[];
  readonly what: string;
  /** The language of `title` and `what`, where they are translated; all else is English. */
  readonly language?: string | undefined;
  /** What a translated one is called in English, so that it is found by that as well. */
  readonly englishTitle?: string | undefined;
  readonly whyItMatters: { readonly patients: string; readonly also?: string | undefined };
  readonly how: readonly string[];
  readonly doneWhen: { readonly partially: string; readonly largely: string; readonly fully: string };
  readonly evidence: readonly string[];
  readonly measure: string;
  readonly pitfalls: readonly string[];
  readonly roles: {
    readonly accountable: RoleId;
    readonly responsible: readonly RoleId[];
    readonly consulted: readonly RoleId[];
    readonly informed: readonly RoleId[];
  };
  /** One sentence per reader that names an object: what this role does, or decides, about it. All ten roles. */
  readonly forRoles: Readonly<Record<RoleId, string>>;
  /** For the board: what happens to care if nothing is done, and what doing it changes, in words of care or days. */
  readonly decision: { readonly ifNothing: string; readonly effect: string };
  /** First year, person-days; says what it assumes in `costNote`. */
  readonly effortDays: Readonly<Record<SizeClass, Span>>;
  readonly costEur: Readonly<Record<SizeClass, Span>>;
  readonly costNote: string;
  /** Prerequisites: safeguards that must stand before this one is worth its effort. */
  readonly needs: readonly SafeguardId[];
  readonly threats: readonly ThreatLink[];
  readonly mappings: readonly Mapping[];
  readonly verification: Verification & { readonly sources: readonly (DocumentId | string)[] };
  /** What a second reader, who did not write it, challenged; left out while nobody did. */
  readonly review?: Review | undefined;
};
