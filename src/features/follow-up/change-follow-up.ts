import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import {
  applyFollow,
  changedFields,
  followFields,
  followProblems,
  isSameField,
  type FollowField,
  type FollowPatch,
  type FollowUp,
  type Proof,
} from '../../core/follow-up/follow-up.ts';
import { mostEvidence } from '../../library/profile-schema.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { readNames } from '../../platform/identity/who.ts';
import { lockFollowUps, readFollowUp, writeFollowUp } from './queries.ts';
import { viewFollowUp, type FollowUpView } from './views.ts';

type Context = ActionContext<Services>;

const action = 'obligations.follow';

/** What to change of one record. */
export type FollowChange = {
  readonly id: string;
  /** The version that its author saw; without it nobody else's change is looked for. */
  readonly expected?: number | undefined;
  readonly patch: FollowPatch;
  /** Added to the evidence that is stored, and taken out of it by its words. */
  readonly addEvidence?: Proof | undefined;
  readonly removeEvidence?: string | undefined;
};

/** A refusal that carries what stands there now, and who put it there: nothing was overwritten. */
type ConflictFailure = Failure & { readonly stored: FollowUpView };

/** Changes one record with its history and its audit entry, in one short transaction. */
export async function changeFollowUp(context: Context, change: FollowChange): Promise<Result<FollowUpView, Failure>> {
  const { id } = change;
  const today = context.today as IsoDate;
  let refusal: Failure | 'stale' | null = null;
  await context.store.attempt({ action, object: `obligation/${id}`, detail: detailOf(change) }, async (db) => {
    await lockFollowUps(db);
    const before = await readFollowUp(db, id);
    if (change.expected !== undefined && change.expected !== before.version) refusal = 'stale';
    const next = refusal === null ? nextRecord(before.record, change, today) : null;
    if (next?.ok === false) refusal = next.error;
    if (next?.ok !== true || changedFields(before.record, next.value).length === 0) return undefined;
    await writeFollowUp(db, before, next.value, { at: context.now(), actor: context.actor, action });
    return true;
  });
  const stored = await viewStored(context, id);
  if (refusal === 'stale') return fail(conflict(change.patch, stored));
  return refusal === null ? ok(stored) : fail(refusal);
}

/** Which parts were named, without what they say of people. */
const detailOf = ({ patch, addEvidence, removeEvidence }: FollowChange) => ({
  fields: followFields.filter(
    (field) =>
      patch[field] !== undefined ||
      (field === 'evidence' && (addEvidence !== undefined || removeEvidence !== undefined)),
  ),
  ...(patch.state === undefined ? {} : { state: patch.state }),
});

function nextRecord(before: FollowUp, change: FollowChange, today: IsoDate): Result<FollowUp, Failure> {
  const evidence = nextEvidence(change.patch.evidence ?? before.evidence, change);
  if (!evidence.ok) return evidence;
  const isNamed = [change.patch.evidence, change.addEvidence, change.removeEvidence].some((part) => part !== undefined);
  const next = applyFollow(before, isNamed ? { ...change.patch, evidence: evidence.value } : change.patch, today);
  const problems = followProblems(next, today);
  if (problems.length === 0) return ok(next);
  return fail({
    kind: 'invalid_follow_up',
    message: `Cannot change "${change.id}". Nothing was changed.`,
    details: problems.map(({ field, kind }) => ({ path: field, message: problemMessages[kind] })),
  });
}

const problemMessages = {
  needs_state: 'Say how far it is as well: "not_started", "in_progress" or "done"',
  done_later: 'The day on which it was done cannot lie ahead',
  due_before_done: 'The next due day must come after the day on which it was done',
} as const;

function nextEvidence(
  evidence: readonly Proof[],
  { id, addEvidence, removeEvidence }: FollowChange,
): Result<readonly Proof[], Failure> {
  const kept = evidence.filter(({ what }) => what !== removeEvidence);
  if (removeEvidence !== undefined && kept.length === evidence.length)
    return fail({
      kind: 'not_found',
      message: `"${id}" has no evidence called "${removeEvidence}". "obligations show ${id}" prints what there is.`,
    });
  const next = addEvidence === undefined ? kept : [...kept, addEvidence];
  return next.length <= mostEvidence
    ? ok(next)
    : fail({ kind: 'invalid_follow_up', message: `At most ${mostEvidence} pieces of evidence are kept for one duty` });
}

const viewStored = ({ store }: Context, id: string): Promise<FollowUpView> =>
  store.read(async (db) => {
    const stored = await readFollowUp(db, id);
    return viewFollowUp(stored, await readNames(db, stored.changedBy === null ? [] : [stored.changedBy]));
  });

/** Both values of each part that was to change, and who was there before. */
function conflict(patch: FollowPatch, stored: FollowUpView): ConflictFailure {
  const parts = followFields.filter((field) => patch[field] !== undefined && !isSameField(patch, stored, field));
  return {
    kind: 'conflict',
    message: `"${stored.id}" was changed in the meantime. Nothing was overwritten: look at both, then decide.`,
    details: [
      ...parts.map((field) => ({
        path: field,
        message: `yours: ${shown(patch, field)}; stored: ${shown(stored, field)}`,
      })),
      { path: 'version', message: `stored: ${stored.version}` },
      { path: 'changedBy', message: stored.changedBy?.name ?? stored.changedBy?.kind ?? 'nobody' },
      { path: 'changedAt', message: stored.changedAt ?? 'never' },
    ],
    stored,
  };
}

const shown = (record: FollowPatch, field: FollowField): string =>
  field === 'evidence'
    ? (record.evidence ?? []).map(({ what }) => what).join(', ') || 'none'
    : JSON.stringify(record[field] ?? null);
