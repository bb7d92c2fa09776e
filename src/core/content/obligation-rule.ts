import type { DocumentId, ObligationId, RequirementRef } from './ids.ts';
import type { IsoDate, Verification } from './verification.ts';

/** What a duty may be for an organisation on a day, the strongest first. */
export const forces = [
  'binding_now',
  'binding_from',
  'sector_scheme',
  'recommended',
  'benchmark',
  'needs_answer',
  'does_not_apply',
] as const;
export type Force = (typeof forces)[number];

/**
 * A condition over the profile, in three-valued logic. A string names a predicate of core/obligations/predicates.ts
 * (`in_scope`, `essential`, `hp`); the other forms compare one fact of the profile.
 */
export type Condition =
  | string
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly is: string | number | boolean }
  /** The fact is one of these, or (for a list fact) shares an element with them. */
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly atLeast: number }
  /** A list of records (ai_systems) has an element whose field has this value; without a field: is not empty. */
  | { readonly fact: string; readonly has: { readonly field: string; readonly is: string } | 'any' }
  /** A list of records has an element that passes all these tests. */
  | { readonly fact: string; readonly record: readonly RecordTest[] };

/** A test of one field of a record: equal to a word, or a day on or after another. */
export type RecordTest =
  | { readonly field: string; readonly is: string }
  | { readonly field: string; readonly notBefore: IsoDate };

/**
 * What force follows where a case holds. It states the legal effect; where the evidence is recall, the assessment never
 * returns a binding force but `recommended`, marked as unconfirmed.
 */
export type ForceRule =
  /** By the state of the national act on the date (A1–A6). */
  | { readonly kind: 'national_act' }
  | { readonly kind: 'fixed'; readonly force: Exclude<Force, 'binding_from' | 'needs_answer'> }
  /** Binding from a day; before it `binding_from`. */
  | { readonly kind: 'dated'; readonly from: IsoDate }
  /** Binding so many months after a date in the profile. */
  | { readonly kind: 'after_fact'; readonly fact: string; readonly months: number };

/** A condition and what follows from it. */
export type RuleCase = {
  readonly when: Condition;
  readonly force: ForceRule;
  /**
   * Why, in one plain sentence. Filled in: any number or word of the profile by its name (`{de_inpatient_cases}`),
   * `{country}`, `{staff}`, `{turnover}`, `{balance}` (with the group), `{scope}` (why the directive applies or not) and
   * `{act}` (the state of the national act).
   */
  readonly reason: string;
  readonly cite: string;
  /** Legally disputed: say so beside the force. */
  readonly contested?: boolean | undefined;
  readonly verification?: Verification | undefined;
};

/** One duty and the rules that decide its force. Cases are read in order; the first that holds decides. */
export type ObligationRule = {
  readonly id: ObligationId;
  readonly title: string;
  /** What it asks, in one plain sentence. */
  readonly sentence: string;
  readonly document: DocumentId;
  readonly cite: string;
  /** Law that exists only in this country; absent: everywhere. */
  readonly country?: string | undefined;
  /** Requirements of shipped frameworks whose safeguards serve this duty. A group stands for all below it. */
  readonly requirements: readonly RequirementRef[];
  /** Before this day nothing binds yet: a binding force becomes `binding_from`, a mere recommendation is not listed. */
  readonly validFrom?: IsoDate | undefined;
  /** From this day on the duty is gone or another rule has taken its place, and it is not listed. */
  readonly validTo?: IsoDate | undefined;
  /** Shown in lists by this order inside a force. */
  readonly order: number;
  /** Tied to an event (an incident), so that "binding now" means: must be ready now. */
  readonly onEvent: boolean;
  /** The reason given while answers are missing; the same names are filled in. */
  readonly ifUnknown?: string | undefined;
  readonly cases: readonly RuleCase[];
  readonly verification: Verification;
};
