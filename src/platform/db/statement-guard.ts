/**
 * Which statements a transaction may send. The session itself may do everything (PGlite knows no other user), so row-level
 * security holds only while nobody changes role or organisation in its midst. Denied by default: reading and changing rows
 * is all that a feature does. Values travel apart from the text, so the text is always our own.
 */
const ROWS_ONLY = /^\s*(?:\(\s*)*(?:select|insert|update|delete|with|values)\b/i;
const CHANGES_SETTINGS = /set_config/i;

/** Throws on a statement that could leave the transaction's role or organisation. */
export function guardStatement(sql: string): void {
  const reason = !ROWS_ONLY.test(sql) ? 'it is no select, insert, update, delete or with' : 'it calls set_config';
  if (!ROWS_ONLY.test(sql) || CHANGES_SETTINGS.test(sql))
    throw new Error(`Cannot run "${sql.slice(0, 80)}": ${reason}, wanted a statement on rows`);
}
