/** What the database says when it refuses a statement, without the driver's or the engine's own baggage. */
import { DatabaseError } from 'pg';

/** `code` is PostgreSQL's SQLSTATE. `detail` may quote a row: it belongs in no answer and no log. */
export type StatementError = Error & {
  readonly code: string;
  readonly detail: string | undefined;
  readonly constraint: string | undefined;
};

/** Whether the database refused a statement, as opposed to a bug or a lost connection. */
export const isStatementError = (error: unknown): error is StatementError =>
  error instanceof Error && error.name === 'StatementError';

/** The database's refusal as a plain error; anything else as it is. */
export function plainError(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { message, code, detail, constraint, stack } = error;
  return Object.assign(new Error(message), {
    name: 'StatementError',
    code: code ?? 'XX000',
    detail,
    constraint,
    stack,
  });
}
