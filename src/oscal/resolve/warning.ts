/** Something that resolution could live with, and that the author of a profile should hear. */
export type Warning = {
  readonly code:
    | 'unknown_control'
    | 'unknown_parameter'
    | 'duplicate_control'
    | 'combine_merge'
    | 'nothing_selected'
    | 'addition_without_target'
    | 'addition_by_own_id'
    | 'removal_without_effect'
    | 'removal_without_criteria';
  /** The profile, and the place in it. */
  readonly document: string;
  readonly pointer: string;
  readonly message: string;
};

/** Collects warnings of one profile. */
export type Warn = (code: Warning['code'], pointer: string, message: string) => void;
