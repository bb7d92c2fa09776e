import { fail, ok, type Result } from '../../core/base.ts';
import { profileFromValue } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { readProfileRow, writeProfileRow } from './queries.ts';

export const stale: Failure = {
  kind: 'conflict',
  message:
    'The profile was changed by someone else in the meantime. Nothing was overwritten: read it again, then repeat your change.',
};

/** Lays answers over the stored ones, null takes one back to unknown, and stores the whole if nobody changed it since. */
export async function storeAnswers(
  context: ActionContext<Services>,
  given: { readonly answers: Readonly<Record<string, unknown>>; readonly version?: number | undefined },
  action: string,
): Promise<Result<{ version: number }, Failure>> {
  const row = await context.store.read(readProfileRow);
  const { translate: say } = context.services.library.words('en');
  const merged = { name: say('report.unnamed'), ...row?.facts, ...given.answers };
  const facts = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null && value !== undefined));
  const read = profileFromValue(facts, context.services.library);
  if (!read.ok) return read;
  const note = { action, object: 'profile', detail: { keys: Object.keys(given.answers) } };
  const saved = await context.store.attempt(note, (db) =>
    writeProfileRow(db, facts, given.version ?? row?.version ?? 0, context.now()),
  );
  return saved === undefined ? fail(stale) : ok({ version: saved });
}
