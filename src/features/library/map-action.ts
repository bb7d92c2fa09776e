import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { forces } from '../../core/content/obligation-rule.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { mapOf } from '../../core/document-map/map.ts';
import { narrowed } from '../../core/document-map/narrow.ts';
import { refOf } from '../../core/library-item/item.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { lookupIn } from '../../library/library-search.ts';
import { onInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { mapView } from './map-view.ts';
import { forWhom, organisationFor, profileOfCommand, profileOption } from './organisation.ts';
import { printMap } from './print-map.ts';

const defineAction = actionsOver<Services>();

export const showMap = defineAction({
  name: 'library.map',
  summary: 'Which documents there are, how they hang together, and which bear on you',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/map',
  needsStore: false,
  input: z.strictObject({
    topic: z.string().max(100).optional().describe('Only documents of this topic, as `cloud`'),
    force: z.enum(forces).optional().describe('Only documents of this force for the organisation'),
    on: onInput,
    language: languageInput,
    profile: forWhom,
  }),
  output: mapView,
  command: {
    usage: 'library map',
    options: [
      { flags: '--topic <id>', description: 'only documents of this topic, as cloud' },
      { flags: '--force <force>', description: `only of this force for the organisation: ${forces.join(', ')}` },
      { flags: '--on <date>', description: 'state of the law on this day, YYYY-MM-DD (default: today)' },
      languageOption,
      profileOption,
    ],
    example: './theriac library map --topic cloud',
    toInput: async (given, io) => {
      const profile = await profileOfCommand(given, io);
      const { topic, force, on, language } = given.options;
      return profile.ok ? ok({ topic, force, on, language, profile: profile.value }) : profile;
    },
    print: (map, { library }, given) => printMap(map, library.words(languageGiven(given)).translate),
  },
  run: async (context: ActionContext<Services>, { topic, force, on = context.today as IsoDate, language, profile }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const lookup = lookupIn(library.value);
    const ref = topic === undefined ? undefined : refOf('topic', topic);
    if (ref !== undefined && !lookup.links.has(ref))
      return fail({
        kind: 'not_found',
        message: `No topic is called "${topic}". "theriac library list topics" names them.`,
      });
    const organisation = await organisationFor(context, profile, on, library.value.content);
    if (!organisation.ok) return organisation;
    return ok(narrowed(mapOf({ lookup, on, organisation: organisation.value }), { topic: ref, force }));
  },
});
