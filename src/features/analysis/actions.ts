import { z } from 'zod';
import { analyse, type Analysis } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { onInput, profileInput, profileValueFromText } from '../../library/profile-input.ts';
import { safeguardId } from '../../library/schema/parts.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, CommandIo, CommandOption, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';
import { explain } from './explain.ts';
import { printAssessment, printExplanation, printPlan, printRanking } from './print.ts';
import { assessmentView, explainView, planView, rankingView, viewAssessment, viewPlan, viewRanking } from './views.ts';

const defineAction = actionsOver<Services>();

const input = z.strictObject({ profile: profileInput, on: onInput });
const onOption: CommandOption = {
  flags: '--on <date>',
  description: 'state of the law on this day, YYYY-MM-DD (default: today)',
};

/** `<profile>` as the first argument, `--on` as an option. */
export async function profileAndDate(
  { args, options }: Given,
  { readText, services }: CommandIo<Services>,
): Promise<Result<Record<string, unknown>, Failure>> {
  const path = args[0] ?? '-';
  const text = await readText(path);
  if (!text.ok) return text;
  const profile = profileValueFromText(text.value, path === '-' ? 'standard input' : path, services.library);
  if (!profile.ok) return profile;
  return ok({ profile: profile.value, ...(options['on'] === undefined ? {} : { on: options['on'] }) });
}

async function analysisOf(
  context: ActionContext<Services>,
  given: { profile?: unknown; on?: IsoDate | undefined },
): Promise<Result<Analysis & { on: IsoDate }, Failure>> {
  const profile = await profileFor(context, given.profile);
  if (!profile.ok) return profile;
  const on = given.on ?? (context.today as IsoDate);
  return ok({ ...analyse(profile.value, context.services.library.content, on), on });
}

const shared = { permission: 'reader', kind: 'query', method: 'post', needsStore: false } as const;

export const assess = defineAction({
  ...shared,
  name: 'obligations.assess',
  summary: 'Which law applies, with which force, and why',
  path: '/api/obligations',
  input,
  output: assessmentView,
  command: {
    usage: 'obligations <profile>',
    options: [onOption],
    example: './theriac obligations examples/hospital-greece.yaml --on 2026-11-25',
    toInput: profileAndDate,
    print: printAssessment,
  },
  run: async (context: ActionContext<Services>, given) => {
    const analysis = await analysisOf(context, given);
    return analysis.ok
      ? ok(viewAssessment(analysis.value.profile.name, analysis.value.assessment, analysis.value.on))
      : analysis;
  },
});

export const rank = defineAction({
  ...shared,
  name: 'ranking.rank',
  summary: 'What to do first',
  path: '/api/rank',
  input,
  output: rankingView,
  command: {
    usage: 'rank <profile>',
    options: [onOption],
    example: './theriac rank examples/hospital-greece.yaml',
    toInput: profileAndDate,
    print: printRanking,
  },
  run: async (context: ActionContext<Services>, given) => {
    const analysis = await analysisOf(context, given);
    return analysis.ok
      ? ok(viewRanking(analysis.value.profile.name, analysis.value.ranking, analysis.value.on))
      : analysis;
  },
});

const noCapacity: Failure = {
  kind: 'conflict',
  message:
    'Cannot plan: the profile does not say how many person-days and how much money a quarter allows. Add "capacity".',
};

export const plan = defineAction({
  ...shared,
  name: 'plan.make',
  summary: 'What fits into which quarter',
  path: '/api/plan',
  input,
  output: planView,
  command: {
    usage: 'plan <profile>',
    options: [onOption],
    example: './theriac plan examples/hospital-greece.yaml',
    toInput: profileAndDate,
    print: printPlan,
  },
  run: async (context: ActionContext<Services>, given) => {
    const analysis = await analysisOf(context, given);
    if (!analysis.ok) return analysis;
    return analysis.value.plan === null
      ? fail(noCapacity)
      : ok(viewPlan(analysis.value, analysis.value.plan, analysis.value.on));
  },
});

export const explainSafeguard = defineAction({
  ...shared,
  name: 'ranking.explain',
  summary: 'Why a safeguard stands where it stands: every term, number and source',
  path: '/api/explain',
  input: input.extend({ safeguard: safeguardId }),
  output: explainView,
  command: {
    usage: 'explain <profile> <safeguard>',
    options: [onOption],
    example: './theriac explain examples/hospital-greece.yaml S-043',
    toInput: async (given, io) => {
      const read = await profileAndDate(given, io);
      return read.ok ? ok({ ...read.value, safeguard: given.args[1] }) : read;
    },
    print: printExplanation,
  },
  run: async (context: ActionContext<Services>, given) => {
    const analysis = await analysisOf(context, given);
    return analysis.ok
      ? explain(analysis.value, given.safeguard, analysis.value.on, context.services.library)
      : analysis;
  },
});

export const analysisActions = [assess, rank, plan, explainSafeguard] as const;
