import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { buildCrosswalk, type Sides } from '../../core/crosswalk/build-crosswalk.ts';
import { buildRequirement } from '../../core/crosswalk/build-requirement.ts';
import type { Compared } from '../../core/crosswalk/compared.ts';
import { sideOf } from '../../core/crosswalk/names.ts';
import { onlys } from '../../core/crosswalk/view.ts';
import type { RatingState } from '../../core/library-item/page.ts';
import { languageInput, languageOption, libraryIn } from '../../library/language-input.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Failure } from '../../platform/action.ts';
import { readRatings } from '../profile/rating-queries.ts';
import { suggestAnswers } from './answers-action.ts';
import { findFramework, findRequirement } from './find.ts';
import { groundFor, type Ground } from './known.ts';
import { printCrosswalk, printFrameworks, printRequirement } from './print.ts';
import { readWords } from './queries.ts';
import { makeSheet } from './sheet-action.ts';
import { fromInput, sidesIn, stepsInput, stepsOption } from './sides.ts';
import { crosswalkView, requirementView, sideList } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const listFrameworks = defineAction({
  name: 'crosswalk.frameworks',
  summary: 'Every framework that can be compared: of the library, imported, or only named by a mapping',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/crosswalk/frameworks',
  needsStore: true,
  worksWithoutData: true,
  input: z.strictObject({ language: languageInput }),
  output: sideList,
  command: {
    usage: 'crosswalk frameworks',
    options: [languageOption],
    example: './theriac crosswalk frameworks',
    toInput: async ({ options: { language } }) => ok({ language }),
    print: printFrameworks,
  },
  run: async (context: Context, { language }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const { all, naming } = await groundFor(context, library.value);
    return ok({ frameworks: all.map((one) => sideOf(one, naming.graph, naming.compared)) });
  },
});

const rowsAtOnce = 25;
const groupInput = z.string().max(400).optional();

const showCrosswalk = defineAction({
  name: 'crosswalk.show',
  summary: 'From the requirements of one framework to those of another: stated, followed, candidates, or no conclusion',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/crosswalk',
  needsStore: true,
  worksWithoutData: true,
  input: z.strictObject({
    from: fromInput,
    to: fromInput,
    steps: stepsInput,
    only: z.enum(onlys).optional().describe('Only rows and pairs of this sort'),
    fromGroup: groupInput.describe('Only requirements under this row of the matrix'),
    toGroup: groupInput.describe('Only pairs with requirements under this column of the matrix'),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0).describe('After how many rows to begin'),
    language: languageInput,
  }),
  sample: { from: 'nis2', to: 'csf-2.0' },
  output: crosswalkView,
  command: {
    usage: 'crosswalk <from> <to>',
    options: [
      stepsOption,
      { flags: '--only <sort>', description: 'only rows and pairs of this sort', choices: onlys },
      { flags: '--skip <number>', description: 'after how many rows to begin' },
      languageOption,
    ],
    example: './theriac crosswalk nis2 csf-2.0',
    toInput: async ({ args: [from, to], options: { steps, only, skip, language } }) =>
      ok({ from, to, steps, only, skip, language }),
    print: printCrosswalk,
  },
  run: async (context: Context, { from, to, steps, only, fromGroup, toGroup, skip, language }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const ground = await groundFor(context, library.value);
    const sides = sidesIn(ground, from, to, steps);
    if (!sides.ok) return sides;
    return ok(
      buildCrosswalk(ground.naming, sides.value, rowsFor(ground, sides.value), {
        only: only ?? null,
        fromGroup: fromGroup ?? null,
        toGroup: toGroup ?? null,
        skip,
        count: rowsAtOnce,
      }),
    );
  },
});

const rowsFor = ({ rowsOf }: Ground, { from, to, steps }: Sides) => rowsOf(from.id, to.id, steps);

const showRequirement = defineAction({
  name: 'crosswalk.requirement',
  summary: 'One requirement of any framework: its words where the licence allows, its place, mappings both ways',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/crosswalk/requirement',
  needsStore: true,
  worksWithoutData: true,
  input: z.strictObject({
    framework: fromInput,
    id: z.string().min(1).max(400).describe('Its id in the framework, or as people cite it'),
    language: languageInput,
  }),
  sample: { framework: 'csf-2.0', id: 'PR.AA-05' },
  output: requirementView,
  command: {
    usage: 'crosswalk requirement <framework> <id>',
    options: [languageOption],
    example: './theriac crosswalk requirement csf-2.0 PR.AA-05',
    toInput: async ({ args: [framework, id], options: { language } }) => ok({ framework, id, language }),
    print: printRequirement,
  },
  run: async (context: Context, { framework: name, id: cited, language }) => {
    const library = libraryIn(context.services, language);
    if (!library.ok) return library;
    const { naming, all } = await groundFor(context, library.value);
    const framework = findFramework(name, all);
    if (!framework.ok) return framework;
    const id = findRequirement(framework.value, cited);
    if (!id.ok) return id;
    const { safeguards } = library.value.content;
    const about = { safeguards, ...(await storedOf(context, framework.value, id.value)) };
    const view = buildRequirement(naming, framework.value, id.value, about);
    return view === null ? fail(gone(name, cited)) : ok(view);
  },
});

const gone = (framework: string, id: string): Failure => ({
  kind: 'not_found',
  message: `"${framework}" has no requirement "${id}".`,
});

/** What only the store knows: the words of an imported requirement, and how far safeguards are. */
async function storedOf({ hasData, store }: Context, { editionId }: Compared, id: string) {
  if (!hasData) return { words: null, ratings: null };
  return store.read(async (db) => {
    const [words, rows] = await Promise.all([
      editionId === null ? undefined : readWords(db, editionId, id),
      readRatings(db),
    ]);
    const ratings = new Map<string, RatingState>(rows.map(({ id: of, state }) => [of, state.rating ?? 'unknown']));
    return { words: words ?? null, ratings };
  });
}

export const crosswalkActions = [showCrosswalk, listFrameworks, showRequirement, makeSheet, suggestAnswers] as const;
