import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { profileArgument, profileFromValue } from '../../library/profile-input.ts';
import { factSchemas, profileSchema } from '../../library/profile-schema.ts';
import { readYamlAsWritten } from '../../library/yaml.ts';
import { versionInput } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { pinRows } from './pin-rows.ts';
import { replacePinRows } from './pin-queries.ts';
import { planActions } from './plan-actions.ts';
import { evidenceActions } from './evidence-actions.ts';
import { readProfileRow, writeProfileRow } from './queries.ts';
import { ratingActions } from './rating-actions.ts';
import { writeRatings } from './rating-queries.ts';
import { ratingRows } from './rating-rows.ts';
import { sheetActions } from './sheet-actions.ts';
import { stale, storeAnswers } from './store-answers.ts';
import { storedProfileValue } from './stored.ts';

const defineAction = actionsOver<Services>();

type Context = ActionContext<Services>;

const empty = z.strictObject({});
const profileView = z.object({ profile: z.record(z.string(), z.unknown()).nullable(), version: z.number().int() });
const savedView = z.object({ version: z.number().int() });
const showJson = (output: unknown): string => JSON.stringify(output, null, 2);
const noArguments = async () => ok({});

export const showProfile = defineAction({
  name: 'profile.show',
  summary: 'The stored profile with its ratings',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/profile',
  needsStore: true,
  input: empty,
  output: profileView,
  command: { usage: 'profile show', example: './theriac profile show --json', toInput: noArguments, print: showJson },
  run: async (context: Context) => {
    const row = await context.store.read(readProfileRow);
    return ok({
      profile: row === undefined ? null : { ...(await storedProfileValue(context)) },
      version: row?.version ?? 0,
    });
  },
});

export const saveProfile = defineAction({
  name: 'profile.save',
  summary: 'Stores a whole profile with its ratings',
  permission: 'contributor',
  kind: 'command',
  method: 'put',
  path: '/api/profile',
  needsStore: true,
  input: z.strictObject({ profile: z.looseObject({ name: z.string() }), version: versionInput.optional() }),
  sample: { profile: { name: 'Hospital of Arda', country: 'BG', staff_fte: 420 }, version: 0 },
  output: savedView,
  command: {
    usage: 'profile save <file>',
    example: './theriac profile save examples/hospital-greece.yaml',
    toInput: async ({ args }, { readText, services }) => {
      const profile = await profileArgument(args[0], readText, services.library);
      return profile.ok ? ok({ profile: profile.value }) : profile;
    },
    print: ({ version }, { library }) => library.words('en').translate('cli.profileSaved', { version }),
  },
  run: async (context: Context, { profile, version }) => {
    const read = profileFromValue(profile, context.services.library);
    if (!read.ok) return read;
    const { ratings, plan_pins: pins, ...facts } = profileSchema.parse(profile);
    const rated = ratingRows(context, ratings ?? {});
    if (!rated.ok) return rated;
    const { states, detail } = rated.value;
    const expected = version ?? (await context.store.read(readProfileRow))?.version ?? 0;
    const note = { action: 'profile.save', object: 'profile', detail: { keys: Object.keys(facts), ...detail } };
    const saved = await context.store.attempt(note, async (db) => {
      const stored = await writeProfileRow(db, facts, expected, context.now());
      if (stored === undefined) return undefined;
      await Promise.all([
        writeRatings(
          db,
          { states, isWhole: true },
          { at: context.now(), actor: context.actor, action: 'profile.save' },
        ),
        replacePinRows(db, pinRows(pins ?? {}), context.now()),
      ]);
      return stored;
    });
    return saved === undefined ? fail(stale) : ok({ version: saved });
  },
});

/** Answers to single questions: null takes an answer back to unknown. */
const answers = z.strictObject({
  name: z.string().trim().min(1).max(400).optional(),
  ...factSchemas,
  short_name: profileSchema.shape.short_name.nullable(),
  roles_present: profileSchema.shape.roles_present,
  capacity: profileSchema.shape.capacity,
  day_rate_eur: profileSchema.shape.day_rate_eur,
  downtime_eur_per_hour: profileSchema.shape.downtime_eur_per_hour,
});

export const answer = defineAction({
  name: 'profile.answer',
  summary: 'Answers single questions of the profile',
  permission: 'contributor',
  kind: 'command',
  method: 'patch',
  path: '/api/profile',
  needsStore: true,
  input: z.strictObject({ answers, version: versionInput.optional() }),
  sample: { answers: { country: 'BG', staff_fte: 420 } },
  output: savedView,
  command: {
    usage: 'profile answer <fact> <value>',
    example: './theriac profile answer staff_fte 2400',
    toInput: async ({ args: [fact = '', value = ''] }) => {
      const read = readYamlAsWritten(value);
      return read.ok
        ? ok({ answers: { [fact]: read.value } })
        : fail({ kind: 'invalid_input', message: `Cannot read "${value}": ${read.error.message}` });
    },
    print: ({ version }, { library }) => library.words('en').translate('cli.profileSaved', { version }),
  },
  run: async (context: Context, given) => storeAnswers(context, given, 'profile.answer'),
});

export const profileActions = [
  showProfile,
  saveProfile,
  answer,
  ...ratingActions,
  ...sheetActions,
  ...evidenceActions,
  ...planActions,
] as const;
