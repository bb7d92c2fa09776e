import type { Evidence } from '../../core/profile/profile.ts';
import { isEqual, keepFiles, unrated, type RatingState } from '../../core/profile/rating-state.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Writer } from '../../platform/db/database.ts';
import { json } from '../../platform/db/tables.ts';

/** What is said of a safeguard, as stored; version 0 before anything was ever said. */
export type StoredRating = {
  readonly id: string;
  readonly state: RatingState;
  readonly version: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
};

/** Who changes, when, and by which action. */
export type ChangeNote = {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  /** Who proposed it, where that was somebody without an account. */
  readonly proposedBy?: string | undefined;
};

const selected = (db: Writer) =>
  db
    .selectFrom('rating')
    .select(['safeguard_id', 'rating', 'reason', 'owner', 'note', 'evidence', 'rated_on', 'due', 'version'])
    .select(['updated_at', 'changed_by']);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

/** All that was ever said of safeguards, what was taken back included. */
export const readRatings = async (db: Writer): Promise<readonly StoredRating[]> =>
  (await selected(db).orderBy('safeguard_id').execute()).map(storedOf);

export async function readRating(db: Writer, id: string): Promise<StoredRating> {
  const row = await selected(db).where('safeguard_id', '=', id).executeTakeFirst();
  return row === undefined ? { id, state: unrated, version: 0, changedAt: null, changedBy: null } : storedOf(row);
}

const storedOf = (row: Row): StoredRating => ({
  id: row.safeguard_id,
  version: row.version,
  changedAt: row.updated_at,
  changedBy: row.changed_by,
  state: {
    rating: row.rating,
    reason: row.reason,
    ratedOn: row.rated_on as IsoDate | null,
    owner: row.owner,
    due: row.due as IsoDate | null,
    note: row.note,
    evidence: row.evidence as readonly Evidence[],
  },
});

/** Until the transaction ends nobody else changes ratings of this organisation: what is read stays true while it is changed. */
export async function lockRatings(db: Writer): Promise<void> {
  await db.selectFrom('organisation').select('id').forNoKeyUpdate().execute();
}

export type PlannedChange = { readonly before: StoredRating; readonly after: RatingState };

/** Writes changed ratings and their history: two statements, however many there are. */
export async function writeChanges(db: Writer, changes: readonly PlannedChange[], note: ChangeNote): Promise<void> {
  if (changes.length === 0) return;
  const { at, actor, action, proposedBy = null } = note;
  const upsert = db
    .insertInto('rating')
    .values(changes.map((change) => newRow(change, note)))
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'safeguard_id']).doUpdateSet((row) => ({
        rating: row.ref('excluded.rating'),
        reason: row.ref('excluded.reason'),
        owner: row.ref('excluded.owner'),
        note: row.ref('excluded.note'),
        evidence: row.ref('excluded.evidence'),
        rated_on: row.ref('excluded.rated_on'),
        due: row.ref('excluded.due'),
        version: row.ref('excluded.version'),
        updated_at: row.ref('excluded.updated_at'),
        changed_by: row.ref('excluded.changed_by'),
      })),
    );
  const history = db.insertInto('rating_change').values(
    changes.map(({ before, after }) => ({
      at,
      actor,
      action,
      proposed_by: proposedBy,
      safeguard_id: before.id,
      version: before.version + 1,
      before: json(before.state),
      after: json(after),
    })),
  );
  await Promise.all([upsert.execute(), history.execute()]);
}

const newRow = ({ before, after }: PlannedChange, { at, actor }: ChangeNote) => ({
  safeguard_id: before.id,
  rating: after.rating,
  reason: after.reason,
  owner: after.owner,
  note: after.note,
  evidence: json(after.evidence),
  rated_on: after.ratedOn,
  due: after.due,
  version: before.version + 1,
  updated_at: at,
  changed_by: actor,
});

/** Many at once: `states` by safeguard. With `isWhole` what it does not name is no longer rated. Stored files stay in their lists. */
export async function writeRatings(
  db: Writer,
  { states, isWhole }: { readonly states: ReadonlyMap<string, RatingState>; readonly isWhole: boolean },
  note: ChangeNote,
): Promise<void> {
  await lockRatings(db);
  const stored = new Map((await readRatings(db)).map((rating) => [rating.id, rating]));
  const ids = new Set([...states.keys(), ...(isWhole ? stored.keys() : [])]);
  const changes = [...ids].map((id): PlannedChange => {
    const before = stored.get(id) ?? { id, state: unrated, version: 0, changedAt: null, changedBy: null };
    const next = states.get(id) ?? unrated;
    return { before, after: { ...next, evidence: keepFiles(before.state.evidence, next.evidence) } };
  });
  await writeChanges(
    db,
    changes.filter(({ before, after }) => !isEqual(before.state, after)),
    note,
  );
}

export type StoredChange = {
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly proposedBy: string | null;
  readonly before: RatingState;
  readonly after: RatingState;
};

const mostChanges = 500;

/** The changes of one safeguard, latest first. */
export async function readChanges(db: Writer, id: string): Promise<readonly StoredChange[]> {
  const rows = await db
    .selectFrom('rating_change')
    .select(['version', 'at', 'actor', 'action', 'proposed_by as proposedBy', 'before', 'after'])
    .where('safeguard_id', '=', id)
    .orderBy('version', 'desc')
    .limit(mostChanges)
    .execute();
  return rows.map((row) => ({ ...row, before: row.before as RatingState, after: row.after as RatingState }));
}
