import { fail, ok, type Result } from '../../core/base.ts';
import { libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { readNames } from '../../platform/identity/who.ts';
import { readRatings } from '../profile/rating-queries.ts';
import { readQuestion, type StoredQuestion } from './queries.ts';
import { actorsIn, viewQuestion, type QuestionView } from './views.ts';

type Context = ActionContext<Services>;

/** One question, with the ratings as they stand now. */
export async function viewOf(
  { store, services, now }: Context,
  { id, language }: { readonly id: string; readonly language: string },
): Promise<Result<QuestionView, Failure>> {
  const library = libraryIn(services, language);
  if (!library.ok) return library;
  return store.read(async (db) => {
    const question = await readQuestion(db, id);
    if (question === undefined) return fail(noQuestion);
    const [ratings, names] = [await readRatings(db), await readNames(db, actorsIn([question]))];
    const byId = new Map(ratings.map((rating) => [rating.id, rating]));
    return ok(viewQuestion(question, byId, library.value, { now: now(), names }));
  });
}

/** One question as stored. */
export async function questionFor({ store }: Context, id: string): Promise<Result<StoredQuestion, Failure>> {
  const question = await store.read((db) => readQuestion(db, id));
  return question === undefined ? fail(noQuestion) : ok(question);
}

export const noQuestion: Failure = {
  kind: 'not_found',
  message: 'There is no question with this id. "theriac questions list" names them.',
};
