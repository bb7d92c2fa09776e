/** Why a profile cannot be resolved. */
export type ResolveError = {
  readonly kind:
    | 'import_not_found'
    | 'import_unreadable'
    | 'import_of_another_model'
    | 'circular_import'
    | 'resource_not_found'
    | 'two_structures'
    | 'version_differs'
    | 'too_many_imports';
  /** The profile in which it stands, where it is not the one asked for. */
  readonly document?: string;
  readonly pointer: string;
  readonly message: string;
};
