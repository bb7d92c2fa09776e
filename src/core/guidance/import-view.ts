/** What is told of an import, the same on screens, in the API and on the command line. */
import type { ImportFinding, ImportFormat, ImportLoss } from './bundle.ts';
import type { FrameworkRole, MappingRole } from './column-names.ts';
import type { BundleCounts } from './counts.ts';
import type { DifferenceKind } from './differs.ts';
import type { LicenceStance } from './licence.ts';
import type { Likeness } from './shipped.ts';
import type { PartStanding } from './weigh.ts';

/** A licence as the file states it, and what we read in it. */
export type LicenceView = {
  readonly text: string | null;
  readonly stance: LicenceStance;
  /** The phrase that decides. */
  readonly phrase: string | null;
};

/** How another edition differs, in numbers and by name; at most `mostNamed` of each kind. */
export type DifferenceSummary = {
  /** What differs in the framework itself. */
  readonly framework: readonly string[];
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  readonly named: readonly { readonly kind: DifferenceKind; readonly id: string; readonly name: string }[];
};

/** So many of each kind are named in a preview. */
export const mostNamed = 50;

/** A framework of a file, beside what is there. */
export type FrameworkPreview = {
  readonly urn: string;
  readonly edition: string;
  readonly title: string;
  readonly requirements: number;
  readonly assessable: number;
  readonly languages: readonly string[];
  readonly standing: PartStanding;
  /** The edition that it was compared with: the stored one of the same number, else the one stored last, else ours. */
  readonly against: {
    /** Null: it is of our own content. */
    readonly id: string | null;
    readonly edition: string;
    readonly difference: DifferenceSummary;
  } | null;
  readonly like: Likeness | null;
};

/** A mapping set of a file, beside what is there. */
export type MappingPreview = {
  readonly urn: string;
  readonly edition: string;
  readonly title: string;
  readonly source: string;
  readonly target: string;
  readonly relations: number;
  readonly standing: PartStanding;
};

/** What loading a file would do. Nothing is written for it. */
export type ImportPreview = {
  readonly file: { readonly name: string; readonly size: number; readonly digest: string };
  readonly format: ImportFormat;
  readonly title: string;
  readonly publisher: string | null;
  readonly packager: string | null;
  readonly edition: string | null;
  readonly language: string;
  readonly licence: LicenceView;
  readonly needs: readonly string[];
  readonly counts: BundleCounts;
  readonly frameworks: readonly FrameworkPreview[];
  readonly mappingSets: readonly MappingPreview[];
  /** At most `mostRows` of each; `counts` says how many there are. */
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
  /** The import by which the same bytes came before. */
  readonly already: { readonly id: string; readonly at: string } | null;
  /** Whether it was compared with what is stored, or, where nothing ever was, with our own content alone. */
  readonly comparedWith: 'stored' | 'content';
  /** No finding is an error. */
  readonly isLoadable: boolean;
};

/** A file may have more findings than anybody reads at once; all of them are stored. */
export const mostRows = 5000;

/** A part of an import, and how it stood to what was there. */
export type ImportPart = {
  readonly kind: 'framework' | 'mapping_set';
  readonly urn: string;
  readonly edition: string;
  readonly title: string;
  readonly standing: PartStanding;
};

/** An import that was loaded, without its findings and losses. */
export type ImportFacts = {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly kind: 'person' | 'program' | 'command' | 'other'; readonly name: string | null };
  readonly file: { readonly name: string; readonly size: number; readonly digest: string };
  readonly format: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly packager: string | null;
  readonly edition: string | null;
  readonly language: string;
  readonly source: string | null;
  readonly licence: LicenceView;
  readonly counts: BundleCounts;
};

/** Some of a list, from a place on. */
export type Rows<Row> = { readonly from: number; readonly total: number; readonly rows: readonly Row[] };

/** How a spreadsheet was read: its page where it has several, and which column was what. */
export type SheetReading = {
  readonly as: 'framework' | 'mapping';
  readonly page: string | null;
  /** URNs of the two frameworks of a mapping. */
  readonly from: string | null;
  readonly to: string | null;
  readonly columns: readonly {
    readonly letter: string;
    readonly head: string;
    readonly role: FrameworkRole | MappingRole;
  }[];
};

/** One import whole; findings and losses page by page. */
export type ImportDetail = ImportFacts & {
  /** How a spreadsheet was read; null of what says itself what it is. */
  readonly sheet: SheetReading | null;
  readonly needs: readonly string[];
  /** `id`: of the stored edition, where it is one of a framework. */
  readonly parts: readonly (ImportPart & { readonly id: string | null })[];
  readonly findings: Rows<ImportFinding>;
  readonly losses: Rows<ImportLoss>;
  readonly mayRemove: boolean;
};

/** An edition of a framework that came in a file. */
export type EditionFacts = {
  readonly id: string;
  readonly importId: string;
  readonly urn: string;
  readonly edition: string;
  readonly title: string;
  readonly number: string | null;
  readonly language: string;
  readonly languages: readonly string[];
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly loadedAt: string;
  readonly requirements: number;
  readonly assessable: number;
  readonly licence: LicenceView;
};

/** A requirement in the language that was asked for; `language` says in which its words are, where not in that one. */
export type RequirementView = {
  readonly id: string;
  readonly parent: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly language: string;
  readonly noteLanguage: string;
  readonly isAssessable: boolean;
  readonly groups: readonly string[];
  readonly questions: number;
};

/** An edition with its tree: parents come before their children. */
export type EditionTree = EditionFacts & {
  /** In which it was asked for. */
  readonly shownIn: string;
  readonly text: string | null;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly requirements: number }[];
  readonly tree: readonly RequirementView[];
  /** Other editions of the same framework, the latest first. */
  readonly others: readonly { readonly id: string; readonly edition: string; readonly loadedAt: string }[];
  /** Mapping sets that start or end here. */
  readonly mappings: readonly {
    readonly id: string;
    readonly title: string;
    readonly edition: string;
    readonly source: string;
    readonly target: string;
    readonly relations: number;
    /** Whether its licence lets its relations be handed on. */
    readonly mayPassOn: boolean;
  }[];
};
