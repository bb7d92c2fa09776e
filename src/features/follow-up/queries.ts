import { notFollowed, type FollowUp, type Proof } from '../../core/follow-up/follow-up.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Writer } from '../../platform/db/database.ts';
import { json } from '../../platform/db/tables.ts';

/** The record of a duty, as stored; version 0 before anything was ever said. */
export type StoredFollowUp = {
  readonly id: string;
  readonly record: FollowUp;
  readonly version: number;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
};

const selected = (db: Writer) =>
  db
    .selectFrom('obligation_follow_up')
    .select(['obligation_id', 'state', 'done_on', 'next_due', 'repeat_months', 'owner', 'note', 'evidence', 'contact'])
    .select(['version', 'updated_at', 'changed_by']);

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

/** All that was ever said, what was taken back included, by id. Databases sort texts each in its own way, documents do not. */
export const readFollowUps = async (db: Writer): Promise<readonly StoredFollowUp[]> =>
  (await selected(db).execute()).map(storedOf).toSorted((left, right) => (left.id < right.id ? -1 : 1));

export async function readFollowUp(db: Writer, id: string): Promise<StoredFollowUp> {
  const row = await selected(db).where('obligation_id', '=', id).executeTakeFirst();
  return row === undefined ? { id, record: notFollowed, version: 0, changedAt: null, changedBy: null } : storedOf(row);
}

const storedOf = (row: Row): StoredFollowUp => ({
  id: row.obligation_id,
  version: row.version,
  changedAt: row.updated_at,
  changedBy: row.changed_by,
  record: {
    state: row.state,
    doneOn: row.done_on as IsoDate | null,
    nextDue: row.next_due as IsoDate | null,
    repeatMonths: row.repeat_months,
    owner: row.owner,
    note: row.note,
    evidence: row.evidence as readonly Proof[],
    contact: row.contact,
  },
});

/** Until the transaction ends nobody else changes a record of this organisation: what is read stays true while it is changed. */
export async function lockFollowUps(db: Writer): Promise<void> {
  await db.selectFrom('organisation').select('id').forNoKeyUpdate().execute();
}

/** Who changes, when, and by which action. */
type ChangeNote = { readonly at: Date; readonly actor: string; readonly action: string };

/** Writes a changed record and its history. */
export async function writeFollowUp(
  db: Writer,
  { id, record, version }: StoredFollowUp,
  after: FollowUp,
  { at, actor, action }: ChangeNote,
): Promise<void> {
  const row = {
    state: after.state,
    done_on: after.doneOn,
    next_due: after.nextDue,
    repeat_months: after.repeatMonths,
    owner: after.owner,
    note: after.note,
    evidence: json(after.evidence),
    contact: after.contact,
    version: version + 1,
    updated_at: at,
    changed_by: actor,
  };
  const change = { obligation_id: id, version: version + 1, at, actor, action };
  await Promise.all([
    db
      .insertInto('obligation_follow_up')
      .values({ obligation_id: id, ...row })
      .onConflict((conflict) => conflict.columns(['org_id', 'obligation_id']).doUpdateSet(row))
      .execute(),
    db
      .insertInto('follow_up_change')
      .values({ ...change, before: json(record), after: json(after) })
      .execute(),
  ]);
}

export type StoredChange = {
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly before: FollowUp;
  readonly after: FollowUp;
};

const mostChanges = 500;

/** The changes of one record, latest first. */
export async function readChanges(db: Writer, id: string): Promise<readonly StoredChange[]> {
  const rows = await db
    .selectFrom('follow_up_change')
    .select(['version', 'at', 'actor', 'before', 'after'])
    .where('obligation_id', '=', id)
    .orderBy('version', 'desc')
    .limit(mostChanges)
    .execute();
  return rows.map((row) => ({ ...row, before: row.before as FollowUp, after: row.after as FollowUp }));
}
