import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { forces } from '../../core/content/obligation-rule.ts';
import { roleIds } from '../../core/content/ids.ts';
import type { IsoDate } from '../../core/content/verification.ts';
import { itemKinds } from '../../core/library-item/item.ts';
import { forcesOf } from '../../core/library-item/own.ts';
import { entryStates, type Forces } from '../../core/library-search/entry.ts';
import { anyStatus, facetNames, type FacetName, type Filters } from '../../core/library-search/facets.ts';
import { orders, type Question } from '../../core/library-search/question.ts';
import { search } from '../../core/library-search/search.ts';
import { assessObligations } from '../../core/obligations/assess.ts';
import type { Profile } from '../../core/profile/profile.ts';
import { languageGiven, languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import { searchableIn, type Searchable } from '../../library/library-search.ts';
import { onInput } from '../../library/profile-input.ts';
import type { Services } from '../../library/services.ts';
import { nearestOf, respelt } from '../../library/spelling.ts';
import type { ActionContext, CommandOption, Failure } from '../../platform/action.ts';
import { actionsOver } from '../../platform/action.ts';
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
  q: z.string().max(longestWords).default('').describe('Words; all must be met, each by itself or by its beginning'),
  kind: values,
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
type Input = z.infer<typeof input>;

const facetOption = (name: FacetName, description: string): CommandOption => ({
  flags: `--${name} <values>`,
  description: `${description}; several with commas`,
});

export const searchLibrary = defineAction({
  name: 'library.search',
  summary: 'Items that have the words, with counts by kind, topic, reader, status and country',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/search',
  needsStore: false,
  input,
  sample: { q: 'supplier remote access', kind: 'safeguard,requirement' },
  output: answersView,
  command: {
    usage: 'library search [words...]',
    options: [
      facetOption('kind', `only these kinds: ${itemKinds.join(', ')}`),
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
    const filters = filtersOf(given, searchable);
    if (!filters.ok) return filters;
    const profile = await profileOrNull(context, given.profile);
    if (!profile.ok) return profile;
    const forcesFound = forcesFor(context, profile.value, given.on, searchable);
    const { q: words, order, show } = given;
    return ok(answer({ words, order, show, filters: filters.value, forces: forcesFound }, profile.value, searchable));
  },
});

function answer(question: Question, profile: Profile | null, { lookup, index }: Searchable) {
  const answers = search(index, question);
  const suggestion = answers.unmet.length === 0 ? null : respelt(question.words, answers.unmet, index);
  return viewAnswers(answers, { words: question.words, suggestion, lookup, forces: question.forces, profile });
}

const forcesFor = (
  { today }: ActionContext<Services>,
  profile: Profile | null,
  on: IsoDate | undefined,
  { lookup }: Searchable,
): Forces | null =>
  profile === null
    ? null
    : forcesOf(lookup, assessObligations(profile.facts, lookup.content, on ?? (today as IsoDate)));

/** Facets as lists. A value that nothing could have is refused: an empty answer would say that there is nothing. */
function filtersOf(given: Input, { lookup: { content }, index }: Searchable): Result<Filters, Failure> {
  const allowed: Readonly<Record<FacetName, readonly string[]>> = {
    kind: itemKinds,
    role: roleIds,
    force: forces,
    topic: content.topics.map(({ id }) => id),
    status: [...entryStates, anyStatus],
    country: [...new Set(index.entries.flatMap(({ place }) => place ?? []))].toSorted(),
  };
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const chosen = (given[name] ?? '').split(',').flatMap((value) => (value.trim() === '' ? [] : [value.trim()]));
    const strange = chosen.find((value) => !allowed[name].includes(value));
    if (strange !== undefined) return fail(strangeValue(name, strange, allowed[name]));
    if (chosen.length > 0) filters[name] = chosen;
  }
  return ok(filters);
}

const strangeValue = (name: FacetName, value: string, allowed: readonly string[]): Failure => ({
  kind: 'invalid_input',
  message: `Cannot narrow down by ${name} "${value}": allowed are ${allowed.join(', ')}; the nearest is "${nearestOf(value, allowed)}"`,
});
