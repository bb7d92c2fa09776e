import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { findItem } from '../../core/library-item/lookup.ts';
import { pageOf } from '../../core/library-item/page-of.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { lookupIn } from '../../library/library-search.ts';
import { onInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { nearestName } from '../../library/spelling.ts';
import type { ActionContext } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { forWhom, organisationFor, profileOfCommand, profileOption } from './organisation.ts';
import { pageView } from './page-view.ts';
import { printPage } from './print-page.ts';

const defineAction = actionsOver<Services>();

export const openItem = defineAction({
  name: 'library.item',
  summary: 'Everything about one item: what it says, what it rests on, where it is used, and how you stand with it',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/pages/{id}',
  needsStore: false,
  input: z.strictObject({
    id: z.string().max(200).describe('`eu-nis2`, `nis2:21(2)(d)`, `S-043`, `ST-10`, `topic:cloud`'),
    on: onInput,
    language: languageInput,
    profile: forWhom,
  }),
  sample: { id: 'nis2:21(2)(d)' },
  output: pageView,
  command: {
    usage: 'library item <id>',
    options: [
      { flags: '--on <date>', description: 'state of the law on this day, YYYY-MM-DD (default: today)' },
      languageOption,
      profileOption,
    ],
    example: "./theriac library item 'nis2:21(2)(d)'",
    toInput: async (given, io) => {
      const profile = await profileOfCommand(given, io);
      const { on, language } = given.options;
      return profile.ok ? ok({ id: given.args[0], profile: profile.value, on, language }) : profile;
    },
    print: (page, { library }, given) => printPage(page, library.words(languageGiven(given))),
  },
  run: async (context: ActionContext<Services>, { id, on = context.today as IsoDate, language, profile }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const lookup = lookupIn(library.value);
    const link = findItem(lookup, id);
    if (link === undefined)
      return fail({
        kind: 'not_found',
        message: `Nothing in the library is called "${id}"; the nearest is "${nearestName(id, lookup)}"`,
      });
    const organisation = await organisationFor(context, profile, on, library.value.content);
    return organisation.ok ? ok(pageOf({ lookup, on, organisation: organisation.value }, link)) : organisation;
  },
});
