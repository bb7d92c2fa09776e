import { z } from 'zod';
import { analyse } from '../../core/analysis.ts';
import { assessmentSheet } from '../../core/assessment/assessment-sheet.ts';
import { ok, type Result } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { unrated, type RatingState } from '../../core/profile/rating-state.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { onInput, profileArgument, profileInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { renderSheet, sheetFormatIds } from '../../outputs/sheets.ts';
import type { ActionContext, Bytes, CommandIo, Failure, Given } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { weightsFor } from '../settings/stored.ts';
import { importRatings } from './import-action.ts';
import { readRatings } from './rating-queries.ts';
import { profileFor } from './stored.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

export const makeRatingSheet = defineAction({
  name: 'ratings.sheet',
  summary: 'The ratings as a sheet to fill in and to hand in again',
  permission: 'reader',
  kind: 'query',
  method: 'post',
  path: '/api/ratings/sheet',
  needsStore: ({ profile }) => profile === undefined,
  input: z.strictObject({
    profile: profileInput,
    format: z.enum(sheetFormatIds).default('xlsx'),
    language: languageInput,
    on: onInput,
  }),
  sample: { format: 'xlsx' },
  output: 'bytes',
  command: {
    usage: 'ratings sheet [profile]',
    options: [
      { flags: '--format <format>', description: 'form of the file (default: xlsx)', choices: sheetFormatIds },
      languageOption,
      { flags: '--on <date>', description: 'state of the law, and date of the file (default: today)' },
    ],
    example: './theriac ratings sheet --format xlsx --out ratings.xlsx',
    toInput: sheetArguments,
    print: () => '',
  },
  run: async (context: Context, { profile, format, language, on = context.today as IsoDate }) => {
    const spoken = libraryIn(context.services, language);
    if (!spoken.ok) return spoken;
    const library = spoken.value;
    const known = await profileFor(context, profile);
    // Before the first answer nothing is ranked, and the sheet is a template all the same.
    if (!known.ok && known.error.kind !== 'no_profile') return known;
    const say = library.words(language).translate;
    const weights = profile === undefined ? await weightsFor(context) : null;
    const book = assessmentSheet({
      name: known.ok ? known.value.name : say('report.unnamed'),
      on,
      say,
      safeguards: library.content.safeguards,
      states: profile === undefined || !known.ok ? await storedStates(context) : statesOf(known.value),
      ranking: known.ok ? analyse(known.value, library.content, on, weights).ranking : null,
    });
    return ok((await renderSheet(book, format, 'ratings')) satisfies Bytes);
  },
});

const storedStates = async ({ store }: Context): Promise<ReadonlyMap<string, RatingState>> =>
  new Map((await store.read(readRatings)).map(({ id, state }) => [id, state]));

const statesOf = ({ ratings }: Profile): ReadonlyMap<string, RatingState> =>
  new Map(
    [...ratings].map(([id, { rating, ratedOn, owner, due, note, evidence }]) => [
      id,
      {
        ...unrated,
        rating: rating.kind,
        reason: rating.kind === 'not_applicable' ? rating.reason : null,
        ratedOn: ratedOn ?? null,
        owner: owner ?? null,
        due: due ?? null,
        note: note ?? null,
        evidence,
      },
    ]),
  );

async function sheetArguments(
  { args: [path], options }: Given,
  { readText, services }: CommandIo<Services>,
): Promise<Result<unknown, Failure>> {
  const { out: _out, organisation: _organisation, ...rest } = options;
  if (path === undefined) return ok(rest);
  const profile = await profileArgument(path, readText, services.library);
  return profile.ok ? ok({ ...rest, profile: profile.value }) : profile;
}

export const sheetActions = [makeRatingSheet, importRatings] as const;
