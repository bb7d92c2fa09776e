import { z } from 'zod';
import { fail, ok, type Result } from '../core/base.ts';
import type { IsoDate } from '../core/content/verification.ts';
import type { Profile } from '../core/profile/profile.ts';
import type { Library } from './library.ts';
import { readProfile, readProfileText } from './profile.ts';
import { isoDate } from './schema/parts.ts';
import { readYamlAsWritten } from './yaml.ts';

/** A refusal in the form that every surface prints. */
export type ProfileFailure = {
  readonly kind: 'invalid_profile';
  readonly message: string;
  readonly details: readonly {
    readonly path: string;
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
  }[];
};

/** Input of actions that work on a profile: the profile as files write it, or nothing for the stored one. */
export const profileInput = z
  .looseObject({ name: z.string() })
  .optional()
  .describe('A profile, with the keys of a profile file. Left out: the stored profile of the organisation.');

/** The years of which law and files can speak: a Word file is a zip, which knows no day before 1980 and none after 2099. */
const [firstDay, lastDay] = ['2000-01-01', '2099-12-31'];

export const onInput = isoDate
  .refine((day) => day >= firstDay && day <= lastDay, { error: `must be a day between ${firstDay} and ${lastDay}` })
  .optional()
  .describe('State of the law on this day, YYYY-MM-DD. Left out: today.') as z.ZodType<IsoDate | undefined>;

const refused = (details: ProfileFailure['details']): ProfileFailure => ({
  kind: 'invalid_profile',
  message:
    details.length === 1
      ? 'The profile has an error. Nothing was changed.'
      : `The profile has ${details.length} errors. Nothing was changed.`,
  details,
});

/** A profile out of a request body. */
export function profileFromValue(value: unknown, { safeguardIds }: Library): Result<Profile, ProfileFailure> {
  const read = readProfile(value, safeguardIds);
  return read.ok ? read : fail(refused(read.error.map(({ path, message }) => ({ path: path.join('.'), message }))));
}

/** Checks the text of a file, so that errors name its lines, and gives back the value as a request body would hold it. */
function profileValueFromText(text: string, file: string, { safeguardIds }: Library): Result<unknown, ProfileFailure> {
  const read = readProfileText(text, file, safeguardIds);
  if (!read.ok) return fail(refused(read.error.map(({ path, message, line }) => ({ file, line, path, message }))));
  const value = readYamlAsWritten(text);
  return value.ok
    ? ok(value.value)
    : fail(refused([{ file, line: value.error.line, path: '', message: value.error.message }]));
}

/** The profile that a command's argument names (a path, or `-`), as a request body would hold it. */
export async function profileArgument<Failure>(
  path: string | undefined,
  readText: (path: string) => Promise<Result<string, Failure>>,
  library: Library,
): Promise<Result<unknown, Failure | ProfileFailure>> {
  const text = await readText(path ?? '-');
  if (!text.ok) return text;
  return profileValueFromText(text.value, path === undefined || path === '-' ? 'standard input' : path, library);
}
