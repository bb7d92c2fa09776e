/** The one place where the kind of an expected failure becomes an HTTP status and an exit code. */
import type { ExitCode } from './platform/command-line.ts';

type Meaning = { readonly status: number; readonly exitCode: ExitCode };

const meanings: Readonly<Record<string, Meaning>> = {
  invalid_input: { status: 400, exitCode: 2 },
  invalid_profile: { status: 422, exitCode: 2 },
  invalid_ratings: { status: 422, exitCode: 2 },
  unread_answers: { status: 422, exitCode: 2 },
  unsaid_sheet: { status: 422, exitCode: 2 },
  invalid_follow_up: { status: 422, exitCode: 2 },
  // Checked, and found wrong.
  licence_forbids: { status: 451, exitCode: 1 },
  invalid_guidance: { status: 422, exitCode: 1 },
  unreadable_file: { status: 400, exitCode: 2 },
  unwritable_file: { status: 500, exitCode: 3 },
  cannot_resolve: { status: 422, exitCode: 2 },
  unknown_language: { status: 400, exitCode: 2 },
  not_found: { status: 404, exitCode: 2 },
  no_profile: { status: 404, exitCode: 2 },
  conflict: { status: 409, exitCode: 2 },
  pin_refused: { status: 409, exitCode: 2 },
  forbidden: { status: 403, exitCode: 2 },
  unauthenticated: { status: 401, exitCode: 2 },
  sign_in_refused: { status: 401, exitCode: 2 },
  already_sent: { status: 409, exitCode: 2 },
  link_over: { status: 410, exitCode: 2 },
  mail_off: { status: 409, exitCode: 2 },
  mail_refused: { status: 502, exitCode: 3 },
  too_many: { status: 429, exitCode: 2 },
  last_administrator: { status: 409, exitCode: 2 },
  too_large: { status: 413, exitCode: 2 },
  refused_file: { status: 415, exitCode: 2 },
  broken_content: { status: 500, exitCode: 3 },
  cannot_render: { status: 500, exitCode: 3 },
  locked: { status: 503, exitCode: 3 },
  unreachable: { status: 503, exitCode: 3 },
  corrupt: { status: 503, exitCode: 3 },
  migration: { status: 503, exitCode: 3 },
};

/** A kind without a row is a bug: it answers like one. */
const meaningOf = (kind: string): Meaning => meanings[kind] ?? { status: 500, exitCode: 3 };

export const statusOf = (kind: string): number => meaningOf(kind).status;
export const exitCodeOf = (kind: string): ExitCode => meaningOf(kind).exitCode;
export const knownKinds = Object.keys(meanings);
