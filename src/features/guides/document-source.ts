import { z } from 'zod';
import { analyse } from '../../core/analysis.ts';
import { ok, type Result } from '../../core/base.ts';
import type { Content } from '../../core/content/content.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { FollowUps } from '../../core/follow-up/standing.ts';
import { sameWeights } from '../../core/ranking/weights.ts';
import type { GuideInput, OrganisationInput } from '../../core/report/guide-input.ts';
import type { Report } from '../../core/report/report.ts';
import { libraryIn } from '../../library/language-input.ts';
import type { Library } from '../../library/library.ts';
import { profileArgument } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { canonicalJson, profileDigest, sha256 } from '../../outputs/identity.ts';
import { formatIds, formats, renderReport, type Format } from '../../outputs/index.ts';
import type { ActionContext, Bytes, CommandIo, CommandOption, Failure, Given } from '../../platform/action.ts';
import { followUpsFor } from '../follow-up/stored.ts';
import { profileFor } from '../profile/stored.ts';
import { weightsFor } from '../settings/stored.ts';

type Context = ActionContext<Services>;

export const onOption: CommandOption = {
  flags: '--on <date>',
  description: 'state of the law, and date of the document (default: today)',
};
export const formatOption: CommandOption = {
  flags: '--format <format>',
  description: 'form of the file',
  choices: formatIds,
  required: true,
};

export const format = z.enum(formatIds);

/** Reads the profile argument where one was given; turns options into input. */
export async function documentInput(
  { args, options }: Given,
  { readText, services }: CommandIo<Services>,
): Promise<Result<Record<string, unknown>, Failure>> {
  const { out: _out, organisation: _organisation, ...rest } = options;
  if (args[0] === undefined) return ok(rest);
  const profile = await profileArgument(args[0], readText, services.library);
  return profile.ok ? ok({ ...rest, profile: profile.value }) : profile;
}

type Wanted = { readonly profile?: unknown; readonly language: string; readonly on?: IsoDate | undefined };

/** What a document of one organisation is built from: the stored one where none is given. */
export async function organisationSource(
  context: Context,
  { profile, ...wanted }: Wanted,
): Promise<Result<Omit<GuideInput, 'role'> & { readonly organisation: OrganisationInput }, Failure>> {
  const library = libraryIn(context.services, wanted.language);
  if (!library.ok) return library;
  const on = wanted.on ?? (context.today as IsoDate);
  const organisation = await organisationInput(context, profile, on, library.value.content);
  if (!organisation.ok) return organisation;
  return ok({ ...sourceIn(context, library.value, organisation.value, on), organisation: organisation.value });
}

/** What the organisation follows up; unknown of a profile that was handed in. */
export const followUpsOf = async (
  context: Context,
  { profile }: { readonly profile?: unknown },
): Promise<FollowUps | undefined> => (profile === undefined ? followUpsFor(context) : undefined);

/** The same source, whose digest of what the organisation says covers its follow-up as well. */
export const withRecords = <Source extends Pick<GuideInput, 'digests'>>(
  source: Source,
  followUps: FollowUps,
): Source => ({
  ...source,
  digests: { ...source.digests, profile: sha256(canonicalJson([source.digests.profile, [...followUps]])) },
});

/** What a document without an organisation is built from. */
export function commonSource(context: Context, { language, on }: Wanted): Result<Omit<GuideInput, 'role'>, Failure> {
  const library = libraryIn(context.services, language);
  return library.ok ? ok(sourceIn(context, library.value, null, on ?? (context.today as IsoDate))) : library;
}

const sourceIn = (
  { services: { version } }: Context,
  library: Library,
  organisation: OrganisationInput | null,
  on: IsoDate,
): Omit<GuideInput, 'role'> => ({
  language: library.language,
  on,
  edition: version,
  content: library.content,
  organisation,
  say: library.words(library.language).translate,
  translation: library.translation(library.language),
  digests: digestsOf(library, organisation),
});

const digestsOf = ({ digest, content }: Library, organisation: OrganisationInput | null) => ({
  content: digest,
  method: sha256(canonicalJson(methodsOf(content, organisation))),
  profile: organisation === null ? null : profileDigest(organisation.profile),
});

/** The methods as they were applied: an organisation's own weights belong to them. */
const methodsOf = ({ methods }: Content, organisation: OrganisationInput | null): object =>
  organisation === null || sameWeights(organisation.ranking.weights, organisation.ranking.method.weights)
    ? methods
    : { methods, weights: organisation.ranking.weights };

async function organisationInput(
  context: Context,
  given: unknown,
  on: IsoDate,
  content: Content,
): Promise<Result<OrganisationInput, Failure>> {
  const profile = await profileFor(context, given);
  if (!profile.ok) return profile;
  const weights = given === undefined ? await weightsFor(context) : null;
  return ok(analyse(profile.value, content, on, weights));
}

/** Renders outside any transaction. */
export async function fileOf(
  { services }: Context,
  report: Report,
  wanted: Format,
  name: string,
): Promise<Result<Bytes, Failure>> {
  const bytes = await renderReport(report, wanted, services.makePdf);
  return ok({
    bytes,
    mediaType: formats[wanted].mediaType,
    fileName: `${name}-${report.date}.${formats[wanted].extension}`,
  });
}
