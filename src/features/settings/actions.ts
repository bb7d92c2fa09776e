import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { rankingMethod } from '../../core/ranking/rank.ts';
import type { Weights } from '../../core/ranking/weights.ts';
import { versionInput } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { readWeights, weightsInput } from '../../library/weights-input.ts';
import { actionsOver, levels, type ActionContext, type Failure } from '../../platform/action.ts';
import { readSettingRow, writeWeights } from './queries.ts';

const defineAction = actionsOver<Services>();

type Context = ActionContext<Services>;

const weightsView = z.object({ risk: z.number(), duty: z.number(), agreed: z.number() });
const settingsView = z.object({
  /** The weights in use, and those that the method proposes. */
  weights: weightsView,
  methodWeights: weightsView,
  isOwn: z.boolean(),
  version: z.number().int(),
  /** Whether whoever asks may change them. */
  mayChange: z.boolean(),
});
type SettingsView = z.infer<typeof settingsView>;
type Row = Awaited<ReturnType<typeof readSettingRow>>;

const mayChange = ({ level }: Context): boolean => levels.indexOf(level) >= levels.indexOf('administrator');

function viewSettings(context: Context, { weights, version }: Row): SettingsView {
  const method = rankingMethod(context.services.library.content.methods);
  return {
    weights: { ...(weights ?? method.weights) },
    methodWeights: { ...method.weights },
    isOwn: weights !== null,
    version,
    mayChange: mayChange(context),
  };
}

/** The weights in words, and whose they are. */
function printSettings({ weights, isOwn }: SettingsView, { library }: Services): string {
  return library.words('en').translate(isOwn ? 'cli.ownWeights' : 'cli.methodWeights', { ...weights });
}

const printSaved = (view: SettingsView, services: Services): string =>
  services.library.words('en').translate('cli.weightsSaved', { text: printSettings(view, services) });

export const showSettings = defineAction({
  name: 'settings.show',
  summary: 'The settings of the organisation',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/settings',
  needsStore: true,
  input: z.strictObject({}),
  output: settingsView,
  command: {
    usage: 'settings show',
    example: './theriac settings show',
    toInput: async () => ok({}),
    print: printSettings,
  },
  run: async (context: Context) => ok(viewSettings(context, await context.store.read(readSettingRow))),
});

const stale: Failure = {
  kind: 'conflict',
  message:
    'The settings were changed by someone else in the meantime. Nothing was overwritten: read them again, then repeat your change.',
};

/** One short transaction; the trail names the weights, because they move every rank. */
async function save(
  context: Context,
  weights: Weights | null,
  version: number | undefined,
  action: string,
): Promise<Result<SettingsView, Failure>> {
  const expected = version ?? (await context.store.read(readSettingRow)).version;
  const note = { action, object: 'settings', detail: { weights } };
  const saved = await context.store.attempt(note, (db) => writeWeights(db, weights, expected, context.now()));
  return saved === undefined ? fail(stale) : ok(viewSettings(context, { weights, version: saved }));
}

export const saveSettings = defineAction({
  name: 'settings.save',
  summary: 'Sets the weights with which the organisation ranks',
  permission: 'administrator',
  kind: 'command',
  method: 'put',
  path: '/api/settings',
  needsStore: true,
  input: z.strictObject({
    weights: weightsInput.nullable().describe('Null: those of the method'),
    version: versionInput.optional(),
  }),
  sample: { weights: { risk: 0.5, duty: 0.3, agreed: 0.2 } },
  output: settingsView,
  command: {
    usage: 'settings weights <risk> <duty> <agreed>',
    example: './theriac settings weights 0.5 0.3 0.2',
    toInput: async ({ args }) => ok({ weights: readWeights(args) }),
    print: printSaved,
  },
  run: async (context: Context, { weights, version }) => save(context, weights, version, 'settings.save'),
});

export const resetSettings = defineAction({
  name: 'settings.reset',
  summary: 'Goes back to the weights of the method',
  permission: 'administrator',
  kind: 'command',
  method: 'delete',
  path: '/api/settings/weights',
  needsStore: true,
  input: z.strictObject({}),
  output: settingsView,
  command: {
    usage: 'settings reset',
    example: './theriac settings reset',
    toInput: async () => ok({}),
    print: printSaved,
  },
  run: async (context: Context) => save(context, null, undefined, 'settings.reset'),
});

export const settingsActions = [showSettings, saveSettings, resetSettings] as const;
