import type { Writer } from '../../platform/db/database.ts';
import type { Decision, StoredRating } from '../../platform/db/tables.ts';

export type NewQuestion = {
  readonly id: string;
  readonly digest: string;
  readonly askedBy: string;
  readonly colleague: string;
  readonly email: string | null;
  readonly message: string | null;
  readonly at: Date;
  readonly endsAt: Date;
  /** In the order in which they are asked, each with the version of its rating. */
  readonly items: readonly { readonly safeguard: string; readonly version: number }[];
};

/** Writes a question with its link. Links that are over go by the way. */
export async function insertQuestion(
  db: Writer,
  { id, digest, askedBy, colleague, email, message, at, endsAt, items }: NewQuestion,
): Promise<void> {
  const question = { id, asked_by: askedBy, colleague, email, message, created_at: at, ends_at: endsAt };
  await Promise.all([
    db.deleteFrom('guest_link').where('ends_at', '<', at).execute(),
    db.insertInto('guest_link').values({ id, digest, created_at: at, ends_at: endsAt, used_at: null }).execute(),
    db
      .insertInto('question')
      .values({ ...question, sent_at: null, withdrawn_at: null })
      .execute(),
    db
      .insertInto('question_item')
      .values(
        items.map(({ safeguard, version }, position) => ({
          question_id: id,
          safeguard_id: safeguard,
          position,
          asked_version: version,
        })),
      )
      .execute(),
  ]);
}

const mostQuestions = 500;

const questions = (db: Writer) =>
  db
    .selectFrom('question')
    .select(['id', 'asked_by as askedBy', 'colleague', 'email', 'message', 'created_at as at', 'ends_at as endsAt'])
    .select(['sent_at as sentAt', 'withdrawn_at as withdrawnAt']);

const items = (db: Writer) =>
  db
    .selectFrom('question_item')
    .select(['question_id as question', 'safeguard_id as safeguard', 'asked_version as askedVersion', 'answer'])
    .select(['reason', 'note', 'decision', 'decided_by as decidedBy', 'decided_at as decidedAt'])
    .orderBy('question_id')
    .orderBy('position');

export type StoredItem = Awaited<ReturnType<ReturnType<typeof items>['execute']>>[number];
export type StoredQuestion = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number] & {
  readonly items: readonly StoredItem[];
};

/** The latest questions, the newest first. */
export async function readQuestions(db: Writer): Promise<readonly StoredQuestion[]> {
  const found = await questions(db).orderBy('created_at', 'desc').orderBy('id').limit(mostQuestions).execute();
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const all = Map.groupBy(await items(db).where('question_id', 'in', ids).execute(), ({ question }) => question);
  return found.map((question) => ({ ...question, items: all.get(question.id) ?? [] }));
}

export async function readQuestion(db: Writer, id: string): Promise<StoredQuestion | undefined> {
  const found = await questions(db).where('id', '=', id).executeTakeFirst();
  if (found === undefined) return undefined;
  return { ...found, items: await items(db).where('question_id', '=', id).execute() };
}

/** Whether a question may still be answered. Until the transaction ends nobody else sends, changes or withdraws it. */
export const lockOpen = async (db: Writer, id: string): Promise<boolean> =>
  (await db
    .selectFrom('question')
    .select('id')
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()) !== undefined;

export type Answer = {
  readonly answer: StoredRating | null;
  readonly reason: string | null;
  readonly note: string | null;
};

/** Keeps what a colleague answered so far; nothing comes back where nothing of the kind was asked. */
export const saveAnswer = (db: Writer, id: string, safeguard: string, answer: Answer) =>
  db
    .updateTable('question_item')
    .set(answer)
    .where('question_id', '=', id)
    .where('safeguard_id', '=', safeguard)
    .returning('safeguard_id')
    .executeTakeFirst();

/** From now on the answer is what it is, and its link says so. */
export const markSent = (db: Writer, id: string, at: Date): Promise<unknown> =>
  Promise.all([
    db.updateTable('question').set({ sent_at: at }).where('id', '=', id).execute(),
    db.updateTable('guest_link').set({ used_at: at }).where('id', '=', id).execute(),
  ]);

export const withdrawQuestion = (db: Writer, id: string, at: Date): Promise<unknown> =>
  Promise.all([
    db.updateTable('question').set({ withdrawn_at: at }).where('id', '=', id).execute(),
    db.deleteFrom('guest_link').where('id', '=', id).execute(),
  ]);

/** Notes what became of a proposal, unless somebody was first. */
export const decideItem = async (
  db: Writer,
  {
    question,
    safeguard,
    decision,
    by,
    at,
  }: Readonly<Record<'question' | 'safeguard' | 'by', string>> & {
    readonly decision: Decision;
    readonly at: Date;
  },
): Promise<boolean> =>
  (await db
    .updateTable('question_item')
    .set({ decision, decided_by: by, decided_at: at })
    .where('question_id', '=', question)
    .where('safeguard_id', '=', safeguard)
    .where('decision', 'is', null)
    .returning('safeguard_id')
    .executeTakeFirst()) !== undefined;

/** The member who asked, where it was one and still is. */
export const readAsker = async (db: Writer, actor: string): Promise<{ readonly email: string } | undefined> =>
  actor.startsWith('account/')
    ? db
        .selectFrom('account')
        .where('id', '=', actor.slice('account/'.length))
        .where('closed_at', 'is', null)
        .select('email')
        .executeTakeFirst()
    : undefined;
