import { z } from 'zod';
import { fail, ok, type Result } from '../../core/base.ts';
import { differs } from '../../core/guidance/differs.ts';
import type { FrameworkEdition } from '../../core/guidance/edition.ts';
import { readLicence } from '../../core/guidance/licence.ts';
import { withheldBy } from '../../core/guidance/pass-on.ts';
import type { EditionTree } from '../../core/guidance/import-view.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext, type Failure } from '../../platform/action.ts';
import type { Writer } from '../../platform/db/database.ts';
import { exportFramework } from './export-action.ts';
import { exportMapping } from './mapping-action.ts';
import { noEdition } from './no-edition.ts';
import { printComparison, printEditions, printTree } from './print.ts';
import { readEdition, readEditions, readMappingsOf } from './queries.ts';
import { editionComparison, editionList, editionTree, viewEdition, viewTree } from './views.ts';

const defineAction = actionsOver<Services>();
type Context = ActionContext<Services>;

const sample = { id: '0b1c3c9e-0000-4000-8000-000000000001' };

const listFrameworks = defineAction({
  name: 'frameworks.list',
  summary: 'Editions of frameworks that came in files, with what they hold',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/frameworks',
  needsStore: true,
  input: z.strictObject({}),
  output: editionList,
  command: {
    usage: 'frameworks list',
    example: './theriac frameworks list',
    toInput: async () => ok({}),
    print: printEditions,
  },
  run: async ({ store }: Context) => ok({ editions: (await store.read((db) => readEditions(db))).map(viewEdition) }),
});

const shownLanguage = z
  .string()
  .min(2)
  .max(35)
  .optional()
  .describe('Language of its words, one of those it has; its own unless given');

const showFramework = defineAction({
  name: 'frameworks.show',
  summary: 'One edition with its tree of requirements, their words, and what maps to it',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/frameworks/{id}',
  needsStore: true,
  input: z.strictObject({ id: z.uuid(), words: shownLanguage }),
  sample,
  output: editionTree,
  command: {
    usage: 'frameworks show <id>',
    options: [{ flags: '--words <language>', description: 'language of its words, one of those it has' }],
    example: './theriac frameworks show 0b1c3c9e-0000-4000-8000-000000000001 --words fr',
    toInput: async ({ args: [id], options: { words } }) => ok({ id, ...(words === undefined ? {} : { words }) }),
    print: printTree,
  },
  run: async ({ store }: Context, { id, words }) => store.read((db) => treeOf(db, id, words)),
});

async function treeOf(db: Writer, id: string, words: string | undefined): Promise<Result<EditionTree, Failure>> {
  const edition = await readEdition(db, id);
  if (edition === undefined) return fail(noEdition(id));
  const [rows, mappings] = await Promise.all([readEditions(db, edition.urn), readMappingsOf(db, edition.urn)]);
  const editions = rows.map(viewEdition);
  const facts = editions.find((one) => one.id === id);
  if (facts === undefined) return fail(noEdition(id));
  const shownIn = words ?? edition.language;
  if (!facts.languages.includes(shownIn))
    return fail({
      kind: 'unknown_language',
      message: `Cannot show it in "${shownIn}": it has ${facts.languages.join(', ')}`,
    });
  return ok({
    ...facts,
    shownIn,
    text: edition.translations[shownIn]?.text ?? edition.text,
    groups: edition.groups.map(({ id: group, title }) => ({ id: group, title, requirements: sizeOf(edition, group) })),
    tree: viewTree(edition, shownIn),
    others: editions
      .filter((other) => other.id !== id)
      .map(({ id: other, edition: name, loadedAt }) => ({ id: other, edition: name, loadedAt })),
    mappings: mappings.map(({ licence, ...mapping }) => ({
      ...mapping,
      mayPassOn: withheldBy(readLicence(licence).stance) === 'nothing',
    })),
  });
}

const sizeOf = ({ requirements }: FrameworkEdition, group: string): number =>
  requirements.filter(({ groups }) => groups.includes(group)).length;

const compareFrameworks = defineAction({
  name: 'frameworks.compare',
  summary: 'What a later edition of a framework says otherwise than an earlier one, requirement by requirement',
  permission: 'reader',
  kind: 'query',
  method: 'get',
  path: '/api/framework-comparison',
  needsStore: true,
  input: z.strictObject({ from: z.uuid(), to: z.uuid() }),
  sample: { from: sample.id, to: '0b1c3c9e-0000-4000-8000-000000000002' },
  output: editionComparison,
  command: {
    usage: 'frameworks compare <from> <to>',
    example: './theriac frameworks compare 0b1c3c9e-0000-4000-8000-000000000001 0b1c3c9e-0000-4000-8000-000000000002',
    toInput: async ({ args: [from, to] }) => ok({ from, to }),
    print: printComparison,
  },
  run: async ({ store }: Context, { from, to }) => {
    const [before, after] = await store.read((db) => Promise.all([readEdition(db, from), readEdition(db, to)]));
    if (before === undefined) return fail(noEdition(from));
    if (after === undefined) return fail(noEdition(to));
    return ok({ from: side(from, before), to: side(to, after), difference: differs(before, after) });
  },
});

const side = (id: string, { edition, title }: FrameworkEdition) => ({ id, edition, title });

export const frameworkActions = [
  listFrameworks,
  showFramework,
  compareFrameworks,
  exportFramework,
  exportMapping,
] as const;
