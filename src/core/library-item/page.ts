import type { StateCounts } from '../chart/state-bars.ts';
import type { Prose } from '../content/chapter.ts';
import type { Force } from '../content/obligation-rule.ts';
import type { Relation, SizeClass, Span } from '../content/safeguard.ts';
import type { Verification, VerificationStatus } from '../content/verification.ts';
import type { ItemKind, ItemLink, ItemRef } from './item.ts';

/** How far a safeguard is in place; not rated is unknown. */
export type RatingState = keyof StateCounts | 'not_applicable';

/** A clause that a safeguard touches, and in which relation. Intersects is never coverage. */
export type Clause = { readonly ref: ItemRef; readonly code: string; readonly relation: Relation };

/** A line of a list: an item, and why it stands there. */
export type Row = ItemLink & {
  readonly note?: Prose | undefined;
  readonly clauses?: readonly Clause[] | undefined;
  readonly force?: Force | undefined;
  readonly from?: string | undefined;
  readonly rating?: RatingState | undefined;
  readonly check?: VerificationStatus | undefined;
  readonly status?: string | undefined;
  /** 1 touches to 3 acts directly on a threat. */
  readonly strength?: number | undefined;
  /** Safeguards that touch it. */
  readonly safeguards?: number | undefined;
  /** Steps below the top of a tree. */
  readonly depth?: number | undefined;
  /** By name: law that exists only there. */
  readonly country?: string | undefined;
  /** The safeguard discharges the duty by itself. */
  readonly isNamed?: boolean | undefined;
};

/** How far a clause's safeguards are in place. Not applicable is counted apart. */
export type StateLine = ItemLink & { readonly counts: StateCounts; readonly notApplicable: number };

/** A body that can be asked or told. What is only recalled is left out, and said to be so. */
export type BodyLine = {
  /** `authority`, `csirt`: a key of the words. */
  readonly office: string;
  readonly name: string | null;
  readonly does: string | null;
  readonly url: string | null;
  readonly email: string | null;
  readonly check: VerificationStatus;
};

/** A part of a page; `id` is the key of its heading in the words. */
export type Section =
  | { readonly id: string; readonly kind: 'prose'; readonly paragraphs: readonly Prose[] }
  | { readonly id: string; readonly kind: 'list' | 'steps'; readonly items: readonly Prose[] }
  | {
      readonly id: string;
      readonly kind: 'levels';
      readonly partially: string;
      readonly largely: string;
      readonly fully: string;
    }
  | {
      readonly id: string;
      readonly kind: 'effort';
      readonly rows: readonly { readonly size: SizeClass; readonly days: Span; readonly costEur: Span }[];
      readonly note: string;
    }
  | {
      readonly id: string;
      readonly kind: 'people';
      readonly rows: readonly { readonly part: string; readonly roles: readonly ItemLink[] }[];
    }
  | {
      readonly id: string;
      readonly kind: 'voices';
      readonly rows: readonly { readonly role: ItemLink; readonly text: string }[];
    }
  | { readonly id: string; readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly id: string; readonly kind: 'states'; readonly rows: readonly StateLine[] }
  | { readonly id: string; readonly kind: 'bodies'; readonly rows: readonly BodyLine[] };

/** A property in one line: text, a day, a word of the catalogue (`documentStatus.in-force`), an address or links. */
export type Fact = {
  readonly id: string;
  readonly text?: string | undefined;
  readonly date?: string | undefined;
  readonly word?: string | undefined;
  readonly url?: string | undefined;
  readonly links?: readonly ItemLink[] | undefined;
  readonly check?: VerificationStatus | undefined;
};

/** A day in the life of a document. */
export type LifeEvent = { readonly date: string; readonly event: string; readonly isAhead: boolean };

/** Force for the organisation, the strongest of those that rest on the item, and the duty that gives it. */
export type ItemForce = {
  readonly force: Force;
  readonly from?: string | undefined;
  /** The national act that decides it. */
  readonly through?: string | undefined;
  readonly duty: ItemLink;
  readonly reason: string;
};

/** Safeguards that touch an item, by state: "3 of 12 safeguards that touch this duty". */
export type Touch = {
  readonly total: number;
  readonly inPlace: number;
  readonly unknown: number;
  readonly notApplicable: number;
};

/** What the organisation's own rows say of an item. */
export type OwnState = {
  readonly force: ItemForce | null;
  readonly touch: Touch | null;
  readonly rating: RatingState | null;
  readonly rank: { readonly rank: number; readonly of: number } | null;
};

/** Everything about one item. Values are as content writes them; `Prose` may carry citation marks. */
export type ItemPage = {
  readonly ref: ItemRef;
  readonly kind: ItemKind;
  readonly code: string | null;
  readonly title: string;
  /** Of title and lead, where they are not English. */
  readonly language?: string | undefined;
  /** The sort of document, or the framework that a requirement belongs to. */
  readonly sort: string | null;
  readonly lead: Prose | null;
  readonly crumbs: readonly ItemLink[];
  readonly previous: ItemLink | null;
  readonly next: ItemLink | null;
  readonly url: string | null;
  readonly notes: readonly Prose[];
  readonly facts: readonly Fact[];
  readonly life: readonly LifeEvent[];
  readonly sections: readonly Section[];
  readonly used: readonly { readonly of: ItemKind; readonly links: readonly ItemLink[] }[];
  readonly verification: Verification;
  /** Null without an organisation. */
  readonly own: OwnState | null;
  /** What the marks in its prose and its sources name. */
  readonly cited: Readonly<Record<string, CitedName>>;
};

/** How a mark prints: a short name, where it leads, and how well that was checked. */
export type CitedName = { readonly name: string; readonly ref: ItemRef; readonly check: VerificationStatus };

/** What a builder of one kind says; the rest is the same for all kinds. */
export type PageParts = {
  readonly title: string;
  readonly language?: string | undefined;
  readonly code?: string;
  readonly sort?: string;
  readonly lead?: Prose | null | undefined;
  readonly crumbs?: readonly ItemLink[];
  readonly neighbours?: readonly ItemRef[];
  readonly url?: string | null | undefined;
  readonly notes?: readonly (Prose | undefined)[];
  readonly facts?: readonly (Fact | null)[];
  readonly life?: readonly LifeEvent[];
  readonly sections?: readonly (Section | null)[];
  readonly verification: Verification;
};
