import { z } from 'zod';
import { fail, ok } from '../../core/base.ts';
import { contentKinds } from '../../core/content/content.ts';
import type { Translate } from '../../core/report/words.ts';
import { changesBetween, type Change } from '../../core/review/changes.ts';
import { readReleases, releasedItems } from '../../library/releases.ts';
import type { Services } from '../../library/services.ts';
import { actionsOver, type ActionContext } from '../../platform/action.ts';

const defineAction = actionsOver<Services>();

const changeView = z.object({
  kind: z.enum(contentKinds),
  id: z.string(),
  title: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  fields: z.array(z.string()).describe('Fields that say something else than before; empty unless it changed'),
  formerTitle: z.string().nullable(),
});

export const showChanges = defineAction({
  name: 'library.changes',
  summary: 'What content says now that it did not say in an earlier edition',
  permission: 'everyone',
  kind: 'query',
  method: 'get',
  path: '/api/library/changes',
  needsStore: false,
  input: z.strictObject({ since: z.string().max(40).optional().describe('An edition; the latest unless told') }),
  output: z.object({
    since: z.string(),
    on: z.string(),
    editions: z.array(z.object({ edition: z.string(), on: z.string() })),
    changes: z.array(changeView),
  }),
  command: {
    usage: 'library changes',
    options: [{ flags: '--since <edition>', description: 'the edition to compare with (default: the latest)' }],
    example: './theriac library changes --since 2026.1',
    toInput: async ({ options: { since } }) => ok({ since }),
    print: ({ since, on, changes }, { library }) => {
      const { translate: say } = library.words('en');
      const lines = contentKinds.flatMap((kind) => kindLines(say, kind, changes));
      return [`# ${say('changes.title', { since, on })}`, '', ...(lines.length === 0 ? [say('changes.none')] : lines)]
        .join('\n')
        .trimEnd();
    },
  },
  run: async ({ services: { library } }: ActionContext<Services>, { since }) => {
    const releases = readReleases(library.folder);
    const editions = releases.map(({ edition, on }) => ({ edition, on }));
    const release = since === undefined ? releases[0] : releases.find(({ edition }) => edition === since);
    if (release === undefined)
      return fail({
        kind: 'not_found',
        message: `No edition is called "${since ?? ''}". Editions: ${editions.map(({ edition }) => edition).join(', ') || 'none'}`,
      });
    const changes = changesBetween(release.items, releasedItems(library.content)).map(viewChange);
    return ok({ since: release.edition, on: release.on as string, editions, changes });
  },
});

type ChangeView = z.infer<typeof changeView>;

const viewChange = (change: Change): ChangeView => ({
  kind: change.kind,
  id: change.id,
  title: change.title,
  change: change.change,
  fields: change.change === 'changed' ? [...change.fields] : [],
  formerTitle: change.change === 'changed' ? change.formerTitle : null,
});

/** One kind as Markdown; nothing where nothing changed. */
function kindLines(say: Translate, kind: string, changes: readonly ChangeView[]): readonly string[] {
  const mine = changes.filter((change) => change.kind === kind);
  if (mine.length === 0) return [];
  const groups = (['added', 'changed', 'removed'] as const).flatMap((what) => {
    const found = mine.filter(({ change }) => change === what);
    if (found.length === 0) return [];
    return [
      `### ${say(`changes.${what}`, { count: found.length })}`,
      '',
      ...found.map((one) => `- ${lineOf(say, one)}`),
      '',
    ];
  });
  return [`## ${say(`changes.kind.${kind}`)}`, '', ...groups];
}

const lineOf = (say: Translate, { id, title, fields, formerTitle }: ChangeView): string =>
  [
    `${id}: ${title}`,
    ...(formerTitle === null ? [] : [say('changes.formerTitle', { title: formerTitle })]),
    ...(fields.length === 0 ? [] : [`(${fields.join(', ')})`]),
  ].join(' ');
