/** Why a file that somebody handed in is not read at all. What can be read in part is read, with findings. */
export const importRefusals = [
  'too_large',
  'empty',
  'not_text',
  'broken_yaml',
  'broken_json',
  'broken_xml',
  'document_type',
  'broken_document',
  'aliases',
  'duplicate_key',
  'too_deep',
  'too_many',
  'unknown_format',
] as const;
/** One of them. */
export type ImportRefusalCode = (typeof importRefusals)[number];

/** A file that is not read, and what to do about it. */
export type ImportRefusal = {
  readonly code: ImportRefusalCode;
  /** English sentences that name the place, what stands there and the remedy. */
  readonly message: string;
  /** Where reading stopped: `line 12, column 4`. */
  readonly at?: string;
  /** Rows of a table would look like this too: only a person can say what they hold. */
  readonly mayBeSheet?: boolean;
};
