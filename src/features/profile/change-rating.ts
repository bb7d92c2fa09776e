import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Evidence } from '../../core/profile/profile.ts';
import {
  applyPatch,
  isEqual,
  isSame,
  ratingFields,
  tidyPatch,
  type RatingPatch,
  type RatingState,
} from '../../core/profile/rating-state.ts';
import { mostEvidence } from '../../library/profile-schema.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import type { AcceptedFile } from '../../platform/files/accept-file.ts';
import type { Writer } from '../../platform/db/database.ts';
import { readNames } from '../../platform/identity/who.ts';
import { deleteFiles, keepFile, readFileFacts } from './evidence-queries.ts';
import { lockRatings, readRating, writeChanges, type StoredRating } from './rating-queries.ts';
import { viewRating, type RatingView } from './rating-view.ts';

type Context = ActionContext<Services>;

/** What to change of one safeguard. `amend` sees the stored state, for what is added to it or taken out of it. */
export type RatingChange = {
  readonly id: string;
  readonly action: string;
  /** The version that its author saw; without it nobody else's change is looked for. */
  readonly expected?: number | undefined;
  readonly patch: RatingPatch;
  readonly attach?: { readonly file: AcceptedFile; readonly evidence: Evidence } | undefined;
  readonly amend?: (state: RatingState) => Result<RatingPatch, Failure>;
  /** Who proposed it, where that was somebody without an account. */
  readonly proposedBy?: string | undefined;
  /** What is written in the same transaction; where it finds nothing to write, nothing of all is. */
  readonly alongside?: (db: Writer) => Promise<boolean>;
};

/** A refusal that carries what stands there now, and who put it there: nothing was overwritten. */
export type ConflictFailure = Failure & { readonly stored: RatingView };

/** Changes one rating with its history and its audit entry, in one short transaction. */
export async function changeRating(context: Context, change: RatingChange): Promise<Result<RatingView, Failure>> {
  const { id, action } = change;
  if (!context.services.library.safeguardIds.includes(id as never)) return fail(noSafeguard(id));
  const patch = tidyPatch(change.patch);
  let refusal: Failure | 'stale' | 'late' | null = null;
  const note = { action, object: `safeguard/${id}`, detail: detailOf(change, patch) };
  await context.store.attempt(note, async (db) => {
    await lockRatings(db);
    const before = await readRating(db, id);
    if (change.expected !== undefined && change.expected !== before.version) refusal = 'stale';
    if (refusal !== null) return undefined;
    const next = await nextState(db, { context, before, change, patch });
    if (!next.ok) refusal = next.error;
    if (!next.ok) return undefined;
    if (change.alongside !== undefined && !(await change.alongside(db))) refusal = 'late';
    const isSaid = isEqual(before.state, next.value);
    if (refusal !== null || (isSaid && change.alongside === undefined)) return undefined;
    const by = { at: context.now(), actor: context.actor, action, proposedBy: change.proposedBy };
    await writeChanges(db, isSaid ? [] : [{ before, after: next.value }], by);
    await deleteFiles(db, filesOnlyIn(before.state, next.value));
    return true;
  });
  const stored = await viewStored(context, id);
  if (refusal === 'stale') return fail(conflict(patch, stored));
  if (refusal === 'late') return fail(decided(id));
  return refusal === null ? ok(stored) : fail(refusal);
}

/** Which parts changed, without what they say of people. */
const detailOf = ({ attach, amend }: RatingChange, patch: RatingPatch) => ({
  fields: [
    ...ratingFields.filter((field) => patch[field] !== undefined),
    ...(attach === undefined && amend === undefined ? [] : ['evidence']),
  ],
  ...(patch.rating === undefined ? {} : { rating: patch.rating }),
});

type Step = {
  readonly context: Context;
  readonly before: StoredRating;
  readonly change: RatingChange;
  readonly patch: RatingPatch;
};

async function nextState(db: Writer, { context, before, change, patch }: Step): Promise<Result<RatingState, Failure>> {
  const amended = change.amend?.(before.state) ?? ok({});
  if (!amended.ok) return amended;
  const next = applyPatch(before.state, { ...patch, ...amended.value }, context.today as IsoDate);
  const problem = problemIn(before, next, change.attach === undefined ? 0 : 1);
  if (problem !== null) return fail(problem);
  if (change.attach === undefined) return ok(next);
  const by = { at: context.now(), actor: context.actor };
  const file = await keepFile(db, before.id, change.attach.file, by);
  const isListed = next.evidence.some((one) => one.file === file);
  return ok(isListed ? next : { ...next, evidence: [...next.evidence, { ...change.attach.evidence, file }] });
}

/** What a state may not say, whoever changes it. */
function problemIn(before: StoredRating, next: RatingState, added: number): Failure | null {
  if (next.rating === 'not_applicable' && next.reason === null)
    return refused(before.id, 'reason', 'Not applicable needs a reason: add "reason"');
  if (next.evidence.length + added > mostEvidence)
    return refused(before.id, 'evidence', `At most ${mostEvidence} pieces of evidence are kept for one safeguard`);
  const known = new Set(before.state.evidence.map(({ file }) => file));
  const strange = next.evidence.find(({ file }) => file !== undefined && !known.has(file));
  return strange === undefined
    ? null
    : refused(before.id, 'evidence', `Cannot name the file "${strange.file}": add the file itself with evidence.add`);
}

const filesOnlyIn = (before: RatingState, after: RatingState): readonly string[] => {
  const kept = new Set(after.evidence.map(({ file }) => file));
  return before.evidence.flatMap(({ file }) => (file === undefined || kept.has(file) ? [] : [file]));
};

/** One rating as views show it, with names and files. */
export const viewStored = ({ store }: Context, id: string): Promise<RatingView> =>
  store.read(async (db) => {
    const rating = await readRating(db, id);
    const actors = rating.changedBy === null ? [] : [rating.changedBy];
    return viewRating(rating, { names: await readNames(db, actors), files: await readFileFacts(db, id) });
  });

export const noSafeguard = (id: string): Failure => ({
  kind: 'not_found',
  message: `Cannot rate "${id}": no such safeguard. "theriac library list safeguards" names the ids.`,
});

const decided = (id: string): Failure => ({
  kind: 'conflict',
  message: `What was proposed for ${id} was decided by someone else in the meantime. Nothing was changed.`,
});

const refused = (id: string, path: string, message: string): Failure => ({
  kind: 'invalid_ratings',
  message: `Cannot change ${id}. Nothing was changed.`,
  details: [{ path, message }],
});

/** Both values of each part that was to change, and who was there before. */
function conflict(patch: RatingPatch, stored: RatingView): ConflictFailure {
  const theirs = stored as unknown as RatingPatch;
  const parts = ratingFields.filter((field) => patch[field] !== undefined && !isSame(patch, theirs, field));
  return {
    kind: 'conflict',
    message: `${stored.id} was changed in the meantime. Nothing was overwritten: look at both, then decide.`,
    details: [
      ...parts.map((field) => ({
        path: field,
        message: `yours: ${shown(patch, field)}; stored: ${shown(theirs, field)}`,
      })),
      { path: 'version', message: `stored: ${stored.version}` },
      { path: 'changedBy', message: stored.changedBy?.name ?? stored.changedBy?.kind ?? 'nobody' },
      { path: 'changedAt', message: stored.changedAt ?? 'never' },
    ],
    stored,
  };
}

const shown = (state: RatingPatch, field: keyof RatingPatch): string =>
  field === 'evidence'
    ? `${(state.evidence ?? []).length} pieces`
    : state[field] === null || state[field] === undefined
      ? 'nothing'
      : `"${String(state[field])}"`;
