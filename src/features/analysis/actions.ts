import { z } from 'zod';
import { analyse, type Analysis } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import { stepIds, stepsOf } from '../../core/steps.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Weights } from '../../core/ranking/weights.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Library } from '../../library/library.ts';
import { onInput, profileArgument, profileInput } from '../../library/profile-input.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import { readWeights, weightsInput } from '../../library/weights-input.ts';
import type { ActionContext, CommandIo, CommandOption, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';
import { weightsFor } from '../settings/stored.ts';
import { explain } from './explain.ts';
import { explainView } from './explain-view.ts';
import { printAssessment, printExplanation, printPlan, printRanking, printSteps } from './print.ts';
import { planView, viewPlan } from './plan-view.ts';
import { assessmentView, rankingView, viewAssessment, viewRanking } from './views.ts';

const defineAction = actionsOver<Services>();

const onOption: CommandOption = {
  flags: '--on <date>',
  description: 'state of the law on this day, YYYY-MM-DD (default: today)',
};

const weightsOption: CommandOption = {
  flags: '--weights <risk,duty,agreed>',
  description: "weights to try, such as 0.5,0.3,0.2 (default: the organisation's, or those of the method)",
};

/** A profile as the argument, where one is given, and `--on` and `--weights` as options. */
async function commandInput(
  { args, options }: Given,
  { readText, services }: CommandIo<Services>,
): Promise<Result<Record<string, unknown>, Failure>> {
  const given = {
    ...(options['on'] === undefined ? {} : { on: options['on'] }),
    ...(options['language'] === undefined ? {} : { language: options['language'] }),
    ...(options['weights'] === undefined ? {} : { weights: readWeights(String(options['weights']).split(',')) }),
  };
  if (args[0] === undefined) return ok(given);
  const profile = await profileArgument(args[0], readText, services.library);
  return profile.ok ? ok({ ...given, profile: profile.value }) : profile;
}

/** The safeguard is the last argument: alone it is explained for the stored profile. */
async function explainInput(
  { args, options }: Given,
  io: CommandIo<Services>,
): Promise<Result<Record<string, unknown>, Failure>> {
  const given = await commandInput({ args: args.slice(0, -1), options }, io);
  return given.ok ? ok({ ...given.value, safeguard: args.at(-1) }) : given;
}

type Definition<Extra extends z.ZodRawShape, View> = {
  readonly name: string;
  readonly summary: string;
  /** The word of the command and of the path. */
  readonly word: string;
  readonly usage: string;
  readonly example: string;
  /** Whether it ranks, so that weights matter. */
  readonly isWeighed: boolean;
  /** Input besides profile, day and weights, and how a command reads it. */
  readonly extra: Extra;
  readonly toInput: typeof commandInput;
  readonly sample: Readonly<Record<string, unknown>>;
  readonly output: z.ZodType<View>;
  readonly print: (view: View, services: Services, given: Given) => string;
  readonly answer: (
    analysed: Analysed,
    given: z.infer<z.ZodObject<Extra>>,
    library: Library,
    context: ActionContext<Services>,
  ) => Result<View, Failure>;
};
type Analysed = Analysis & { readonly on: IsoDate };
type Input = {
  readonly profile?: unknown;
  readonly on?: IsoDate;
  readonly language: string;
  readonly weights?: Weights;
};

/** What all of these share: they read a profile, analyse it on a day, and answer with a view. */
const analysisAction = <Extra extends z.ZodRawShape, View>(definition: Definition<Extra, View>) =>
  defineAction({
    name: definition.name,
    summary: definition.summary,
    permission: 'reader',
    kind: 'query',
    method: 'post',
    path: `/api/${definition.word}`,
    needsStore: ({ profile }) => profile === undefined,
    input: z.strictObject({
      profile: profileInput,
      on: onInput,
      language: languageInput,
      ...(definition.isWeighed ? { weights: weightsInput.optional() } : {}),
      ...definition.extra,
    }),
    sample: definition.sample,
    output: definition.output,
    command: {
      usage: `${definition.word} ${definition.usage}`,
      options: [onOption, languageOption, ...(definition.isWeighed ? [weightsOption] : [])],
      example: `./theriac ${definition.word} ${definition.example}`,
      toInput: definition.toInput,
      print: definition.print,
    },
    run: async (context: ActionContext<Services>, given) => {
      const input = given as Input & z.infer<z.ZodObject<Extra>>;
      const library = libraryIn(context.services, input.language);
      if (!library.ok) return library;
      const profile = await profileFor(context, input.profile);
      if (!profile.ok) return profile;
      const on = input.on ?? (context.today as IsoDate);
      const weights = input.weights ?? (input.profile === undefined ? await weightsFor(context) : null);
      const analysis = analyse(profile.value, library.value.content, on, weights);
      return definition.answer({ ...analysis, on }, input, library.value, context);
    },
  });

export const assess = analysisAction({
  name: 'obligations.assess',
  summary: 'Which law applies, with which force, and why',
  word: 'obligations',
  usage: '[profile]',
  example: 'examples/hospital-greece.yaml --on 2026-11-25',
  isWeighed: false,
  extra: {},
  toInput: commandInput,
  sample: { on: '2026-11-25' },
  output: assessmentView,
  print: printAssessment,
  answer: (analysed, _given, { content }, { today }) =>
    ok(viewAssessment(analysed, content.documents, { on: analysed.on, today })),
});

export const rank = analysisAction({
  name: 'ranking.rank',
  summary: 'What to do first',
  word: 'rank',
  usage: '[profile]',
  example: 'examples/hospital-greece.yaml',
  isWeighed: true,
  extra: {},
  toInput: commandInput,
  sample: { weights: { risk: 0.5, duty: 0.3, agreed: 0.2 } },
  output: rankingView,
  print: printRanking,
  answer: ({ profile, ranking, on }) => ok(viewRanking(profile.name, ranking, on)),
});

const noCapacity: Failure = {
  kind: 'conflict',
  message:
    'Cannot plan: the profile does not say how many person-days and how much money a quarter allows. Add "capacity".',
};

export const plan = analysisAction({
  name: 'plan.make',
  summary: 'What fits into which quarter',
  word: 'plan',
  usage: '[profile]',
  example: 'examples/hospital-greece.yaml',
  isWeighed: true,
  extra: {},
  toInput: commandInput,
  sample: { on: '2026-11-25' },
  output: planView,
  print: printPlan,
  answer: (analysed) =>
    analysed.plan === null ? fail(noCapacity) : ok(viewPlan(analysed, analysed.plan, analysed.on)),
});

export const explainSafeguard = analysisAction({
  name: 'ranking.explain',
  summary: 'Why a safeguard stands where it stands: every term, number and source',
  word: 'explain',
  usage: '<profile-or-safeguard> [safeguard]',
  example: 'examples/hospital-greece.yaml S-043',
  isWeighed: true,
  extra: { safeguard: safeguardId },
  toInput: explainInput,
  sample: { safeguard: 'S-043' },
  output: explainView,
  print: printExplanation,
  answer: (analysed, { safeguard }, library) => explain(analysed, safeguard, analysed.on, library),
});

export const showPlan = defineAction({
  name: 'plan.show',
  summary: 'The plan of the stored profile, with what people moved',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/plan',
  needsStore: true,
  input: z.strictObject({ on: onInput, language: languageInput }),
  sample: { on: '2026-11-25' },
  output: planView,
  command: {
    usage: 'plan show',
    options: [onOption, languageOption],
    example: './theriac plan show',
    toInput: async ({ options: { on, language } }) => ok({ on, language }),
    print: printPlan,
  },
  run: async (context: ActionContext<Services>, { on = context.today as IsoDate, language }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const profile = await profileFor(context, undefined);
    if (!profile.ok) return profile;
    const analysis = analyse(profile.value, library.value.content, on, await weightsFor(context));
    return analysis.plan === null ? fail(noCapacity) : ok(viewPlan(analysis, analysis.plan, on));
  },
});

const stepView = z.object({ id: z.enum(stepIds), state: z.enum(['begin', 'open', 'current']), open: z.number().int() });

export const showSteps = defineAction({
  name: 'steps.show',
  summary: 'Where the six steps stand, from the profile to the guides, and what waits in each',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/steps',
  needsStore: true,
  input: z.strictObject({ on: onInput }),
  sample: { on: '2026-11-25' },
  output: z.object({ steps: z.array(stepView) }),
  command: {
    usage: 'steps',
    options: [onOption],
    example: './theriac steps',
    toInput: async ({ options: { on } }) => ok(on === undefined ? {} : { on }),
    print: printSteps,
  },
  run: async (context: ActionContext<Services>, { on = context.today as IsoDate }) => {
    const profile = await profileFor(context, undefined);
    if (!profile.ok && profile.error.kind !== 'no_profile') return profile;
    const analysis = profile.ok ? analyse(profile.value, context.services.library.content, on) : null;
    return ok({ steps: stepsOf(analysis).map((step) => ({ open: 0, ...step })) });
  },
});

export const analysisActions = [assess, rank, plan, showPlan, explainSafeguard, showSteps] as const;
