import type { EditionText, FrameworkEdition } from './edition.ts';
import type { MappingSet } from './mapping-set.ts';

/** Formats that an import recognises by content, never by name. */
export const importFormats = [
  'library',
  'oscal_catalog',
  'oscal_profile',
  'oscal_component',
  'oscal_mapping',
  'sheet',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A threat, an example control or a metric that requirements point to, or a product with what its maker says of it. */
export type CatalogueEntry = {
  readonly urn: string;
  readonly kind: 'threat' | 'control' | 'metric' | 'component';
  readonly number: string | null;
  readonly title: string;
  readonly text: string | null;
  readonly translations: Readonly<Record<string, EditionText>>;
};

/** A step of a scale in a risk matrix. */
export type MatrixLevel = {
  readonly title: string;
  readonly text: string | null;
  readonly translations: Readonly<Record<string, EditionText>>;
};

/** A risk matrix: `grid[probability][impact]` is an index into `risk`. */
export type RiskMatrix = {
  readonly urn: string;
  readonly title: string;
  readonly text: string | null;
  readonly probability: readonly MatrixLevel[];
  readonly impact: readonly MatrixLevel[];
  readonly risk: readonly MatrixLevel[];
  readonly grid: readonly (readonly number[])[];
  /** Absent where nothing is translated. */
  readonly translations?: Readonly<Record<string, EditionText>>;
};

/** Something in a file that is not as it should be. It is reported and read as far as it can be, never silently mended. */
export type ImportFinding = {
  /** A key for words: `dangling_group`, `duplicate_rule`. */
  readonly code: string;
  /** `error` means: cannot be stored like this. */
  readonly severity: 'error' | 'warning' | 'note';
  /** JSON pointer, or `row 12`. */
  readonly at: string;
  /** Line in the file, from 1; absent where the format has none. */
  readonly line?: number;
  /** One English sentence that names the value. */
  readonly message: string;
};

/** Something that a file says and we do not keep. */
export type ImportLoss = {
  /** A key for words: `risk_matrix`, `question_colour`. */
  readonly code: string;
  /** Where it stood, JSON pointer or row. */
  readonly at: string;
  /** What exactly: the value or its name, cut after 200 letters. */
  readonly what: string;
};

/** All that a file says that we can carry, and all that we cannot. */
export type ImportBundle = {
  readonly format: ImportFormat;
  /** What other files call this one in their `needs`, in lower case; absent or null where it has no name of its own. */
  readonly urn?: string | null;
  readonly title: string;
  /** What the file says of itself as a whole. */
  readonly text?: string | null;
  /** Who wrote the words, and who made the file. */
  readonly publisher: string | null;
  readonly packager: string | null;
  /** Version of the file as it states it. */
  readonly edition: string | null;
  readonly language: string;
  /** What the file says on rights, word by word; null where it says nothing. */
  readonly licence: string | null;
  /** Title and text of the file in other languages; absent where nothing is translated. */
  readonly translations?: Readonly<Record<string, EditionText>>;
  /** Other files that it names as needed, by URN. */
  readonly needs: readonly string[];
  readonly frameworks: readonly FrameworkEdition[];
  readonly mappingSets: readonly MappingSet[];
  readonly catalogue: readonly CatalogueEntry[];
  readonly matrices: readonly RiskMatrix[];
  readonly findings: readonly ImportFinding[];
  readonly losses: readonly ImportLoss[];
};
