/** Why a database does not open. Each names what is at fault and what would mend it. */
export type DatabaseError = Locked | FolderUnusable | Corrupt | Unreachable | MigrationError;

/** Another process uses the folder. Its pid is unknown in the moment between taking the lock and writing it down. */
export type Locked = {
  readonly kind: 'locked';
  readonly folder: string;
  readonly pid: number | undefined;
  readonly message: string;
};

/** The folder cannot be made, read or written. */
export type FolderUnusable = { readonly kind: 'folder'; readonly folder: string; readonly message: string };

/** PostgreSQL does not start on what is in the folder. */
export type Corrupt = { readonly kind: 'corrupt'; readonly folder: string; readonly message: string };

/** The server does not answer, does not let us in, or is too old. */
export type Unreachable = { readonly kind: 'unreachable'; readonly message: string };

/** A file of migrations does not fit what was applied, or does not work. */
export type MigrationError = { readonly kind: 'migration'; readonly file: string; readonly message: string };
