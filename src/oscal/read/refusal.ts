/** Why bytes are not read as an OSCAL document, with the place and what to do. */
export type Refusal = {
  readonly code:
    | 'empty'
    | 'too_large'
    | 'not_text'
    | 'broken_json'
    | 'broken_yaml'
    | 'broken_xml'
    | 'document_type'
    | 'duplicate_key'
    | 'too_deep'
    | 'null_value'
    | 'not_oscal'
    | 'two_models';
  /** Line and column where the text is broken, else a JSON pointer, or nothing. */
  readonly at: string;
  readonly message: string;
};

/** What is read at most, checked before parsing. */
export type Limits = { readonly bytes: number; readonly depth: number };

/** Larger and deeper than any published document. */
export const usualLimits: Limits = { bytes: 64 * 1024 * 1024, depth: 64 };
