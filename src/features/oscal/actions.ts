/** OSCAL: judging a document, resolving a profile, changing the form. Nothing is stored. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { schemaVersions } from '../../oscal/schema/schemas.ts';
import { models } from '../../oscal/model.ts';
import { formOfName } from '../../oscal/form-of-name.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { documentInput, largestRequestBytes } from './documents.ts';
import { exportOscal } from './export-action.ts';
import { documentAt, documentsAt, profileWithImports } from './files.ts';
import { printConverted, printResolved, printValidity } from './print.ts';
import { usualLimits } from '../../oscal/read/refusal.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const forms = ['json', 'yaml', 'xml'] as const;

const findingView = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  rule: z.string(),
  pointer: z.string().describe('JSON pointer into the JSON form of the document'),
  message: z.string(),
});

const validityView = z.object({
  name: z.string(),
  model: z.enum(models),
  form: z.enum(forms),
  oscalVersion: z.string().nullable(),
  schema: z.enum(schemaVersions).describe('The schema that it was judged by; 1.2.2 is the mended one'),
  isValid: z.boolean(),
  count: z.number().int(),
  findings: z.array(findingView),
});

/** What the command prints of a judgement. */
export type ValidityView = z.infer<typeof validityView>;

const sample = {
  name: 'empty.json',
  content: Buffer.from('{"catalog":{"metadata":{"title":"Empty"}}}').toString('base64'),
};

export const validateOscal = defineAction({
  name: 'oscal.validate',
  summary: 'Whether an OSCAL document is valid, by its schema and by what no schema says',
  permission: 'everyone',
  kind: 'query',
  method: 'post',
  path: '/api/oscal/validate',
  needsStore: false,
  worksUnsound: true,
  largestBodyBytes: largestRequestBytes,
  input: z.strictObject({
    document: documentInput,
    schema: z.enum(schemaVersions).optional().describe('Left out: the one for the version that the document states'),
  }),
  sample: { document: sample },
  output: validityView,
  command: {
    usage: 'oscal validate <file>',
    options: [{ flags: '--schema <version>', description: 'judge by this schema instead', choices: schemaVersions }],
    largestFileBytes: usualLimits.bytes,
    example: './theriac oscal validate catalog.json',
    toInput: async ({ args: [path = '-'], options: { schema } }, io) => {
      const document = await documentAt(path, io);
      return document.ok ? ok({ document: document.value, ...(schema === undefined ? {} : { schema }) }) : document;
    },
    print: printValidity,
    exitCode: ({ isValid }) => (isValid ? 0 : 1),
  },
  run: async (_: Context, { document, schema }): Promise<Result<ValidityView, Failure>> =>
    (await import('./work.ts')).judge(document, schema),
});

const resolvedView = z.object({
  form: z.enum(forms),
  text: z.string().describe('The resolved catalog'),
  controls: z.number().int(),
  warnings: z.array(z.object({ code: z.string(), document: z.string(), pointer: z.string(), message: z.string() })),
  provenance: z.array(z.object({ control: z.string(), document: z.string(), pointer: z.string() })),
});
/** A resolved profile, as answered. */
export type ResolvedView = z.infer<typeof resolvedView>;

export const resolveOscal = defineAction({
  name: 'oscal.resolve',
  summary: 'The catalog that an OSCAL profile describes, from the documents that are handed over',
  permission: 'everyone',
  kind: 'query',
  method: 'post',
  path: '/api/oscal/resolve',
  needsStore: false,
  worksUnsound: true,
  largestBodyBytes: largestRequestBytes,
  input: z.strictObject({
    documents: z.array(documentInput).min(1).max(200).describe('The profile first, then what it imports, by path'),
    catalogs: z
      .array(documentInput)
      .max(50)
      .default([])
      .describe('What answers for an import that no document is: the only one, else the one of the same name'),
    form: z.enum(forms).default('json'),
    flatNesting: z
      .enum(['drop', 'keep'])
      .default('drop')
      .describe('Whether a flat catalog keeps child controls below their parents; the specification drops them'),
  }),
  sample: {
    documents: [
      {
        name: 'profile.json',
        content: Buffer.from(
          '{"profile":{"uuid":"2b0e4e6c-7b0c-4a5f-9d6b-0b7a1c1e2f3a","metadata":{"title":"Of nothing","last-modified":"2026-11-27T00:00:00Z","version":"1","oscal-version":"1.1.3"},"imports":[{"href":"catalog.json","include-all":{}}]}}',
        ).toString('base64'),
      },
      {
        name: 'catalog.json',
        content: Buffer.from(
          '{"catalog":{"uuid":"5f3c1c1e-2f3a-4b0e-8e6c-7b0c4a5f9d6b","metadata":{"title":"Nothing","last-modified":"2026-11-27T00:00:00Z","version":"1","oscal-version":"1.1.3"}}}',
        ).toString('base64'),
      },
    ],
  },
  output: resolvedView,
  command: {
    usage: 'oscal resolve <profile>',
    options: [
      { flags: '--catalog <files...>', description: 'answers for imports that do not lie where the profile says' },
      { flags: '--keep-nesting', description: 'leave child controls below their parents in a flat catalog' },
    ],
    largestFileBytes: usualLimits.bytes,
    example: './theriac oscal resolve baseline.json --catalog catalog.json --out resolved.json',
    toInput: async ({ args: [path = '-'], options: { catalog, out, keepNesting } }, io) => {
      const form = formOfName(String(out));
      if (form === null && out !== '-') return fail(unknownForm(String(out)));
      const documents = await profileWithImports(path, io);
      if (!documents.ok) return documents;
      const catalogs = await documentsAt(Array.isArray(catalog) ? catalog : [], io);
      if (!catalogs.ok) return catalogs;
      return ok({
        documents: documents.value,
        catalogs: catalogs.value,
        form: form ?? 'json',
        flatNesting: keepNesting === true ? 'keep' : 'drop',
      });
    },
    toFile: ({ text, form }) => ({
      mediaType: mediaTypes[form],
      fileName: `catalog.${form}`,
      bytes: Buffer.from(text),
    }),
    print: printResolved,
  },
  run: async ({ now, services: { version } }: Context, input): Promise<Result<ResolvedView, Failure>> =>
    (await import('./resolve-documents.ts')).resolveDocuments(input, now(), `Theriac ${version}`),
});

const mediaTypes = { json: 'application/json', yaml: 'application/yaml', xml: 'application/xml' } as const;

const unknownForm = (name: string): Failure => ({
  kind: 'invalid_input',
  message: `Cannot tell from "${name}" what to write: let it end in .json, .yaml or .xml`,
});

const convertedView = z.object({
  model: z.enum(models),
  form: z.enum(forms),
  text: z.string(),
  lost: z.array(z.string()).describe('Pointers to what the document says and the new form cannot'),
});
/** A document in another form, as answered. */
export type ConvertedView = z.infer<typeof convertedView>;

export const convertOscal = defineAction({
  name: 'oscal.convert',
  summary: 'An OSCAL document in another form: JSON, YAML or XML',
  permission: 'everyone',
  kind: 'query',
  method: 'post',
  path: '/api/oscal/convert',
  needsStore: false,
  worksUnsound: true,
  largestBodyBytes: largestRequestBytes,
  input: z.strictObject({ document: documentInput, form: z.enum(forms) }),
  sample: { document: sample, form: 'xml' },
  output: convertedView,
  command: {
    usage: 'oscal convert <file>',
    largestFileBytes: usualLimits.bytes,
    example: './theriac oscal convert catalog.xml --out catalog.json',
    toInput: async ({ args: [path = '-'], options: { out } }, io) => {
      const form = formOfName(String(out));
      if (form === null) return fail(unknownForm(String(out)));
      const document = await documentAt(path, io);
      return document.ok ? ok({ document: document.value, form }) : document;
    },
    toFile: ({ text, form }) => ({
      mediaType: mediaTypes[form],
      fileName: `document.${form}`,
      bytes: Buffer.from(text),
    }),
    print: printConverted,
    exitCode: ({ lost }) => (lost.length > 0 ? 1 : 0),
  },
  run: async (_: Context, { document, form }): Promise<Result<ConvertedView, Failure>> =>
    (await import('./work.ts')).convert(document, form),
});

/** What a document in OSCAL can be put through. */
export const oscalActions = [validateOscal, resolveOscal, convertOscal, exportOscal] as const;
