import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import type { RatingPatch } from '../../core/profile/rating-state.ts';
import { isPending } from '../../core/question/standing.ts';
import { safeguardId, versionInput } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Failure, type Given } from '../../platform/action.ts';
import { changeRating, viewStored } from '../profile/change-rating.ts';
import { printed } from './print.ts';
import { decideItem, type StoredItem, type StoredQuestion } from './queries.ts';
import { questionFor } from './read.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const oneOrAll = { id: z.uuid(), safeguard: safeguardId.optional() };
const decidedView = z.object({
  /** The safeguards that were decided by this. */
  done: z.array(z.string()),
  /** Those whose rating changed after the question was asked: to be looked at one by one. */
  left: z.array(z.string()),
});
type DecidedView = z.infer<typeof decidedView>;

const namesFrom = ({ args: [id, safeguard] }: Given) => ({ id, ...(safeguard === undefined ? {} : { safeguard }) });

/** What of a question waits for a decision: one safeguard or all. */
async function pendingOf(
  context: Context,
  id: string,
  safeguard: string | undefined,
): Promise<Result<{ readonly question: StoredQuestion; readonly items: readonly StoredItem[] }, Failure>> {
  const question = await questionFor(context, id);
  if (!question.ok) return question;
  const { sentAt, items } = question.value;
  const found = items.filter((item) => isPending(item) && (safeguard === undefined || item.safeguard === safeguard));
  return sentAt === null || found.length === 0 ? fail(nothing) : ok({ question: question.value, items: found });
}

const nothing: Failure = {
  kind: 'not_found',
  message: 'Nothing of this waits: there is no proposal, or somebody has decided it. Nothing was changed.',
};

export const acceptAnswers = defineAction({
  name: 'questions.accept',
  summary: 'Accepts what was proposed for one safeguard or for all; what changed since the question is left alone',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/questions/{id}/accept',
  needsStore: true,
  input: z.strictObject({
    ...oneOrAll,
    /** The version of the rating that whoever accepts saw; without it, that of the question. */
    version: versionInput.optional(),
  }),
  sample: { id: '0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10', safeguard: 'S-041', version: 3 },
  output: decidedView,
  command: {
    usage: 'questions accept <id> [safeguard]',
    options: [
      { flags: '--if-version <number>', description: 'the version of the rating that you saw, where it changed since' },
    ],
    example: './theriac questions accept 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10 S-041',
    toInput: async (given) => {
      const version = given.options['ifVersion'];
      return ok({ ...namesFrom(given), ...(version === undefined ? {} : { version: Number(version) }) });
    },
    print: (view, services) => printDecided(view, services, 'accepted'),
  },
  run: async (context: Context, { id, safeguard, version }) => {
    const pending = await pendingOf(context, id, safeguard);
    if (!pending.ok) return pending;
    const { question, items } = pending.value;
    const [done, left]: [string[], string[]] = [[], []];
    for (const item of items) {
      const expected = safeguard === undefined ? item.askedVersion : (version ?? item.askedVersion);
      const accepted = await acceptOne(context, question, item, expected);
      if (!accepted.ok && (safeguard !== undefined || accepted.error.kind !== 'conflict')) return accepted;
      (accepted.ok ? done : left).push(item.safeguard);
    }
    return ok({ done, left });
  },
});

/** By the same path as a rating by hand. The colleague's note becomes the rating's where it has none yet. */
async function acceptOne(context: Context, question: StoredQuestion, item: StoredItem, expected: number) {
  const { note } = await viewStored(context, item.safeguard);
  const { answer, reason } = item;
  const patch: RatingPatch = {
    rating: answer ?? undefined,
    ...(answer === 'not_applicable' ? { reason } : {}),
    ...(note === null && item.note !== null ? { note: item.note } : {}),
  };
  return changeRating(context, {
    id: item.safeguard,
    action: 'questions.accept',
    expected,
    patch,
    proposedBy: question.colleague,
    alongside: (db) => decideItem(db, decisionOn(context, item, 'accepted')),
  });
}

const decisionOn = ({ actor, now }: Context, item: StoredItem, decision: 'accepted' | 'declined') => ({
  question: item.question,
  safeguard: item.safeguard,
  decision,
  by: actor,
  at: now(),
});

export const declineAnswers = defineAction({
  name: 'questions.decline',
  summary: 'Declines what was proposed for one safeguard or for all; the record of it stays',
  permission: 'contributor',
  kind: 'command',
  method: 'post',
  path: '/api/questions/{id}/decline',
  needsStore: true,
  input: z.strictObject(oneOrAll),
  sample: { id: '0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10', safeguard: 'S-043' },
  output: decidedView,
  command: {
    usage: 'questions decline <id> [safeguard]',
    example: './theriac questions decline 0b8f1f0e-3d0c-4f8e-9a55-3f2d6c1f7a10 S-043',
    toInput: async (given) => ok(namesFrom(given)),
    print: (view, services) => printDecided(view, services, 'declined'),
  },
  run: async (context: Context, { id, safeguard }) => {
    const pending = await pendingOf(context, id, safeguard);
    if (!pending.ok) return pending;
    const ids = pending.value.items.map((item) => item.safeguard);
    const note = { action: 'questions.decline', object: `question/${id}`, detail: { safeguards: ids } };
    const declined = await context.store.attempt(note, async (db) => {
      const all = await Promise.all(
        pending.value.items.map((item) => decideItem(db, decisionOn(context, item, 'declined'))),
      );
      const done = ids.filter((_, index) => all[index] === true);
      return done.length === 0 ? undefined : done;
    });
    return declined === undefined ? fail(nothing) : ok({ done: declined, left: [] });
  },
});

function printDecided({ done, left }: DecidedView, services: Services, how: 'accepted' | 'declined'): string {
  const lines = [printed(services, how, { count: done.length, ids: done.join(', ') })];
  if (left.length > 0) lines.push(printed(services, 'left', { ids: left.join(', ') }));
  return lines.join('\n');
}
