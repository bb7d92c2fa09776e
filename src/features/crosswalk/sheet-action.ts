import { z } from 'zod';
import { ok } from '../../core/base.ts';
import { countsOf, viewRow } from '../../core/crosswalk/build-crosswalk.ts';
import { lastPiece } from '../../core/crosswalk/compared.ts';
import { crosswalkSheet } from '../../core/crosswalk/crosswalk-sheet.ts';
import { readLicence } from '../../core/guidance/licence.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { onInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { renderSheet, sheetFormatIds } from '../../outputs/sheets.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';
import { groundFor } from './known.ts';
import { fromInput, sidesIn, stepsInput, stepsOption } from './sides.ts';

const defineAction = actionsOver<Services>();

export const makeSheet = defineAction({
  name: 'crosswalk.sheet',
  summary: 'A crosswalk as a workbook; what licences do not let be passed on is left out, and the sheet says so',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/crosswalk/sheet',
  needsStore: true,
  worksWithoutData: true,
  input: z.strictObject({
    from: fromInput,
    to: fromInput,
    steps: stepsInput,
    format: z.enum(sheetFormatIds).default('xlsx').describe('CSV holds the pairs only'),
    language: languageInput,
    on: onInput,
  }),
  sample: { from: 'nis2', to: 'csf-2.0', format: 'csv' },
  output: 'bytes',
  command: {
    usage: 'crosswalk sheet <from> <to>',
    options: [
      stepsOption,
      { flags: '--format <format>', description: 'form of the file (default: xlsx)', choices: sheetFormatIds },
      languageOption,
      { flags: '--on <date>', description: 'date of the file (default: today)' },
    ],
    example: './theriac crosswalk sheet nis2 csf-2.0 --format xlsx --out crosswalk.xlsx',
    toInput: async ({ args: [from, to], options: { steps, format, language, on } }) =>
      ok({ from, to, steps, format, language, on }),
    print: () => '',
  },
  run: async (context: ActionContext<Services>, input) => {
    const { from, to, steps, format, language, on = context.today as IsoDate } = input;
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const ground = await groundFor(context, library.value);
    const sides = sidesIn(ground, from, to, steps);
    if (!sides.ok) return sides;
    const rows = ground.rowsOf(sides.value.from.id, sides.value.to.id, steps);
    const book = crosswalkSheet({
      ...sides.value,
      rows: rows.map((row) => viewRow(ground.naming, sides.value, row)),
      counts: countsOf(rows),
      stances: new Map(ground.stored.sets.map(({ urn, licence }) => [urn, readLicence(licence).stance])),
      say: library.value.words(language).translate,
      on,
    });
    return ok(await renderSheet(book, format, fileName(sides.value.from.id, sides.value.to.id)));
  },
});

/** Ids of imported frameworks may hold what no file name can. */
const fileName = (from: string, to: string): string =>
  ['crosswalk', from, to]
    .map((part) =>
      lastPiece(part)
        .replaceAll(/[^a-z0-9.-]+/giu, '-')
        .slice(0, 60),
    )
    .join('-');
