import { z } from 'zod';
import { ok, type Result } from '../../core/base.ts';
import { buildApplicability } from '../../core/report/applicability.ts';
import { applicabilitySheet } from '../../core/report/applicability-sheet.ts';
import { languageInput, languageOption } from '../../library/language-input.ts';
import { onInput, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { formatIds, type Format } from '../../outputs/index.ts';
import { renderSheet, sheetFormatIds, type SheetFormat } from '../../outputs/sheets.ts';
import { actionsOver, type ActionContext, type Bytes, type Failure } from '../../platform/action.ts';
import { documentInput, fileOf, onOption, organisationSource } from './document-source.ts';

const defineAction = actionsOver<Services>();

/** Documents and sheets alike. */
const anyFormat = [...formatIds, ...sheetFormatIds] as const;
const isSheet = (format: Format | SheetFormat): format is SheetFormat =>
  (sheetFormatIds as readonly string[]).includes(format);

export const makeApplicability = defineAction({
  name: 'documents.applicability',
  summary: 'The statement of applicability for ISO/IEC 27001, drawn up from ratings: a proposal with its grounds',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/applicability',
  needsStore: ({ profile }) => profile === undefined,
  input: z.strictObject({
    profile: profileInput,
    format: z.enum(anyFormat).describe('CSV holds the controls only'),
    language: languageInput,
    on: onInput,
  }),
  sample: { format: 'xlsx', on: '2026-11-25' },
  output: 'bytes',
  command: {
    usage: 'applicability [profile]',
    options: [
      { flags: '--format <format>', description: 'form of the file', choices: anyFormat, required: true },
      languageOption,
      onOption,
    ],
    example: './theriac applicability examples/hospital-greece.yaml --format xlsx --out applicability.xlsx',
    toInput: documentInput,
    print: () => '',
  },
  run: async (context: ActionContext<Services>, { format, ...request }): Promise<Result<Bytes, Failure>> => {
    const source = await organisationSource(context, request);
    if (!source.ok) return source;
    const name = 'statement-of-applicability';
    if (isSheet(format)) return ok(await renderSheet(applicabilitySheet(source.value), format, name));
    return fileOf(context, buildApplicability({ ...source.value, role: 'ciso' }), format, name);
  },
});
