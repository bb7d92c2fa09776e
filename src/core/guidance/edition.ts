/**
 * Guidance that came in other people's files: frameworks as immutable editions. Owns their shape and how two editions
 * differ; must not know in which format they came, nor where they are kept.
 */

/** What holds a requirement's words in one language. */
export type EditionText = {
  readonly title: string | null;
  /** The words of the requirement, as the publisher wrote them: plain text or Markdown, never trusted as markup. */
  readonly text: string | null;
  /** What the publisher says besides: explanation, guidance. */
  readonly note: string | null;
  /** What the publisher names as proof; absent where such words cannot have any. */
  readonly evidence?: string | null;
};

/** Words in other languages by code; what is missing there is not translated. */
export type Translations = Readonly<Record<string, EditionText>>;

/** A question that the publisher puts to whoever assesses a requirement. */
export type EditionQuestion = {
  readonly id: string;
  readonly text: string;
  readonly kind: 'one' | 'several' | 'text' | 'number' | 'date' | 'yes_no';
  readonly choices: readonly EditionChoice[];
  /** Asked only if another question has one, or all, of these answers. */
  readonly dependsOn: {
    readonly question: string;
    readonly answers: readonly string[];
    readonly all: boolean;
  } | null;
  /** Absent where nothing is translated. */
  readonly translations?: Translations;
};

/** An answer to choose, and what choosing it does in the publisher's scheme. */
export type EditionChoice = {
  readonly id: string;
  readonly text: string;
  readonly score: number | null;
  /** What the publisher concludes from it, in the publisher's word. */
  readonly result: string | null;
  readonly groups: readonly string[];
  /** What the publisher says besides; absent where it says nothing. */
  readonly note?: string | null;
  /** Absent where nothing is translated. */
  readonly translations?: Translations;
};

/** A citable unit of an edition. Parents come before their children. */
export type EditionRequirement = EditionText & {
  /** Unique inside the edition, in lower case: a URN, or the id of a control. */
  readonly id: string;
  readonly parent: string | null;
  /** As the publisher numbers it: `1.1.2`, `A.5.23`; null where it has no number. */
  readonly number: string | null;
  /** Whether it is assessed; headings are not, but a parent may be. */
  readonly isAssessable: boolean;
  readonly groups: readonly string[];
  /** What the publisher names as proof. */
  readonly evidence: string | null;
  readonly weight: number | null;
  /** URNs of threats and example controls of a catalogue that the publisher points to. */
  readonly refersTo: readonly string[];
  readonly questions: readonly EditionQuestion[];
  /** Other languages by code; what is missing there is not translated. */
  readonly translations: Readonly<Record<string, EditionText>>;
};

/** A named part of a framework that an organisation may choose: a level, a profile. */
export type EditionGroup = {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly isDefault: boolean;
  /** Absent where nothing is translated. */
  readonly translations?: Translations;
};

/** A step of a scale, in the publisher's words. */
export type EditionLevel = {
  readonly score: number;
  readonly title: string;
  readonly text: string | null;
  /** Absent where nothing is translated. */
  readonly translations?: Translations;
};

/** The publisher's scale of scores. */
export type EditionScale = {
  readonly least: number;
  readonly most: number;
  readonly levels: readonly EditionLevel[];
};

/** One edition of a framework. Never changed once it is stored: a new edition stands beside it. */
export type FrameworkEdition = {
  /** The same in every edition, in lower case: a URN, or the UUID that an OSCAL document is known by. */
  readonly urn: string;
  /** As the publisher counts: `12`, `5.1.1`. */
  readonly edition: string;
  readonly number: string | null;
  readonly title: string;
  readonly text: string | null;
  /** Of the words that are not translations. */
  readonly language: string;
  readonly publisher: string | null;
  /** The publisher's day of this edition, where it says so: `2025-07-09`. */
  readonly publishedOn: string | null;
  readonly groups: readonly EditionGroup[];
  readonly scale: EditionScale | null;
  readonly requirements: readonly EditionRequirement[];
  /** Title and text of the framework in other languages. */
  readonly translations: Readonly<Record<string, EditionText>>;
};
