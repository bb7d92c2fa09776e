import { z } from 'zod';
import { analyse } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Pin } from '../../core/plan/pins.ts';
import { planWithPin } from '../../core/plan/plan.ts';
import { refusalParts, refusalWords } from '../../core/plan/refusal-words.ts';
import { formatsFor } from '../../core/report/formats.ts';
import { profileSchema, quarter, setAsideReason } from '../../library/profile-schema.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { weightsFor } from '../settings/stored.ts';
import { deletePinRow, readPinRows, writePinRow, type PinRow } from './pin-queries.ts';
import { storeAnswers } from './store-answers.ts';
import { profileFor } from './stored.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const version = z
  .number()
  .int()
  .min(0)
  .optional()
  .describe('The version that was read. Left out: whatever stands there.');
const pinView = z.object({
  id: z.string(),
  quarter: z.string().nullable(),
  setAside: z.string().nullable(),
  version: z.number().int(),
});
type PinView = z.infer<typeof pinView>;

const viewPin = (row: PinRow): PinView => ({
  id: row.safeguard_id,
  quarter: row.quarter,
  setAside: row.set_aside_reason,
  version: row.version,
});

/** One place in words of the command line. */
function printPin({ id, quarter: chosen, setAside }: PinView, { library }: Services): string {
  const { translate: say } = library.words('en');
  if (chosen !== null) return say('planned.moved', { id, quarter: formatsFor('en').quarter(chosen) });
  return setAside === null ? say('planned.computed', { id }) : say('planned.setAside', { id, reason: setAside });
}

export const listPins = defineAction({
  name: 'plan.pins',
  summary: 'What people moved in the plan, or left out of it',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/plan/pins',
  needsStore: true,
  input: z.strictObject({}),
  output: z.object({ pins: z.array(pinView) }),
  command: {
    usage: 'plan pins',
    example: './theriac plan pins',
    toInput: async () => ok({}),
    print: ({ pins }, services) =>
      pins.length === 0
        ? services.library.words('en').translate('planned.none')
        : pins.map((pin) => printPin(pin, services)).join('\n'),
  },
  run: async ({ store }: Context) => ok({ pins: (await store.read(readPinRows)).map(viewPin) }),
});

export const movePin = defineAction({
  name: 'plan.pin',
  summary: 'Moves a safeguard to the quarter in which it begins',
  permission: 'contributor',
  kind: 'command',
  method: 'put',
  path: '/api/plan/pins/{id}',
  needsStore: true,
  input: z.strictObject({ id: safeguardId, quarter, version }),
  sample: { id: 'S-071', quarter: '2027-Q2' },
  output: pinView,
  command: {
    usage: 'plan pin <id> <quarter>',
    example: './theriac plan pin S-041 2027-Q2',
    toInput: async ({ args: [id, chosen] }) => ok({ id, quarter: chosen }),
    print: printPin,
  },
  run: async (context: Context, given) =>
    choose(context, { id: given.id, kind: 'quarter', quarter: given.quarter }, given.version, 'plan.pin'),
});

export const setAside = defineAction({
  name: 'plan.setAside',
  summary: 'Leaves a safeguard out of the plan, for a reason',
  permission: 'contributor',
  kind: 'command',
  method: 'put',
  path: '/api/plan/set-aside/{id}',
  needsStore: true,
  input: z.strictObject({ id: safeguardId, reason: setAsideReason, version }),
  sample: { id: 'S-071', reason: 'The new data centre brings it' },
  output: pinView,
  command: {
    usage: 'plan set-aside <id>',
    options: [{ flags: '--reason <text>', description: 'why it is not in this plan', required: true }],
    example: './theriac plan set-aside S-052 --reason "The group keeps the logs"',
    toInput: async ({ args: [id], options }) => ok({ id, reason: options['reason'] }),
    print: printPin,
  },
  run: async (context: Context, given) =>
    choose(context, { id: given.id, kind: 'aside', reason: given.reason }, given.version, 'plan.setAside'),
});

/** Tries the place on the stored plan, and writes it if it can be kept. */
async function choose(
  context: Context,
  pin: Pin,
  given: number | undefined,
  action: string,
): Promise<Result<PinView, Failure>> {
  const stored = await versionOf(context, pin.id);
  const expected = given ?? stored;
  if (expected !== stored) return fail(stale);
  const tried = await tryPlace(context, pin);
  if (!tried.ok) return tried;
  const chosen = pin.kind === 'quarter' ? { quarter: pin.quarter } : { reason: pin.reason };
  const row = {
    safeguard_id: pin.id,
    quarter: pin.kind === 'quarter' ? pin.quarter : null,
    set_aside_reason: pin.kind === 'aside' ? pin.reason : null,
  };
  const saved = await context.store.attempt({ action, object: pin.id, detail: chosen }, (db) =>
    writePinRow(db, row, expected, context.now()),
  );
  return saved === undefined ? fail(stale) : ok(viewPin({ ...row, version: saved }));
}

const stale: Failure = {
  kind: 'conflict',
  message:
    'Someone else moved this safeguard in the meantime. Nothing was overwritten: look at the plan again, then repeat your move.',
};
const noCapacity: Failure = {
  kind: 'conflict',
  message:
    'Cannot move anything: there is no plan yet. Say first how many person-days and how much money a quarter allows.',
};

async function tryPlace(context: Context, pin: Pin): Promise<Result<null, Failure>> {
  const profile = await profileFor(context, undefined);
  if (!profile.ok) return profile;
  const { capacity, planPins: pins = [] } = profile.value;
  if (capacity === null) return fail(noCapacity);
  const on = context.today as IsoDate;
  const weights = await weightsFor(context);
  const { ranking } = analyse(profile.value, context.services.library.content, on, weights);
  const tried = planWithPin({ ranking, capacity, on, pins }, pin);
  if (tried.ok) return ok(null);
  const { key, values } = refusalWords(tried.error, formatsFor('en'), (id) => id);
  return fail({
    kind: 'pin_refused',
    message: context.services.library.words('en').translate(`web.plan.refused.${key}`, values),
    details: refusalParts(tried.error),
  });
}

const versionOf = async ({ store }: Context, id: string): Promise<number> =>
  (await store.read(readPinRows)).find((row) => row.safeguard_id === id)?.version ?? 0;

export const unpin = defineAction({
  name: 'plan.unpin',
  summary: 'Takes a safeguard back to its computed place',
  permission: 'contributor',
  kind: 'command',
  method: 'delete',
  path: '/api/plan/pins/{id}',
  needsStore: true,
  // From the address, so it comes as text.
  input: z.strictObject({ id: safeguardId, version: z.coerce.number().int().min(0).optional() }),
  sample: { id: 'S-071' },
  output: pinView,
  command: {
    usage: 'plan unpin <id>',
    example: './theriac plan unpin S-041',
    toInput: async ({ args: [id] }) => ok({ id }),
    print: printPin,
  },
  run: async (context: Context, { id, version: given }) => {
    const stored = await versionOf(context, id);
    const computed = { id, quarter: null, setAside: null, version: 0 };
    if (stored === 0) return ok(computed);
    const note = { action: 'plan.unpin', object: id, detail: {} };
    const gone = await context.store.attempt(note, (db) => deletePinRow(db, id, given ?? stored));
    return gone === undefined ? fail(stale) : ok(computed);
  },
});

const { person_days_per_quarter: days, money_eur_per_quarter: money } = profileSchema.shape.capacity
  .unwrap()
  .unwrap().shape;

export const setCapacity = defineAction({
  name: 'plan.capacity',
  summary: 'Says how many person-days and how much money a quarter allows',
  permission: 'contributor',
  kind: 'command',
  method: 'put',
  path: '/api/plan/capacity',
  needsStore: true,
  input: z.strictObject({ personDays: days, moneyEur: money, firstQuarter: quarter.optional(), version }),
  sample: { personDays: 60, moneyEur: 45000, firstQuarter: '2027-Q1' },
  output: z.object({ version: z.number().int() }),
  command: {
    usage: 'plan capacity <days> <euros>',
    options: [{ flags: '--from <quarter>', description: 'the first quarter of the plan (default: the next one)' }],
    example: './theriac plan capacity 60 45000 --from 2027-Q1',
    toInput: async ({ args: [personDays, moneyEur], options }) =>
      ok({
        personDays: Number(personDays),
        moneyEur: Number(moneyEur),
        ...(options['from'] === undefined ? {} : { firstQuarter: options['from'] }),
      }),
    print: (saved, { library }) => library.words('en').translate('cli.profileSaved', saved),
  },
  run: async (context: Context, { personDays, moneyEur, firstQuarter, version: given }) => {
    const capacity = {
      person_days_per_quarter: personDays,
      money_eur_per_quarter: moneyEur,
      first_quarter: firstQuarter,
    };
    return storeAnswers(context, { answers: { capacity }, version: given }, 'plan.capacity');
  },
});

export const planActions = [listPins, movePin, setAside, unpin, setCapacity] as const;
