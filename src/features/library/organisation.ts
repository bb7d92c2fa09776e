import { z } from 'zod';
import { analyse, type Analysis } from '../../core/analysis.ts';
import { ok, type Result } from '../../core/base.ts';
import type { Content } from '../../core/content/content.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { profileArgument, profileFromValue } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, CommandIo, CommandOption, Failure, Given } from '../../platform/action.ts';
import { storedProfileValue } from '../profile/stored.ts';
import { weightsFor } from '../settings/stored.ts';

/** For whom: without it the stored profile, `none` for nobody. A command has files and no rows, so it says which. */
export const forWhom = z
  .union([z.literal('none'), z.looseObject({ name: z.string() })])
  .optional()
  .describe('"none": without an organisation. Left out: the organisation’s own profile, where one is stored.');

export const profileOption: CommandOption = {
  flags: '--profile <file>',
  description: 'for the organisation of this profile: force and ratings',
};

/** The profile that `--profile` names, else nobody. */
export async function profileOfCommand(
  { options }: Given,
  { readText, services }: CommandIo<Services>,
): Promise<Result<unknown, Failure>> {
  const path = options['profile'];
  return typeof path === 'string' ? profileArgument(path, readText, services.library) : ok('none');
}

/** The profile that answers are given for; null for whoever has none, and for who reads the common library. */
export async function profileOrNull(
  context: ActionContext<Services>,
  given: z.infer<typeof forWhom>,
): Promise<Result<Profile | null, Failure>> {
  if (given === 'none') return ok(null);
  if (given === undefined && context.level === 'everyone') return ok(null);
  const value = given ?? (await storedProfileValue(context));
  return value === null ? ok(null) : profileFromValue(value, context.services.library);
}

/** The organisation that answers are given for, analysed; a profile of its own is ranked with its own weights. */
export async function organisationFor(
  context: ActionContext<Services>,
  given: z.infer<typeof forWhom>,
  on: IsoDate,
  content: Content,
): Promise<Result<Analysis | null, Failure>> {
  const profile = await profileOrNull(context, given);
  if (!profile.ok || profile.value === null) return profile as Result<null, Failure>;
  const weights = given === undefined ? await weightsFor(context) : null;
  return ok(analyse(profile.value, content, on, weights));
}
