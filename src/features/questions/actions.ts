import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Failure } from '../../platform/action.ts';
import { newKey } from '../../platform/identity/secrets.ts';
import { readNames } from '../../platform/identity/who.ts';
import { dropMail } from '../../platform/mail/queries.ts';
import { readRatings } from '../profile/rating-queries.ts';
import { acceptAnswers, declineAnswers } from './decide-actions.ts';
import { answerActions } from './answer-actions.ts';
import { printed, printQuestion, printQuestions } from './print.ts';
import { insertQuestion, lockOpen, readQuestions, withdrawQuestion } from './queries.ts';
import { mailQuestion, questionKey } from './question-mail.ts';
import { questionFor, viewOf } from './read.ts';
import { actorsIn, questionView, summaryView, viewSummary } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const mostSafeguards = 30;
const dayMs = 24 * 60 * 60 * 1000;
const byId = z.strictObject({ id: z.uuid() });

const ask = defineAction({
  name: 'questions.ask',
  summary: 'Makes a link by which somebody without an account answers for some safeguards; it is shown this once',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/questions',
  needsStore: true,
  input: z.strictObject({
    name: z.string().trim().min(1).max(200),
    email: z.email().max(254).toLowerCase().optional(),
    message: z.string().trim().min(1).max(2000).optional(),
    safeguards: z.array(safeguardId).min(1).max(mostSafeguards),
    days: z.number().int().min(1).max(30).default(7),
    language: languageInput.describe('Language of the mail, where one is sent'),
  }),
  sample: {
    name: 'Head nurse, dialysis',
    email: 'dialysis@hospital.example',
    safeguards: ['S-041', 'S-043'],
    days: 14,
  },
  output: z.object({
    id: z.string(),
    link: z.string(),
    endsAt: z.string(),
    /** Whether it was sent to the address as well. */
    isMailed: z.boolean(),
  }),
  command: {
    usage: 'questions ask <name> <safeguards...>',
    options: [
      { flags: '--email <address>', description: 'where the colleague is reached' },
      { flags: '--message <text>', description: 'what you say to the colleague' },
      { flags: '--days <number>', description: 'how long the link works, 1 to 30; 7 unless given' },
      { flags: '--language <language>', description: 'language of the mail (default: en)' },
    ],
    example: './theriac questions ask "Head nurse, dialysis" S-041 S-043 --days 14',
    toInput: async ({ args: [name, safeguards = ''], options: { email, message, days, language } }) =>
      ok({
        name,
        safeguards: safeguards.split(','),
        ...(email === undefined ? {} : { email }),
        ...(message === undefined ? {} : { message }),
        ...(days === undefined ? {} : { days: Number(days) }),
        language,
      }),
    print: ({ link, endsAt, isMailed }, services) =>
      printed(services, isMailed ? 'askedByMail' : 'asked', { path: `/answer#${link}`, endsAt }),
  },
  run: async (context: Context, { name, email = null, message = null, safeguards, days, language }) => {
    const { store, services, actor, now } = context;
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const wanted = [...new Set(safeguards)];
    const strange = wanted.find((id) => !services.library.safeguardIds.includes(id));
    if (strange !== undefined) return fail(noSafeguard(strange));
    const { id, secret, digest } = newKey('guest');
    const at = now();
    const endsAt = new Date(at.getTime() + days * dayMs);
    const note = { action: 'questions.ask', object: `question/${id}`, detail: { safeguards: wanted, days } };
    const isMailed = await store.change(note, async (db) => {
      const versions = new Map((await readRatings(db)).map((rating) => [rating.id, rating.version]));
      const items = wanted.map((safeguard) => ({ safeguard, version: versions.get(safeguard) ?? 0 }));
      await insertQuestion(db, { id, digest, askedBy: actor, colleague: name, email, message, at, endsAt, items });
      return mailQuestion(db, context, { id, colleague: name, email, secret, language, count: items.length, endsAt });
    });
    return ok({ id, link: secret, endsAt: endsAt.toISOString(), isMailed });
  },
});

const noSafeguard = (id: string): Failure => ({
  kind: 'not_found',
  message: `Cannot ask about "${id}": no such safeguard. "theriac library list safeguards" names the ids.`,
});

const list = defineAction({
  name: 'questions.list',
  summary: 'What was asked of people without an account, and what came back',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/questions',
  needsStore: true,
  input: z.strictObject({}),
  output: z.object({ questions: z.array(summaryView) }),
  command: {
    usage: 'questions list',
    example: './theriac questions list',
    toInput: async () => ok({}),
    print: printQuestions,
  },
  run: async ({ store, now }: Context) => {
    const [questions, names] = await store.read(async (db) => {
      const found = await readQuestions(db);
      return [found, await readNames(db, actorsIn(found))] as const;
    });
    return ok({ questions: questions.map((question) => viewSummary(question, { now: now(), names })) });
  },
});

const show = defineAction({
  name: 'questions.show',
  summary: 'One question: each proposal beside the rating as it stands',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/questions/{id}',
  needsStore: true,
  input: byId.extend({ language: languageInput }),
  sample: { id: '0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10' },
  output: questionView,
  command: {
    usage: 'questions show <id>',
    options: [languageOption],
    example: './theriac questions show 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10',
    toInput: async ({ args: [id], options: { language } }) => ok({ id, language }),
    print: printQuestion,
  },
  run: viewOf,
});

const tooLate: Failure = {
  kind: 'already_sent',
  message: 'The question is over: it was answered or withdrawn. Nothing was changed.',
};

const withdraw = defineAction({
  name: 'questions.withdraw',
  summary: 'Withdraws a question that is not answered yet; its link no longer works',
  permission: 'contributor',
  kind: 'command',
  method: 'delete',
  path: '/api/questions/{id}',
  needsStore: true,
  input: byId,
  sample: { id: '0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10' },
  output: z.strictObject({}),
  command: {
    usage: 'questions withdraw <id>',
    example: './theriac questions withdraw 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: (_, services) => printed(services, 'withdrawn'),
  },
  run: async (context: Context, { id }) => {
    const question = await questionFor(context, id);
    if (!question.ok) return question;
    const note = { action: 'questions.withdraw', object: `question/${id}`, detail: {} };
    const gone = await context.store.attempt(note, async (db) => {
      if (!(await lockOpen(db, id))) return undefined;
      await Promise.all([withdrawQuestion(db, id, context.now()), dropMail(db, questionKey(id))]);
      return true;
    });
    return gone === undefined ? fail(tooLate) : ok({});
  },
});

export const questionActions = [ask, list, show, acceptAnswers, declineAnswers, withdraw, ...answerActions] as const;
