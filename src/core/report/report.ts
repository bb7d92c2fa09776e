/** The model of every printed document: what stands in it, in order. Formats draw it and add no words. */
import type { Chart } from '../chart/chart.ts';
import type { RoleId } from '../content/ids.ts';
import type { VerificationStatus } from '../content/verification.ts';
import type { RichText } from './prose.ts';

/** Labels of the Traffic Light Protocol 2.0. */
export type Tlp = 'TLP:CLEAR' | 'TLP:GREEN' | 'TLP:AMBER' | 'TLP:AMBER+STRICT' | 'TLP:RED';

/**
 * `chief`: board paper. `chapters`: seventeen chapters with contents. `practice`: one page of ten things. `card`: one page
 * on the wall. `register`: a list of records, each with its particulars. `comparison`: one day beside another, two pages.
 */
export type Layout = 'chief' | 'chapters' | 'practice' | 'card' | 'register' | 'comparison';

/** A column with its head and width. */
export type Column = {
  readonly head: string;
  /** Share of the width, or millimetres. */ readonly width: { readonly fr: number } | { readonly mm: number };
  readonly align: 'start' | 'end';
};

/** Rows of running text under heads. */
export type Table = {
  readonly caption?: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly RichText[])[];
};

/** Numbered as voted on; the same number stands in the resolution. */
export type Decision = {
  readonly number: number;
  readonly what: RichText;
  readonly cost: string;
  readonly effect: RichText;
  readonly deadline: string;
  readonly ifNothing: RichText;
};

/** Ratings N-P-L-F, not applicable, and unknown, which is no rating. */
export type RowState = 'fully' | 'largely' | 'partially' | 'not_implemented' | 'unknown' | 'not_applicable';

/** One safeguard in a list: its state drawn as squares beside the word, its rank as `7 (4–12)`. */
export type SafeguardRow = {
  readonly id: string;
  readonly title: string;
  /** Of the title, where it is not the document's. */
  readonly language?: string | undefined;
  /** Null in the common guide, which knows no organisation: the word is then the tier. */
  readonly state: RowState | null;
  readonly stateWord: string;
  readonly rank: { readonly at: number; readonly best: number; readonly worst: number; readonly of: number } | null;
  readonly rankWord: string;
  readonly duty: RichText;
  readonly effort: string;
  readonly quarter: string;
};

/** The heads of the columns of such a list. */
export type SafeguardHeads = Readonly<Record<'safeguard' | 'state' | 'rank' | 'duty' | 'effort' | 'quarter', string>>;

/** Columns in which no row has anything to say are left out. */
export const safeguardColumns = (rows: readonly SafeguardRow[]): readonly (keyof SafeguardHeads)[] =>
  (['safeguard', 'state', 'rank', 'duty', 'effort', 'quarter'] as const).filter(
    (column) =>
      (column !== 'rank' || rows.some(({ rankWord }) => rankWord !== '–')) &&
      (column !== 'quarter' || rows.some(({ quarter }) => quarter !== '–')),
  );

/** One part of a section; each format draws every kind. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly label?: string | undefined;
      readonly ordered: boolean;
      readonly items: readonly RichText[];
    }
  /** Heading of a part hanging left of its text. */
  | { readonly kind: 'labelled'; readonly label: string; readonly text: RichText }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly text: RichText }[] }
  | { readonly kind: 'table'; readonly label?: string | undefined; readonly table: Table }
  | {
      readonly kind: 'chart';
      readonly caption: string;
      /** The finding and every number, in words. */ readonly alt: string;
      readonly chart: Chart;
      readonly table: Table;
    }
  | { readonly kind: 'callout'; readonly title: string; readonly items: readonly RichText[] }
  | {
      readonly kind: 'decisions';
      readonly words: {
        readonly cost: string;
        readonly effect: string;
        readonly deadline: string;
        readonly ifNothing: string;
      };
      readonly items: readonly Decision[];
      readonly total: RichText;
    }
  | {
      readonly kind: 'resolution';
      readonly intro: RichText;
      readonly choices: readonly string[];
      readonly decisions: readonly { readonly number: number; readonly what: string }[];
      readonly signatures: readonly { readonly role: string }[];
      readonly words: {
        readonly name: string;
        readonly date: string;
        readonly signature: string;
        readonly decision: string;
      };
    }
  | {
      readonly kind: 'safeguards';
      readonly label?: string | undefined;
      readonly heads: SafeguardHeads;
      readonly rows: readonly SafeguardRow[];
    }
  /** The ten things of a small practice: number, what, how, time, a line to write the day on. */
  | {
      readonly kind: 'things';
      readonly heads: { readonly what: string; readonly time: string; readonly done: string };
      readonly items: readonly {
        readonly number: number;
        readonly what: RichText;
        readonly how: RichText;
        readonly time: string;
      }[];
    }
  /** The steps of the incident card; `blank` lines are filled in by hand. */
  | {
      readonly kind: 'contacts';
      readonly items: readonly {
        readonly who: string;
        readonly when: string;
        readonly how: RichText;
        readonly blank: boolean;
        readonly note: RichText;
      }[];
      readonly heads: { readonly who: string; readonly when: string; readonly how: string };
    };

/** A chapter or part with its blocks. */
export type Section = {
  /** Address inside the document: `13`, `decisions`. */
  readonly id: string;
  readonly number?: number | undefined;
  readonly title: string;
  /** The language of the title, where it is not the document's. */
  readonly titleLanguage?: string | undefined;
  readonly blocks: readonly Block[];
};

/** A numbered source: what a mark resolves to. */
export type Source = {
  /** `7`, or `H2` for a record of the organisation itself. */
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly publisher: string;
  readonly date: string;
  readonly status: string;
  readonly checked: VerificationStatus | 'own';
  readonly checkedWord: string;
  readonly note: string;
};

/** One document, whole. */
export type Report = {
  readonly schema: 'theriac-report-1';
  readonly layout: Layout;
  readonly role: RoleId;
  readonly language: string;
  readonly title: string;
  readonly forWhom: string;
  readonly owner: {
    readonly name: string;
    readonly nativeName?: { readonly text: string; readonly language: string } | undefined;
    readonly shortName: string;
  } | null;
  readonly tlp: Tlp;
  /** The one date of the document; no other clock enters it. */
  readonly date: string;
  readonly dateShown: string;
  readonly edition: string;
  readonly masthead: readonly { readonly label: string; readonly text: string }[];
  readonly banners: readonly RichText[];
  readonly lead: readonly RichText[];
  readonly sections: readonly Section[];
  readonly sources: readonly Source[];
  readonly about: readonly { readonly label: string; readonly text: RichText }[];
  /** Words that formats need for headings, footers and tables of their own, in the reader's language. */
  readonly words: Readonly<Record<ReportWord, string>>;
  /** Kind, role, edition and first letters of the digest; set last. */
  readonly id: string;
  readonly digest: string;
};

/** Words that formats use outside the blocks. */
export const reportWords = [
  'product',
  'contents',
  'sources',
  'about',
  'page',
  'of',
  'number',
  'source',
  'publisher',
  'date',
  'status',
  'checked',
  'asTable',
  'backTo',
  'citedAs',
  'printed',
  'skip',
  'figure',
  'table',
  'keyToMarks',
] as const;
/** One of those words. */
export type ReportWord = (typeof reportWords)[number];
