/**
 * OSCAL as its JSON form spells it: the parts of a catalog, a profile and a mapping collection that this package works
 * with. Names are those of the specification, with their hyphens, so that a document needs no translation to be read.
 * Owns nothing of Theriac; may become a package of its own.
 * @source NIST OSCAL 1.2.2, metaschema definitions of the catalog, profile and control-mapping models
 */

/** Any value of a JSON document. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** A JSON object whose members are not known beforehand. */
export type JsonObject = { readonly [key: string]: Json };

/** The root keys, one a model. */
export const models = [
  'catalog',
  'profile',
  'component-definition',
  'mapping-collection',
  'system-security-plan',
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
] as const;
/** A model, by its root key. */
export type Model = (typeof models)[number];

/** A name and a value, in a namespace. */
export type Property = {
  readonly name: string;
  readonly uuid?: string;
  readonly ns?: string;
  readonly value: string;
  readonly class?: string;
  readonly group?: string;
  readonly remarks?: string;
};

/** A reference to something else; `#uuid` is a resource of the same document. */
export type Link = {
  readonly href: string;
  readonly rel?: string;
  readonly 'media-type'?: string;
  readonly 'resource-fragment'?: string;
  readonly text?: string;
};

/** A value that an organisation chooses. */
export type Parameter = {
  readonly id: string;
  readonly class?: string;
  readonly 'depends-on'?: string;
  readonly props?: readonly Property[];
  readonly links?: readonly Link[];
  readonly label?: string;
  readonly usage?: string;
  readonly constraints?: readonly JsonObject[];
  readonly guidelines?: readonly JsonObject[];
  readonly values?: readonly string[];
  readonly select?: JsonObject;
  readonly remarks?: string;
};

/** Prose with a place. */
export type Part = {
  readonly id?: string;
  readonly name: string;
  readonly ns?: string;
  readonly class?: string;
  readonly title?: string;
  readonly props?: readonly Property[];
  readonly prose?: string;
  readonly parts?: readonly Part[];
  readonly links?: readonly Link[];
};

/** What controls and groups have besides their name and what is inside them. */
export type Contents = {
  readonly params?: readonly Parameter[];
  readonly props?: readonly Property[];
  readonly links?: readonly Link[];
  readonly parts?: readonly Part[];
};

/** A requirement of a catalog. */
export type Control = Contents & {
  readonly id: string;
  readonly class?: string;
  readonly title: string;
  readonly controls?: readonly Control[];
};

/** A heading with groups or controls below it. */
export type Group = Contents & {
  readonly id?: string;
  readonly class?: string;
  readonly title?: string;
  readonly groups?: readonly Group[];
  readonly controls?: readonly Control[];
};

/** What a document says of itself. */
export type Metadata = {
  readonly title: string;
  readonly published?: string;
  readonly 'last-modified': string;
  readonly version: string;
  readonly 'oscal-version': string;
  readonly props?: readonly Property[];
  readonly links?: readonly Link[];
  readonly roles?: readonly (JsonObject & { readonly props?: readonly Property[] })[];
  readonly parties?: readonly (JsonObject & { readonly props?: readonly Property[] })[];
  readonly 'responsible-parties'?: readonly JsonObject[];
  readonly remarks?: string;
};

/** Something that a document refers to. */
export type Resource = {
  readonly uuid: string;
  readonly title?: string;
  readonly props?: readonly Property[];
  readonly rlinks?: readonly { readonly href: string; readonly 'media-type'?: string }[];
  readonly base64?: { readonly value: string; readonly filename?: string; readonly 'media-type'?: string };
};

/** The resources of a document. */
export type BackMatter = { readonly resources?: readonly Resource[] };

/** A set of controls. */
export type Catalog = {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly params?: readonly Parameter[];
  readonly controls?: readonly Control[];
  readonly groups?: readonly Group[];
  readonly 'back-matter'?: BackMatter;
};

/** Which controls: by id, or by a pattern on the id. */
export type Selector = {
  readonly 'with-child-controls'?: 'yes' | 'no';
  readonly 'with-ids'?: readonly string[];
  readonly matching?: readonly { readonly pattern?: string }[];
};

/** Where controls come from, and which of them. */
export type Import = {
  readonly href: string;
  readonly 'include-all'?: JsonObject;
  readonly 'include-controls'?: readonly Selector[];
  readonly 'exclude-controls'?: readonly Selector[];
};

/** Controls that a profile puts into a place of its own. */
export type InsertControls = {
  readonly order?: 'keep' | 'ascending' | 'descending';
  readonly 'include-all'?: JsonObject;
  readonly 'include-controls'?: readonly Selector[];
  readonly 'exclude-controls'?: readonly Selector[];
};

/** A group that a profile declares. */
export type CustomGroup = Contents & {
  readonly id?: string;
  readonly class?: string;
  readonly title?: string;
  readonly groups?: readonly CustomGroup[];
  readonly 'insert-controls'?: readonly InsertControls[];
};

/** How controls of several imports become one catalog. */
export type Merge = {
  readonly combine?: { readonly method?: 'use-first' | 'merge' | 'keep' };
  readonly flat?: JsonObject;
  readonly 'as-is'?: boolean;
  readonly custom?: {
    readonly groups?: readonly CustomGroup[];
    readonly 'insert-controls'?: readonly InsertControls[];
  };
};

/** Values and words for a parameter. */
export type SetParameter = Omit<Parameter, 'id' | 'remarks'> & { readonly 'param-id': string };

/** What to take out of a control: all criteria given must be met. */
export type Removal = {
  readonly 'by-name'?: string;
  readonly 'by-class'?: string;
  readonly 'by-id'?: string;
  readonly 'by-item-name'?: string;
  readonly 'by-ns'?: string;
};

/** What to put into a control, and where. */
export type Addition = Contents & {
  readonly position?: 'before' | 'after' | 'starting' | 'ending';
  readonly 'by-id'?: string;
  readonly title?: string;
};

/** Changes to one control. */
export type Alteration = {
  readonly 'control-id': string;
  readonly removes?: readonly Removal[];
  readonly adds?: readonly Addition[];
};

/** A choice of controls, and changes to them. */
export type Profile = {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly imports: readonly Import[];
  readonly merge?: Merge;
  readonly modify?: {
    readonly 'set-parameters'?: readonly SetParameter[];
    readonly alters?: readonly Alteration[];
  };
  readonly 'back-matter'?: BackMatter;
};
