import { z } from 'zod';
import { analyse } from '../../core/analysis.ts';
import { fail, ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { onInput, profileArgument, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { profileDigest, sha256 } from '../../outputs/identity.ts';
import { makeOscal, oscalDocuments, type MadeDocument, type OscalDocument } from '../../outputs/oscal/index.ts';
import { formOfName } from '../../oscal/form-of-name.ts';
import type { ActionContext, Bytes, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { profileFor } from '../profile/stored.ts';
import { weightsFor } from '../settings/stored.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const forms = ['json', 'yaml', 'xml'] as const;
const mediaTypes = { json: 'application/json', yaml: 'application/yaml', xml: 'application/xml' } as const;

export const exportOscal = defineAction({
  name: 'oscal.export',
  summary: 'Safeguards, minimum set, ratings, plan or mappings as an OSCAL document',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/oscal/export',
  needsStore: ({ profile }) => profile === undefined,
  input: z.strictObject({
    document: z.enum(oscalDocuments),
    framework: z.string().max(80).optional().describe('Id of one of our frameworks, for "framework" and "mapping"'),
    profile: profileInput,
    form: z.enum(forms).default('json'),
    on: onInput,
  }),
  sample: { document: 'catalog', on: '2026-11-25' },
  output: 'bytes',
  command: {
    usage: 'oscal export <document> [profile]',
    options: [
      { flags: '--framework <id>', description: 'which framework, for "framework" and "mapping"' },
      { flags: '--on <date>', description: 'date of the document (default: today)' },
    ],
    example: './theriac oscal export ssp examples/hospital-greece.yaml --out ssp.json',
    toInput: async ({ args: [document, path], options: { framework, on, out } }, { readText, services }) => {
      const form = out === '-' ? 'json' : formOfName(String(out));
      if (form === null)
        return fail({
          kind: 'invalid_input',
          message: `Cannot tell from "${String(out)}" what to write: let it end in .json, .yaml or .xml`,
        });
      const given = {
        document,
        form,
        ...(framework === undefined ? {} : { framework }),
        ...(on === undefined ? {} : { on }),
      };
      if (path === undefined) return ok(given);
      const profile = await profileArgument(path, readText, services.library);
      return profile.ok ? ok({ ...given, profile: profile.value }) : profile;
    },
    print: () => '',
  },
  run: async (context: Context, { document, framework, profile: given, form, on }): Promise<Result<Bytes, Failure>> => {
    const profile = await profileFor(context, given);
    if (!profile.ok) return profile;
    const { library, version } = context.services;
    const day = on ?? (context.today as IsoDate);
    const weights = given === undefined ? await weightsFor(context) : null;
    const source = {
      content: library.content,
      organisation: analyse(profile.value, library.content, day, weights),
      on: day,
      edition: version,
      digest: sha256(`${library.digest}\n${profileDigest(profile.value)}\n${day}`),
    };
    const made = makeOscal(document, source, framework);
    return made.ok ? ok(await fileOf(made.value, form)) : fail(cannotMake(document, framework, made.error, context));
  },
});

const fileOf = async ({ model, root, fileName }: MadeDocument, form: keyof typeof mediaTypes): Promise<Bytes> => ({
  bytes: new TextEncoder().encode((await import('../../oscal/write.ts')).writeDocument(model, root, form)),
  mediaType: mediaTypes[form],
  fileName: fileName.replace(/\.json$/u, `.${form}`),
});

function cannotMake(
  document: OscalDocument,
  framework: string | undefined,
  why: 'no_framework' | 'no_mappings',
  { services: { library } }: Context,
): Failure {
  const ids = library.content.frameworks.map(({ id }) => id).join(', ');
  return {
    kind: 'invalid_input',
    message:
      why === 'no_framework'
        ? `Cannot make "${document}" of framework "${framework ?? ''}": say which with one of ${ids}`
        : `Cannot make a mapping: no safeguard is mapped to "${framework}" by a relation of its own`,
  };
}
