/** What somebody without an account does: the secret of the link, in the body, is all that proves who they are. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { withoutMarks } from '../../core/report/prose.ts';
import { languageInput, libraryIn } from '../../library/language-input.ts';
import type { Library } from '../../library/library.ts';
import { ratingTexts, ratingWords } from '../../library/profile-schema.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Failure } from '../../platform/action.ts';
import type { Guest } from '../../platform/identity/door.ts';
import { readNames } from '../../platform/identity/who.ts';
import { mailAnswer } from './question-mail.ts';
import { lockOpen, markSent, readQuestion, saveAnswer, type StoredItem } from './queries.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

/** None is a command: whoever may run one may rate. */
const byLink = { permission: 'everyone', command: null, needsStore: false, method: 'post' } as const;
const link = z.string().max(100);
const done = z.strictObject({});

const askedView = z.object({
  id: z.string(),
  /** Of title and what, where they are translated; all else is English. */
  language: z.string().optional(),
  title: z.string(),
  what: z.string(),
  doneWhen: z.object({ partially: z.string(), largely: z.string(), fully: z.string() }),
  answer: z.enum(ratingWords).nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
});

/** Nothing of the organisation but its name, who asks, and what they say. */
const answerView = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('open'),
    organisation: z.string(),
    askedBy: z.string().nullable(),
    colleague: z.string(),
    message: z.string().nullable(),
    endsAt: z.string(),
    items: z.array(askedView),
  }),
  z.object({ state: z.literal('sent') }),
]);

const showAnswer = defineAction({
  ...byLink,
  name: 'answers.show',
  summary: 'What is asked behind a link, and what was answered so far',
  kind: 'query',
  path: '/api/answers/show',
  input: z.strictObject({ link, language: languageInput }),
  sample: { link: 'thg_…' },
  output: answerView,
  run: async ({ door, address, services }: Context, given) => {
    const library = libraryIn(services, given.language);
    if (!library.ok) return library;
    const guest = await door.guestBy(given.link, address);
    if (!guest.ok) return guest;
    const { id, isDone, store, organisation, endsAt } = guest.value;
    if (isDone) return ok({ state: 'sent' as const });
    const [question, names] = await store.read(async (db) => {
      const found = await readQuestion(db, id);
      return [found, await readNames(db, found === undefined ? [] : [found.askedBy])] as const;
    });
    if (question === undefined) return fail(over);
    const { askedBy, colleague, message, items } = question;
    return ok({
      state: 'open' as const,
      organisation,
      askedBy: names.get(askedBy) ?? null,
      colleague,
      message,
      endsAt: endsAt.toISOString(),
      items: items.flatMap((item) => viewAsked(item, library.value)),
    });
  },
});

/** In plain text: sources are for whoever may read the library. */
function viewAsked({ safeguard, answer, reason, note }: StoredItem, { content }: Library) {
  const found = content.safeguards.find(({ id }) => id === safeguard);
  if (found === undefined) return [];
  const { partially, largely, fully } = found.doneWhen;
  return [
    {
      id: safeguard,
      language: found.language,
      title: found.title,
      what: withoutMarks(found.what),
      doneWhen: {
        partially: withoutMarks(partially),
        largely: withoutMarks(largely),
        fully: withoutMarks(fully),
      },
      answer,
      reason,
      note,
    },
  ];
}

const over: Failure = {
  kind: 'link_over',
  message: 'This link is wrong, has expired or was withdrawn. Ask whoever sent it to you for a new one.',
};
const alreadySent: Failure = {
  kind: 'already_sent',
  message: 'The answer was sent already and can no longer be changed.',
};

/** The guest behind a link that may still be answered. */
async function openGuest({ door, address }: Context, given: string): Promise<Result<Guest, Failure>> {
  const guest = await door.guestBy(given, address);
  return guest.ok && guest.value.isDone ? fail(alreadySent) : guest;
}

const saveOne = defineAction({
  ...byLink,
  name: 'answers.save',
  summary: 'Keeps what was answered for one safeguard; it can be changed until all is sent',
  kind: 'command',
  path: '/api/answers/save',
  input: z.strictObject({
    link,
    safeguard: safeguardId,
    answer: z.enum(ratingWords).nullable().describe('unknown: the colleague does not know; null: not answered'),
    reason: ratingTexts.reason.nullable().default(null),
    note: ratingTexts.note.nullable().default(null),
  }),
  sample: { link: 'thg_…', safeguard: 'S-041', answer: 'largely', note: 'Suppliers follow in May' },
  output: done,
  run: async (context: Context, { link: given, safeguard, answer, reason, note }) => {
    const guest = await openGuest(context, given);
    if (!guest.ok) return guest;
    const { id, store } = guest.value;
    const kept = { answer, reason: answer === 'not_applicable' ? reason : null, note };
    const entry = { action: 'answers.save', object: `question/${id}`, detail: { safeguard } };
    const saved = await store.attempt(entry, async (db) =>
      (await lockOpen(db, id)) ? saveAnswer(db, id, safeguard, kept) : undefined,
    );
    return saved === undefined ? fail(notAsked) : ok({});
  },
});

const notAsked: Failure = {
  kind: 'not_found',
  message: 'This was not asked, or the answer was sent in the meantime. Nothing was changed.',
};

const send = defineAction({
  ...byLink,
  name: 'answers.send',
  summary: 'Sends the answer, once; nothing of it changes afterwards',
  kind: 'command',
  path: '/api/answers/send',
  input: z.strictObject({ link }),
  sample: { link: 'thg_…' },
  output: done,
  run: async (context: Context, { link: given }) => {
    const guest = await openGuest(context, given);
    if (!guest.ok) return guest;
    const { id, store } = guest.value;
    let refusal: Failure = alreadySent;
    const sent = await store.attempt({ action: 'answers.send', object: `question/${id}`, detail: {} }, async (db) => {
      const question = (await lockOpen(db, id)) ? await readQuestion(db, id) : undefined;
      if (question === undefined) return undefined;
      const problem = problemIn(question.items);
      if (problem !== null) {
        refusal = problem;
        return undefined;
      }
      await markSent(db, id, context.now());
      await mailAnswer(db, context, question);
      return true;
    });
    return sent === undefined ? fail(refusal) : ok({});
  },
});

/** What must not be sent: nothing at all, or that something does not apply without saying why. */
function problemIn(items: readonly StoredItem[]): Failure | null {
  const bare = items.filter(({ answer, reason }) => answer === 'not_applicable' && reason === null);
  if (bare.length > 0)
    return {
      kind: 'invalid_input',
      message: 'What does not apply needs a reason. Nothing was sent.',
      details: bare.map(({ safeguard }) => ({ path: safeguard, message: 'Say why it does not apply' })),
    };
  if (items.some(({ answer }) => answer !== null)) return null;
  return { kind: 'invalid_input', message: 'Nothing is answered yet. Nothing was sent.' };
}

export const answerActions = [showAnswer, saveOne, send] as const;
