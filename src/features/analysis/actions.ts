import { z } from 'zod';
import { analyse, type Analysis } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { onInput, profileArgument, profileInput } from '../../library/profile-input.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, CommandIo, CommandOption, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';
import { explain } from './explain.ts';
import { printAssessment, printExplanation, printPlan, printRanking } from './print.ts';
import { assessmentView, explainView, planView, rankingView, viewAssessment, viewPlan, viewRanking } from './views.ts';

const defineAction = actionsOver<Services>();

const onOption: CommandOption = {
  flags: '--on <date>',
  description: 'state of the law on this day, YYYY-MM-DD (default: today)',
};

/** `<profile>` as the first argument, `--on` as an option, and whatever else a command takes. */
async function profileAndDate(
  { args, options }: Given,
  { readText, services }: CommandIo<Services>,
): Promise<Result<Record<string, unknown>, Failure>> {
  const profile = await profileArgument(args[0], readText, services.library);
  if (!profile.ok) return profile;
  return ok({ profile: profile.value, ...(options['on'] === undefined ? {} : { on: options['on'] }) });
}

type Definition<Extra extends z.ZodRawShape, View> = {
  readonly name: string;
  readonly summary: string;
  /** The word of the command and of the path. */
  readonly word: string;
  readonly usage: string;
  readonly example: string;
  /** Input besides profile and day, taken from the second argument. */
  readonly extra: Extra;
  readonly output: z.ZodType<View>;
  readonly print: (view: View, services: Services) => string;
  readonly answer: (
    analysed: Analysed,
    given: z.infer<z.ZodObject<Extra>>,
    services: Services,
  ) => Result<View, Failure>;
};
type Analysed = Analysis & { readonly on: IsoDate };

/** What all of these share: they read a profile, analyse it on a day, and answer with a view. */
const analysisAction = <Extra extends z.ZodRawShape, View>(definition: Definition<Extra, View>) =>
  defineAction({
    name: definition.name,
    summary: definition.summary,
    permission: 'reader',
    kind: 'query',
    method: 'post',
    path: `/api/${definition.word}`,
    needsStore: false,
    input: z.strictObject({ profile: profileInput, on: onInput, ...definition.extra }),
    output: definition.output,
    command: {
      usage: `${definition.word} ${definition.usage}`,
      options: [onOption],
      example: `./theriac ${definition.word} ${definition.example}`,
      toInput: async (given, io) => {
        const read = await profileAndDate(given, io);
        const [name] = Object.keys(definition.extra);
        return read.ok && name !== undefined ? ok({ ...read.value, [name]: given.args[1] }) : read;
      },
      print: definition.print,
    },
    run: async (context: ActionContext<Services>, given) => {
      const { services, today } = context;
      const input = given as { profile?: unknown; on?: IsoDate } & z.infer<z.ZodObject<Extra>>;
      const profile = await profileFor(context, input.profile);
      if (!profile.ok) return profile;
      const on = input.on ?? (today as IsoDate);
      return definition.answer({ ...analyse(profile.value, services.library.content, on), on }, input, services);
    },
  });

export const assess = analysisAction({
  name: 'obligations.assess',
  summary: 'Which law applies, with which force, and why',
  word: 'obligations',
  usage: '<profile>',
  example: 'examples/hospital-greece.yaml --on 2026-11-25',
  extra: {},
  output: assessmentView,
  print: printAssessment,
  answer: ({ profile, assessment, on }) => ok(viewAssessment(profile.name, assessment, on)),
});

export const rank = analysisAction({
  name: 'ranking.rank',
  summary: 'What to do first',
  word: 'rank',
  usage: '<profile>',
  example: 'examples/hospital-greece.yaml',
  extra: {},
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
  usage: '<profile>',
  example: 'examples/hospital-greece.yaml',
  extra: {},
  output: planView,
  print: printPlan,
  answer: (analysed) =>
    analysed.plan === null ? fail(noCapacity) : ok(viewPlan(analysed, analysed.plan, analysed.on)),
});

export const explainSafeguard = analysisAction({
  name: 'ranking.explain',
  summary: 'Why a safeguard stands where it stands: every term, number and source',
  word: 'explain',
  usage: '<profile> <safeguard>',
  example: 'examples/hospital-greece.yaml S-043',
  extra: { safeguard: safeguardId },
  output: explainView,
  print: printExplanation,
  answer: (analysed, { safeguard }, { library }) => explain(analysed, safeguard, analysed.on, library),
});

export const analysisActions = [assess, rank, plan, explainSafeguard] as const;
