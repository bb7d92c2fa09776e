import { z } from 'zod';
import { analyse } from '../../core/analysis.ts';
import { ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { buildComparison, type ComparisonInput } from '../../core/report/comparison-report.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { canonicalJson, sha256 } from '../../outputs/identity.ts';
import { formatIds, formats, renderReport } from '../../outputs/index.ts';
import { actionsOver, type ActionContext, type Bytes, type Failure } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';
import { now, sideOf, snapshotName } from './sides.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const input = z.strictObject({
  from: snapshotName,
  to: snapshotName.default(now),
  format: z.enum(formatIds),
  language: languageInput,
});

/** What changed, as a file for the board. */
export const makeComparison = defineAction({
  name: 'snapshots.document',
  summary: 'What changed from one snapshot to another, or to now, on two pages for the board',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/snapshot-comparison',
  needsStore: true,
  input,
  sample: { from: '0b1c3c9e-0000-4000-8000-000000000001', to: 'now', format: 'pdf' },
  output: 'bytes',
  command: {
    usage: 'snapshots compare <from> [to]',
    options: [
      { flags: '--format <format>', description: 'form of the file', choices: formatIds, required: true },
      languageOption,
    ],
    example: './theriac snapshots compare "Before the winter" now --format pdf --out changes.pdf',
    toInput: async ({ args: [from, to], options: { format, language } }) =>
      ok({ from, format, ...(to === undefined ? {} : { to }), ...(language === undefined ? {} : { language }) }),
    print: () => '',
  },
  run: async (context: Context, { format, ...wanted }): Promise<Result<Bytes, Failure>> => {
    const source = await sourceOf(context, wanted);
    if (!source.ok) return source;
    const report = buildComparison(source.value);
    return ok({
      bytes: await renderReport(report, format, context.services.makePdf),
      mediaType: formats[format].mediaType,
      fileName: `what-changed-${report.date}.${formats[format].extension}`,
    });
  },
});

/** Both days, and whose they are. The day of the document is the later side's. */
async function sourceOf(
  context: Context,
  { from, to, language }: Omit<z.infer<typeof input>, 'format'>,
): Promise<Result<ComparisonInput, Failure>> {
  const found = libraryIn(context.services, language);
  if (!found.ok) return found;
  const library = found.value;
  const [before, after, profile] = [
    await sideOf(context, from, library),
    await sideOf(context, to, library),
    await profileFor(context, undefined),
  ];
  if (!before.ok) return before;
  if (!after.ok) return after;
  if (!profile.ok) return profile;
  const on = after.value.day as IsoDate;
  return ok({
    role: 'ceo',
    language,
    on,
    edition: context.services.version,
    content: library.content,
    organisation: analyse(profile.value, library.content, on),
    say: library.words(language).translate,
    translation: library.translation(language),
    digests: {
      content: after.value.contentDigest,
      method: sha256(canonicalJson(library.content.methods)),
      profile: after.value.profileDigest,
    },
    from: before.value,
    to: after.value,
  });
}
