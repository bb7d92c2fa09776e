import { z } from 'zod';
import { ok } from '../../core/base.ts';
import { roleIds } from '../../core/content/ids.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { itemKinds } from '../../core/library-item/item.ts';
import { forcesOf } from '../../core/library-item/own.ts';
import { entryStates, type Forces } from '../../core/library-search/entry.ts';
import { anyStatus, type FacetName } from '../../core/library-search/facets.ts';
import { orders } from '../../core/library-search/question.ts';
import { assessObligations } from '../../core/obligations/assess.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { searchableIn, type Searchable } from '../../library/library-search.ts';
import { onInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import type { ActionContext, CommandOption } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
import { answer } from './answer.ts';
import { forWhom, profileOfCommand, profileOption, profileOrNull } from './organisation.ts';
import { printAnswers } from './print-answers.ts';
import { answersView, viewAnswers } from './search-view.ts';

const defineAction = actionsOver<Services>();

const longestWords = 200;
const shownAtFirst = 20;
const mostShown = 500;

/** Several values of a facet stand in one text, since an address has one place for each name. */
const values = z.string().max(2000).optional().describe('One value or several, with commas between them');

const input = z.strictObject({
  q: z
    .string()
    .max(longestWords)
    .default('')
    .describe('Words or a question, in any language: each is met by itself, its beginning or its stem'),
  kind: values,
  framework: values.describe('Ids of frameworks, or of editions that were imported'),
  writtenIn: values.describe('Languages of the texts'),
  role: values,
  force: values,
  topic: values,
  status: values,
  country: values,
  order: z.enum(orders).default('match'),
  show: z.coerce.number().int().min(1).max(mostShown).default(shownAtFirst),
  on: onInput,
  language: languageInput,
  profile: forWhom,
});
const facetOption = (name: FacetName, description: string): CommandOption => ({
  flags: `--${name} <values>`,
  description: `${description}; several with commas`,
});

export const searchLibrary = defineAction({
  name: 'library.search',
  summary: 'Items and imported requirements that have the words, why, and counts by kind, framework, language and more',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/search',
  // For the organisation of a file nothing stored is asked.
  needsStore: ({ profile }) => profile === undefined || profile === 'none',
  worksWithoutData: true,
  input,
  sample: { q: 'supplier remote access', kind: 'safeguard,requirement' },
  output: answersView,
  command: {
    usage: 'library search [words...]',
    options: [
      facetOption('kind', `only these kinds: ${itemKinds.join(', ')}`),
      facetOption('framework', 'only these frameworks, or editions that were imported'),
      { flags: '--written-in <values>', description: 'only texts in these languages; several with commas' },
      facetOption('topic', 'only these topics'),
      facetOption('role', `only for these readers: ${roleIds.join(', ')}`),
      facetOption('status', `only with this status: ${[...entryStates, anyStatus].join(', ')}`),
      facetOption('country', 'only from these places: a country code, EU or INT'),
      facetOption('force', 'only with this force for the organisation of --profile'),
      { flags: '--order <order>', description: 'the best match first, or otherwise', choices: orders },
      { flags: '--show <number>', description: `how many answers (${shownAtFirst})` },
      languageOption,
      profileOption,
    ],
    example: './theriac library search supplier remote access --kind safeguard,requirement',
    toInput: async (given, io) => {
      const profile = await profileOfCommand(given, io);
      const { json: _json, ...options } = given.options;
      // Words after the name of a command come as one text with commas between them.
      return profile.ok
        ? ok({ ...options, q: given.args.join(' ').replaceAll(',', ' '), profile: profile.value })
        : profile;
    },
    print: (answers, { library }, given) => printAnswers(answers, library.words(languageGiven(given)).translate),
  },
  run: async (context: ActionContext<Services>, given) => {
    const library = libraryIn(context.services, given.language);
    if (!library.ok) return library;
    const searchable = searchableIn(library.value);
    const profile = await profileOrNull(context, given.profile);
    if (!profile.ok) return profile;
    const { q: words, order, show, on, ...facets } = given;
    const question = { words, order, show, forces: forcesFor(context, profile.value, on, searchable) };
    const answered = await answer(context, { question, facets, searchable });
    if (!answered.ok) return answered;
    const { forces: found } = question;
    return ok(viewAnswers(answered.value, { words, lookup: searchable.lookup, forces: found, profile: profile.value }));
  },
});

const forcesFor = (
  { today }: ActionContext<Services>,
  profile: Profile | null,
  on: IsoDate | undefined,
  { lookup }: Searchable,
): Forces | null =>
  profile === null
    ? null
    : forcesOf(lookup, assessObligations(profile.facts, lookup.content, on ?? (today as IsoDate)));
