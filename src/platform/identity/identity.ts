import type { Permission } from '../action.ts';
import type { OrgId } from '../db/database.ts';

/** What a person or a program may do in an organisation. */
export type Role = Exclude<Permission, 'everyone'>;

/** Who asks, and in which organisation. */
export type Identity = {
  /** For the audit trail: `account/…`, `token/…`, `command` or `anonymous`. It names nobody by itself. */
  readonly actor: string;
  readonly level: Permission;
  /** Null: nobody is signed in, or the account belongs to no organisation. */
  readonly orgId: OrgId | null;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** May add organisations. */
  readonly isOperator: boolean;
};

/** Nobody is signed in. */
export const anonymous: Identity = {
  actor: 'anonymous',
  level: 'everyone',
  orgId: null,
  accountId: null,
  sessionId: null,
  isOperator: false,
};

/** Whoever may read the data folder may do everything with it. */
export const command = (orgId: OrgId): Identity => ({
  actor: 'command',
  level: 'administrator',
  orgId,
  accountId: null,
  sessionId: null,
  isOperator: true,
});
