/** Something about a document that is not as the specification wants it. */
export type Finding = {
  /** `error`: invalid. `warning`: valid, and most likely meant otherwise. `note`: cannot be told from this document alone. */
  readonly severity: 'error' | 'warning' | 'note';
  /** From the schema, or a constraint of ours by name. */
  readonly rule: string;
  /** JSON pointer into the JSON form. */
  readonly pointer: string;
  readonly message: string;
};
