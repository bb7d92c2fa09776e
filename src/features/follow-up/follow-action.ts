import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { followStates, type FollowPatch } from '../../core/follow-up/follow-up.ts';
import { mostEvidence, ratingTexts } from '../../library/profile-schema.ts';
import { isoDate, obligationId, webAddress, versionInput } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Given } from '../../platform/action.ts';
import { changeFollowUp } from './change-follow-up.ts';
import { noDuty, ruleOf } from './law.ts';
import { printFollowUp } from './print.ts';
import { readFollowUp } from './queries.ts';
import { followUpView } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

/** A day of the calendar near our time: years beyond are slips of the keyboard. */
const day = isoDate.refine((text) => text >= '1990' && text < '2200', {
  error: 'must be a day of the calendar between 1990 and 2199',
});
const proof = z.strictObject({
  what: ratingTexts.note,
  link: webAddress.max(2000).nullable().default(null),
  dated: day.nullable().default(null),
});

/** Null takes away; what is left out stays. */
const followInput = z.strictObject({
  id: obligationId,
  version: versionInput.optional(),
  state: z.enum(followStates).optional().describe('"not_followed" takes the record back, but for "contact"'),
  doneOn: day.nullish().describe('Left out when it is finished: today'),
  nextDue: day.nullish().describe('Left out when it is finished: so many months after it was done, if it repeats'),
  repeatMonths: z.number().int().min(1).max(120).nullish(),
  owner: ratingTexts.owner.nullish(),
  note: ratingTexts.note.nullish(),
  contact: ratingTexts.note.nullish(),
  evidence: z.array(proof).max(mostEvidence).optional(),
  addEvidence: proof.optional(),
  removeEvidence: ratingTexts.note.optional(),
});

export const followObligation = defineAction({
  name: 'obligations.follow',
  summary: 'Records how far an obligation is, when it was done, and by when more is due',
  permission: 'contributor',
  kind: 'command',
  method: 'patch',
  path: '/api/follow-ups/{id}',
  needsStore: true,
  input: followInput,
  sample: { id: 'nis2-management-training', state: 'done', doneOn: '2026-11-25', repeatMonths: 24 },
  output: followUpView,
  command: {
    usage: 'obligations follow <id>',
    options: [
      { flags: '--state <state>', description: 'how far it is', choices: followStates },
      { flags: '--done-on <date>', description: 'the day it was done, YYYY-MM-DD (default when finished: today)' },
      { flags: '--next-due <date>', description: 'by when more is due, YYYY-MM-DD; "" takes it away' },
      { flags: '--repeat <months>', description: 'due again so many months after it was done; "" takes it away' },
      { flags: '--owner <name>', description: 'who sees to it; "" takes it away' },
      { flags: '--note <text>', description: 'what to know about it; "" takes it away' },
      { flags: '--contact <text>', description: 'whom you tell, in your own words; "" takes it away' },
      { flags: '--evidence <text>', description: 'what shows that it was done; adds to what is there' },
      { flags: '--link <address>', description: 'where that evidence lies, http:// or https://' },
      { flags: '--dated <date>', description: 'the date of that evidence, YYYY-MM-DD' },
      { flags: '--remove-evidence <text>', description: 'takes out the evidence of these words' },
      { flags: '--if-version <number>', description: 'refuse if someone changed it since this version' },
    ],
    example: './theriac obligations follow nis2-management-training --state done --done-on 2026-11-25 --repeat 24',
    toInput: async (given) => ok(followArguments(given)),
    print: printFollowUp,
  },
  run: async (context: Context, { id, version, addEvidence, removeEvidence, ...patch }) => {
    const isKnown = ruleOf(context, id) !== undefined;
    if (!isKnown && (await context.store.read((db) => readFollowUp(db, id))).version === 0) return fail(noDuty(id));
    return changeFollowUp(context, {
      id,
      expected: version,
      patch: patch as FollowPatch,
      addEvidence,
      removeEvidence,
    });
  },
});

const nullable = ['doneOn', 'nextDue', 'owner', 'note', 'contact'] as const;

/** An empty text takes away, as null does in a request. */
function followArguments({ args: [id], options }: Given): Readonly<Record<string, unknown>> {
  const { state, repeat, evidence, link, dated, removeEvidence, ifVersion } = options;
  const texts = nullable.flatMap((name) =>
    options[name] === undefined ? [] : [[name, options[name] === '' ? null : options[name]]],
  );
  return {
    id,
    ...(state === undefined ? {} : { state }),
    ...Object.fromEntries(texts),
    ...(repeat === undefined ? {} : { repeatMonths: repeat === '' ? null : Number(repeat) }),
    ...(evidence === undefined ? {} : { addEvidence: { what: evidence, link, dated } }),
    ...(removeEvidence === undefined ? {} : { removeEvidence }),
    ...(ifVersion === undefined ? {} : { version: Number(ifVersion) }),
  };
}
