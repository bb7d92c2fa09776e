/** Guides: the documents for each role, and the incident card. */
import { z } from 'zod';
import { analyse } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import { roleIds } from '../../core/content/ids.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { buildGuide } from '../../core/report/build-guide.ts';
import type { OrganisationInput } from '../../core/report/guide-input.ts';
import type { Report } from '../../core/report/report.ts';
import { onInput, profileArgument, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { canonicalJson, sha256 } from '../../outputs/identity.ts';
import { formatIds, formats, renderReport, type Format } from '../../outputs/index.ts';
import type { ActionContext, Bytes, CommandIo, CommandOption, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';
import { buildCard } from '../../core/report/card-report.ts';

const defineAction = actionsOver<Services>();

type Context = ActionContext<Services>;

const onOption: CommandOption = {
  flags: '--on <date>',
  description: 'state of the law, and date of the document (default: today)',
};
const formatOption: CommandOption = {
  flags: '--format <format>',
  description: 'form of the file',
  choices: formatIds,
  required: true,
};
const languageOption: CommandOption = {
  flags: '--language <language>',
  description: 'language of the document (default: en)',
};

const format = z.enum(formatIds);
const language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .default('en');

const guideInput = z.strictObject({
  profile: profileInput,
  common: z.boolean().default(false).describe('The common guide, without an organisation'),
  role: z.enum(roleIds),
  format,
  language,
  on: onInput,
});
type GuideRequest = z.infer<typeof guideInput>;

/** Reads the profile argument where one was given; turns options into input. */
async function documentInput(
  { args, options }: Given,
  { readText, services }: CommandIo<Services>,
): Promise<Result<Record<string, unknown>, Failure>> {
  const { out: _out, ...rest } = options;
  if (args[0] === undefined) return ok(rest);
  const profile = await profileArgument(args[0], readText, services.library);
  return profile.ok ? ok({ ...rest, profile: profile.value }) : profile;
}

export const makeGuide = defineAction({
  name: 'guides.make',
  summary: 'The guide for a role, as a file',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/guide',
  needsStore: false,
  input: guideInput,
  output: 'bytes',
  command: {
    usage: 'guide [profile]',
    options: [
      { flags: '--role <role>', description: 'who reads it', choices: roleIds, required: true },
      formatOption,
      languageOption,
      onOption,
      { flags: '--common', description: 'the common guide, without a profile' },
    ],
    example: './theriac guide examples/hospital-greece.yaml --role ceo --format pdf --out board.pdf',
    toInput: async (given, io) =>
      given.args[0] === undefined && given.options['common'] !== true
        ? fail({
            kind: 'invalid_input',
            message: 'Cannot make a guide: name a profile, or ask for the common guide with --common',
          })
        : documentInput(given, io),
    print: () => '',
  },
  run: async (context: Context, request: GuideRequest): Promise<Result<Bytes, Failure>> => {
    const report = await guideReport(context, request);
    return report.ok ? fileOf(context, report.value, request.format, `guide-${request.role}`) : report;
  },
});

async function guideReport(
  context: Context,
  { profile, common, role, language: wanted, on = context.today as IsoDate }: GuideRequest,
): Promise<Result<Report, Failure>> {
  const { library, version } = context.services;
  if (!library.languages.includes(wanted)) return fail(unknownLanguage(wanted, library.languages));
  const organisation = common ? ok(null) : await organisationInput(context, profile, on);
  if (!organisation.ok) return organisation;
  return ok(
    buildGuide({
      role,
      language: wanted,
      on,
      edition: version,
      content: library.content,
      organisation: organisation.value,
      say: library.words(wanted).translate,
      digests: digestsOf(library, organisation.value),
    }),
  );
}

const unknownLanguage = (wanted: string, languages: readonly string[]): Failure => ({
  kind: 'unknown_language',
  message: `Cannot write in "${wanted}": languages are ${languages.join(', ')}`,
});

const digestsOf = ({ digest, content }: Services['library'], organisation: OrganisationInput | null) => ({
  content: digest,
  method: sha256(canonicalJson(content.methods)),
  profile:
    organisation === null
      ? null
      : sha256(canonicalJson({ ...organisation.profile, ratings: [...organisation.profile.ratings] })),
});

async function organisationInput(
  context: Context,
  given: unknown,
  on: IsoDate,
): Promise<Result<OrganisationInput, Failure>> {
  const profile = await profileFor(context, given);
  return profile.ok ? ok(analyse(profile.value, context.services.library.content, on)) : profile;
}

/** Renders outside any transaction. */
async function fileOf(
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

export const makeCard = defineAction({
  name: 'incidents.card',
  summary: 'The incident card for the wall: whom to tell, by which channel, within which hours',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/card',
  needsStore: false,
  input: z.strictObject({ profile: profileInput, format, language, on: onInput }),
  output: 'bytes',
  command: {
    usage: 'card <profile>',
    options: [formatOption, languageOption, onOption],
    example: './theriac card examples/hospital-greece.yaml --format pdf --out card.pdf',
    toInput: documentInput,
    print: () => '',
  },
  run: async (context: Context, request): Promise<Result<Bytes, Failure>> => {
    const on = request.on ?? (context.today as IsoDate);
    const { library, version } = context.services;
    if (!library.languages.includes(request.language))
      return fail(unknownLanguage(request.language, library.languages));
    const organisation = await organisationInput(context, request.profile, on);
    if (!organisation.ok) return organisation;
    const report = buildCard({
      role: 'ciso',
      language: request.language,
      on,
      edition: version,
      content: library.content,
      organisation: organisation.value,
      say: library.words(request.language).translate,
      digests: digestsOf(library, organisation.value),
    });
    return fileOf(context, report, request.format, 'incident-card');
  },
});

export const guideActions = [makeGuide, makeCard] as const;
