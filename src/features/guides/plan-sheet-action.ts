import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { planSheet } from '../../core/report/plan-sheet.ts';
import { languageInput, languageOption } from '../../library/language-input.ts';
import { onInput, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { renderSheet, sheetFormatIds } from '../../outputs/sheets.ts';
import type { ActionContext, Bytes, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { documentInput, onOption, organisationSource } from './document-source.ts';

const defineAction = actionsOver<Services>();

const noCapacity: Failure = {
  kind: 'conflict',
  message:
    'Cannot plan: the profile does not say how many person-days and how much money a quarter allows. Add "capacity".',
};

export const makePlanSheet = defineAction({
  name: 'documents.plan-sheet',
  summary: 'The plan as a workbook: quarters, capacity, what is not planned and why',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/plan/sheet',
  needsStore: ({ profile }) => profile === undefined,
  input: z.strictObject({
    profile: profileInput,
    format: z.enum(sheetFormatIds).default('xlsx').describe('CSV holds the quarters only'),
    language: languageInput,
    on: onInput,
  }),
  sample: { format: 'xlsx' },
  output: 'bytes',
  command: {
    usage: 'plan sheet [profile]',
    options: [
      { flags: '--format <format>', description: 'form of the file (default: xlsx)', choices: sheetFormatIds },
      languageOption,
      onOption,
    ],
    example: './theriac plan sheet examples/hospital-greece.yaml --format xlsx --out plan.xlsx',
    toInput: documentInput,
    print: () => '',
  },
  run: async (context: ActionContext<Services>, { format, ...request }): Promise<Result<Bytes, Failure>> => {
    const source = await organisationSource(context, request);
    if (!source.ok) return source;
    const { plan } = source.value.organisation;
    if (plan === null) return fail(noCapacity);
    return ok(await renderSheet(planSheet(source.value, plan), format, 'plan'));
  },
});
