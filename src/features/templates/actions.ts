/** Sheets to fill in with guidance of one's own: what is handed in again becomes a framework or a mapping. */
import { z } from 'zod';
import { ok } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { templateBook, templateKinds } from '../../core/guidance/template.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { renderSheet, sheetFormatIds } from '../../outputs/sheets.ts';
import { actionsOver, type ActionContext, type Bytes } from '../../platform/action.ts';

const defineAction = actionsOver<Services>();

export const makeTemplate = defineAction({
  name: 'guidance.template',
  summary: 'An empty sheet for a framework or a mapping, to fill in and to hand in',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/guidance/templates/{kind}',
  needsStore: false,
  input: z.strictObject({
    kind: z.enum(templateKinds),
    format: z.enum(sheetFormatIds).default('xlsx').describe('CSV has no lists to choose from'),
    language: languageInput,
  }),
  sample: { kind: 'framework', format: 'xlsx' },
  output: 'bytes',
  command: {
    usage: 'guidance template <kind>',
    options: [
      { flags: '--format <format>', description: 'form of the file (default: xlsx)', choices: sheetFormatIds },
      languageOption,
    ],
    example: './theriac guidance template framework --format xlsx --out framework.xlsx',
    toInput: async ({ args: [kind], options: { format, language } }) => ok({ kind, format, language }),
    print: () => '',
  },
  run: async ({ services, today }: ActionContext<Services>, { kind, format, language }) => {
    const library = libraryIn(services, language);
    if (!library.ok) return library;
    const book = templateBook(kind, today as IsoDate, library.value.words(language).translate);
    return ok((await renderSheet(book, format, `${kind}-template`)) satisfies Bytes);
  },
});

export const templateActions = [makeTemplate] as const;
